package anbinh.vision.read;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.image.Box;
import anbinh.vision.reader.Reading;
import anbinh.vision.reader.Slots;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateTrackTest {
  private static final int SLOTS = 11;

  /// A plate whose characters are each as likely; the rest goes to all.
  private static PlateReader.Plate read(String text, double likely) {
    float[][] probabilities = new float[SLOTS][Slots.CLASSES];
    for (int slot = 0; slot < SLOTS; slot++) {
      Arrays.fill(probabilities[slot], (float) ((1 - likely) / (Slots.CLASSES - 1)));
      int character = slot < text.length() ? Slots.ALPHABET.indexOf(text.charAt(slot)) + 1 : 0;
      probabilities[slot][character] = (float) likely;
    }
    Slots slots = new Slots(probabilities);
    List<Reading> readings = slots.readings(3);
    return new PlateReader.Plate(Box.level(0, 0, 40, 20), slots, readings);
  }

  private static String voted(PlateReader.Plate... plates) {
    PlateTrack track = new PlateTrack();
    double seconds = 0;
    for (PlateReader.Plate plate : plates) {
      track.add(seconds++, plate);
    }
    return track.vote().readings(1).getFirst().text();
  }

  @Test
  void goesByMostAndNotByTheFirst() {
    assertThat(voted(read("36A12348", .9), read("36A12345", .9), read("36A12345", .9)))
        .isEqualTo("36A12345");
  }

  @Test
  void takesEachCharacterFromWhereItWasSeenBest() {
    assertThat(voted(read("36A12845", .8), read("86A12345", .8), read("36A12345", .7)))
        .isEqualTo("36A12345");
  }

  @Test
  void trustsTheSurerOfTwo() {
    assertThat(voted(read("36A12348", .6), read("36A12345", .95))).isEqualTo("36A12345");
  }

  /// A character that was missed would shift all that follow it.
  @Test
  void isNotMisledByOneOfAnotherLength() {
    assertThat(voted(read("36A1234", .95), read("36A12345", .9), read("36A12345", .9)))
        .isEqualTo("36A12345");
  }

  @Test
  void standsWhereItDoesNotMove() {
    PlateTrack track = new PlateTrack();
    PlateReader.Plate plate = read("36A12345", .9);
    track.add(0, plate);
    track.add(1, moved(plate, 2));
    assertThat(track.standsWith(track)).isTrue();
    track.add(2, moved(plate, 10));
    assertThat(track.standsWith(track)).isFalse();
  }

  private static PlateReader.Plate moved(PlateReader.Plate plate, double by) {
    return new PlateReader.Plate(Box.level(by, 0, 40 + by, 20), plate.slots(), plate.readings());
  }
}
