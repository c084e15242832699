package anbinh.vision.analysis;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.read.PlateReader.Plate;
import anbinh.vision.reader.Slots;
import java.time.Instant;
import java.util.Arrays;

/// Plates and looks of tests.
final class PlateFixture {
  private static final int SLOTS = 11;
  private static final Picture EMPTY = new Picture(640, 360, new int[640 * 360]);

  private PlateFixture() {}

  static Look look(double seconds) {
    return Look.of(7, time(seconds), EMPTY);
  }

  static Instant time(double seconds) {
    return Instant.ofEpochMilli(Math.round(seconds * 1_000));
  }

  /// A plate in one row, 40 × 20 pixels large.
  ///
  /// @param probability of each character; the rest goes to all
  static Plate plate(String text, double probability) {
    float[][] probabilities = new float[SLOTS][Slots.CLASSES];
    for (int slot = 0; slot < SLOTS; slot++) {
      Arrays.fill(probabilities[slot], (float) ((1 - probability) / (Slots.CLASSES - 1)));
      int character = slot < text.length() ? Slots.ALPHABET.indexOf(text.charAt(slot)) + 1 : 0;
      probabilities[slot][character] = (float) probability;
    }
    Slots slots = new Slots(probabilities);
    return new Plate(Box.level(0, 0, 40, 20), 1, slots, slots.readings(3));
  }

  /// The same at another place.
  static Plate at(Plate plate, Box box) {
    return new Plate(box, plate.rows(), plate.slots(), plate.readings());
  }
}
