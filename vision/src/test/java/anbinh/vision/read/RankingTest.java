package anbinh.vision.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbinh.vision.reader.Reading;
import anbinh.vision.reader.Slots;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  /// A text of which each character is so likely; the rest is "no character".
  private static Slots slots(String text, double likely) {
    float[][] probabilities = new float[text.length()][Slots.CLASSES];
    for (int slot = 0; slot < text.length(); slot++) {
      probabilities[slot][Slots.ALPHABET.indexOf(text.charAt(slot)) + 1] = (float) likely;
      probabilities[slot][0] = (float) (1 - likely);
    }
    return new Slots(probabilities);
  }

  private static List<String> texts(String seen) {
    return Ranking.of(slots(seen, .97)).stream().map(Reading::text).toList();
  }

  @Test
  void keepsAPlateAsItWasSeen() {
    assertThat(texts("36A12345")).startsWith("36A12345");
    assertThat(texts("RK492AU")).startsWith("RK492AU");
  }

  /// A 0 in the place of a letter is D, and the stroke of Đ is easily lost.
  @Test
  void putsALetterWhereAPlateHasOne() {
    assertThat(texts("36012345")).startsWith("36D12345");
    assertThat(texts("29MD190495")).startsWith("29MĐ190495");
    assertThat(texts("59812345")).startsWith("59B12345");
  }

  @Test
  void putsADigitWhereAPlateHasOne() {
    assertThat(texts("36A1234S")).startsWith("36A12345");
    assertThat(texts("3GA12345")).startsWith("36A12345");
  }

  /// What needs two characters to be others stays as it was seen.
  @Test
  void doesNotMakeAPlateOfEverything() {
    assertThat(texts("3GA1234S")).startsWith("3GA1234S");
  }

  @Test
  void knowsWhatIsNoPlate() {
    assertThat(texts("AUTOCENTRUM")).isEmpty();
    assertThat(texts("800555555")).isEmpty();
    assertThat(texts("HONDA")).isEmpty();
    assertThat(texts("36A")).isEmpty();
    assertThat(texts("201405")).as("of a burnt-in clock").isEmpty();
    assertThat(texts("20140501")).as("which is no 20L-405.01").isEmpty();
    assertThat(texts("20L40501")).startsWith("20L40501");
  }

  @Test
  void sharesOutHowSureTheTextIs() {
    Slots slots = slots("36A12345", .98);
    double sure = slots.readings(1).getFirst().probability();
    double sum = Ranking.of(slots).stream().mapToDouble(Reading::probability).sum();
    assertThat(sum).isCloseTo(sure, within(1e-6));
  }

  @Test
  void believesLessInWordsYearsAndLongTexts() {
    for (String text : List.of("DEALER5ALES", "WASHINGT0N", "2014", "205014", "CDK575130")) {
      assertThat(Ranking.bonus(text)).as(text).isLessThan(1);
    }
    for (String text : List.of("RK492AU", "1049338", "CEMENT0", "80NG12", "4FCW533")) {
      assertThat(Ranking.bonus(text)).as(text).isEqualTo(1);
    }
  }
}
