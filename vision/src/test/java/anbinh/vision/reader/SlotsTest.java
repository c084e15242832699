package anbinh.vision.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
  /// Slots of which the character is likely by so much, and another by the rest.
  private static Slots slots(String text, String others, double... likely) {
    float[][] probabilities = new float[text.length()][Slots.CLASSES];
    for (int slot = 0; slot < text.length(); slot++) {
      probabilities[slot][index(text.charAt(slot))] += (float) likely[slot];
      probabilities[slot][index(others.charAt(slot))] += (float) (1 - likely[slot]);
    }
    return new Slots(probabilities);
  }

  private static int index(char character) {
    return Slots.ALPHABET.indexOf(character) + 1; // 0 for what is none
  }

  @Test
  void givesTheLikeliestTextsInTheirOrder() {
    Slots slots = slots("36A0", "35D8", 1, .9, .6, .8);
    List<Reading> readings = slots.readings(4);
    assertThat(readings).extracting(Reading::text).containsExactly("36A0", "36D0", "36A8", "36D8");
    assertThat(readings.getFirst().probability()).isCloseTo(.9 * .6 * .8, within(1e-6));
    assertThat(readings.getFirst().characters()).containsExactly(1f, .9f, .6f, .8f);
  }

  @Test
  void givesEachTextOnce() {
    List<Reading> readings = slots("36A", "57B", .5, .5, .5).readings(8);
    assertThat(readings).extracting(Reading::text).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  void leavesOutSlotsWithoutACharacter() {
    Reading reading = slots("12- ", "34-5", .9, .9, 1, .7).readings(1).getFirst();
    assertThat(reading.text()).isEqualTo("12");
    assertThat(reading.probability()).isCloseTo(.9 * .9 * .7, within(1e-6));
    assertThat(reading.characters()).containsExactly(.9f, .9f);
  }

  @Test
  void comesFromWhatTheNetSays() {
    float[] logits = new float[Slots.CLASSES];
    logits[index('Đ')] = 800; // must not overflow
    assertThat(
            Slots.of(new float[][] {logits}, Slots.classes("\0" + Slots.ALPHABET))
                .readings(1)
                .getFirst()
                .text())
        .isEqualTo("Đ");
  }
}
