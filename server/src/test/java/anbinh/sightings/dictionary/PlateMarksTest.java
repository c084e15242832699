package anbinh.sightings.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateMarksTest {
  /// Stands for a keyed hash.
  private static long hash(String text) {
    long hash = 1_125_899_906_842_597L;
    for (char each : text.toCharArray()) {
      hash = 31 * hash + each;
    }
    return hash;
  }

  private static Set<Long> marks(String pattern) {
    return PlateMarks.of(PlatePattern.of(pattern), PlateMarksTest::hash);
  }

  private static boolean same(String one, String other) {
    boolean same = PlateMarks.same(marks(one), marks(other));
    assertThat(PlateMarks.same(marks(other), marks(one))).isEqualTo(same);
    return same;
  }

  @ParameterizedTest
  @CsvSource({
    "36A12345, 36a 123.45",
    "36A12345, 36A12346",
    "36A12346, 36A12945",
    "36A1234?, ?6A12345",
    "36A1?345, 36A12?45",
    "36A1234*, *6A12345",
    "*A12345, 36A1234?",
    "36A123??, 36A12345",
    "36A12345, 36AI234S",
    "36-B1 123.45, 36B1 1234?",
    "36A12345, 36A1234",
    "36A12345, 3A12345",
    "36A12345, 36A123345",
  })
  void knowsThatTwoSearchesAreForOnePlate(String one, String other) {
    assertThat(same(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "36A12345, 36A12999",
    "36A12345, 29B67890",
    "36A12345, 36A1299",
    "36A12???, ???12345",
    "36A12???, 36A13???",
  })
  void keepsDifferentPlatesApart(String one, String other) {
    assertThat(same(one, other)).isFalse();
  }

  @Test
  void saysNothingOfTooFewCharacters() {
    assertThat(marks("*2345")).isEmpty();
    assertThat(marks("36A1????")).isEmpty();
    assertThat(marks("*12345")).isNotEmpty();
  }

  /// Of a thousand random plates of one province hardly any two are taken for one.
  @Test
  void seldomTakesPlatesOfOneSeriesForOne() {
    var random = new SplittableRandom(7);
    int taken = 0;
    for (int i = 0; i < 1_000; i++) {
      String one = String.format(Locale.ROOT, "36A%05d", random.nextInt(100_000));
      String other = String.format(Locale.ROOT, "36A%05d", random.nextInt(100_000));
      taken += same(one, other) ? 1 : 0;
    }
    assertThat(taken).isLessThan(20);
  }
}
