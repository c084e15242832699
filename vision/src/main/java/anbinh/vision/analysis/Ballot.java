package anbinh.vision.analysis;

import anbinh.vision.read.PlateReader.Plate;
import anbinh.vision.reader.Slots;
import java.util.Arrays;

/// The votes of sights whose texts are of one length on the character of each slot. A sight's vote
/// weighs as much as its own reading was sure.
final class Ballot {
  private float[][] sums = new float[0][];

  /// Of the votes on each slot; a sight with fewer slots votes for none in the others.
  private double weight;

  private double aspect;

  void add(Plate plate) {
    Slots slots = plate.slots();
    float vote = (float) plate.confidence();
    int before = sums.length;
    if (slots.count() > before) {
      sums = Arrays.copyOf(sums, slots.count());
      for (int slot = before; slot < sums.length; slot++) {
        sums[slot] = new float[Slots.CLASSES];
        sums[slot][0] = (float) weight;
      }
    }
    for (int slot = 0; slot < sums.length; slot++) {
      if (slot < slots.count()) {
        for (int i = 0; i < Slots.CLASSES; i++) {
          sums[slot][i] += vote * slots.probability(slot, i);
        }
      } else {
        sums[slot][0] += vote;
      }
    }
    weight += vote;
    aspect += vote * plate.box().width() / plate.box().height();
  }

  double weight() {
    return weight;
  }

  Slots mean() {
    float[][] mean = new float[sums.length][Slots.CLASSES];
    for (int slot = 0; slot < sums.length; slot++) {
      for (int i = 0; i < Slots.CLASSES; i++) {
        mean[slot][i] = (float) (sums[slot][i] / weight);
      }
    }
    return new Slots(mean);
  }

  /// Width by height of what is around the text.
  double aspect() {
    return aspect / weight;
  }
}
