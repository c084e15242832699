package anbinh.sightings.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionCountsTest {
  private final ConfusionCounts counts = new ConfusionCounts();

  private static long plate(String text) {
    return PlateCode.of(text);
  }

  private static int cost(ReadingCosts costs, char stands, char read) {
    return costs.replaced(PlateCode.of(stands), PlateCode.of(read));
  }

  @Test
  void countsWhatWasReadForWhatStandsThere() {
    counts.addTrack(plate("30A12"), List.of(plate("30A12"), plate("3DA12"), plate("3DA12")));
    assertThat(counts.list())
        .containsExactlyInAnyOrder(
            new Confusion("3", "3", 3),
            new Confusion("0", "0", 1),
            new Confusion("0", "D", 2),
            new Confusion("A", "A", 3),
            new Confusion("1", "1", 3),
            new Confusion("2", "2", 3));
  }

  @Test
  void countsCharactersTooManyAndTooFew() {
    counts.confirm(plate("36A12345"), plate("36A2345"));
    counts.confirm(plate("36A12345"), plate("36A123X45"));
    assertThat(counts.list())
        .contains(new Confusion("1", "", 1), new Confusion("", "X", 1), new Confusion("5", "5", 2));
    assertThat(counts.added()).isEqualTo(1);
    assertThat(counts.missed()).isEqualTo(1);
    assertThat(counts.standing()).isEqualTo(16);
  }

  @Test
  void passesOverPlatesThatAreDifferentOnes() {
    counts.confirm(plate("36A12345"), plate("29B67890"));
    assertThat(counts.list()).isEmpty();
  }

  @Test
  void givesBackWhatWasStored() {
    counts.confirm(plate("36A12345"), plate("36A1234S"));
    counts.confirm(plate("36A12345"), plate("36A1234"));
    ConfusionCounts other = new ConfusionCounts();
    other.add(counts.list());
    other.add(counts.list());
    assertThat(other.standing()).isEqualTo(2 * counts.standing());
    assertThat(other.list()).contains(new Confusion("5", "S", 2), new Confusion("5", "", 2));
  }

  @Test
  void aConfusionThatComesOftenCostsLess() {
    int before = cost(ReadingCosts.DEFAULT, '4', 'A');
    for (int i = 0; i < 100; i++) {
      counts.confirm(plate("36A12345"), plate(i < 10 ? "36A123A5" : "36A12345"));
    }
    ReadingCosts learned = ReadingCosts.DEFAULT.learn(counts);
    assertThat(before).isEqualTo(20);
    assertThat(cost(learned, '4', 'A')).isBetween(8, 10);
    assertThat(cost(learned, 'A', '4')).isEqualTo(20);
    assertThat(cost(learned, '4', '4')).isZero();
  }

  @Test
  void aConfusionThatNeverComesCostsMore() {
    for (int i = 0; i < 5_000; i++) {
      counts.confirm(plate("36A88888"), plate("36A88888"));
    }
    ReadingCosts learned = ReadingCosts.DEFAULT.learn(counts);
    assertThat(cost(learned, '8', 'B')).isBetween(17, 19);
    assertThat(cost(learned, '5', 'S')).isEqualTo(ReadingCosts.LOOK_ALIKE);
  }

  @Test
  void whatInvestigatorsRejectCostsMore() {
    counts.confirm(plate("36A12348"), plate("36A1234B"));
    int once = cost(ReadingCosts.DEFAULT.learn(counts), '8', 'B');
    for (int i = 0; i < 500; i++) {
      counts.reject(plate("36A12348"), plate("36A1234B"));
    }
    ReadingCosts learned = ReadingCosts.DEFAULT.learn(counts);
    assertThat(cost(learned, '8', 'B')).isGreaterThan(once);
    assertThat(cost(learned, '3', 'B')).isEqualTo(20);
  }

  @Test
  void neitherCostsNothingNorMoreThanAnyCharacter() {
    for (int i = 0; i < 5_000; i++) {
      counts.confirm(plate("36A12348"), plate("36A1234B"));
    }
    ReadingCosts learned = ReadingCosts.DEFAULT.learn(counts);
    assertThat(cost(learned, '8', 'B')).isEqualTo(2);
    assertThat(cost(learned, '8', '3')).isEqualTo(20);
    assertThat(learned.missed()).isEqualTo(20);
  }

  /// Of a camera, where what was counted of its reader is what was known before.
  @Test
  void learnsOnWhatWasLearnedBefore() {
    for (int i = 0; i < 1_000; i++) {
      counts.confirm(plate("36A12345"), plate("36A123A5"));
    }
    ReadingCosts reader = ReadingCosts.DEFAULT.learn(counts);
    ReadingCosts camera = reader.learn(new ConfusionCounts());
    assertThat(cost(camera, '4', 'A')).isEqualTo(cost(reader, '4', 'A'));
  }
}
