package anbinh.vision.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CtcDecoderTest {
  private static final String ALPHABET = "36AĐ-";
  private static final int COUNT = ALPHABET.length() + 1;

  private final CtcDecoder decoder = new CtcDecoder(ALPHABET);

  /// What a net says: at each place one character so likely, and else that there is none; a space
  /// is none.
  private static float[] says(String characters, double... likely) {
    float[] values = new float[characters.length() * COUNT];
    for (int place = 0; place < characters.length(); place++) {
      values[place * COUNT + ALPHABET.indexOf(characters.charAt(place)) + 1] +=
          (float) likely[place];
      values[place * COUNT] += (float) (1 - likely[place]);
    }
    return values;
  }

  private Reading read(float[] values) {
    List<float[]> characters = decoder.decode(values, 0, values.length, COUNT);
    return new Slots(characters.toArray(float[][]::new)).readings(1).getFirst();
  }

  @Test
  void whatIsSaidAtPlacesOneAfterTheOtherIsOneCharacter() {
    Reading reading = read(says("33 66A", .7, .9, 1, .8, .6, .9));
    assertThat(reading.text()).isEqualTo("36A");
    assertThat(reading.characters()).containsExactly(.9f, .8f, .9f);
  }

  @Test
  void whatIsBetweenSeparatesTheSameCharacter() {
    assertThat(read(says("3 3", .9, 1, .9)).text()).isEqualTo("33");
  }

  @Test
  void leavesOutWhatStandsOnNoPlate() {
    assertThat(read(says("3-Đ", .9, .9, .9)).text()).isEqualTo("3Đ");
  }

  @Test
  void readsTheTextThatIsAskedFor() {
    float[] two = says("3 6A", .9, 1, .9, .9);
    assertThat(decoder.decode(two, 2 * COUNT, 4 * COUNT, COUNT)).hasSize(2);
    assertThat(decoder.decode(two, COUNT, 2 * COUNT, COUNT)).isEmpty();
  }
}
