package anbinh.vision.reader;

import java.util.ArrayList;
import java.util.List;

/// Makes characters of what a net says at each place along a text (connectionist temporal
/// classification, Graves et al., 2006): what is said at places one after the other is one
/// character, and class 0 separates. Of such places that counts at which it is said most surely.
final class CtcDecoder {
  private final int[] classes;

  /// @param alphabet the characters of the classes from 1 on
  CtcDecoder(String alphabet) {
    classes = Slots.classes("\0" + alphabet);
  }

  int classes() {
    return classes.length;
  }

  /// The probabilities of each character of a text, as [Slots] has them.
  ///
  /// @param values probabilities, `count` of each place
  /// @param from where those of the text begin
  /// @param to where they end
  List<float[]> decode(float[] values, int from, int to, int count) {
    List<float[]> characters = new ArrayList<>();
    int before = 0;
    float surest = 0;
    for (int at = from; at + count <= to; at += count) {
      int best = best(values, at, count);
      float probability = values[at + best];
      boolean same = best == before;
      boolean isCharacter = best > 0 && best < classes.length && classes[best] > 0;
      if (isCharacter && (!same || probability > surest)) {
        if (same) {
          characters.removeLast();
        }
        characters.add(character(values, at, count));
        surest = probability;
      }
      before = best;
    }
    return characters;
  }

  private static int best(float[] values, int at, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[at + i] > values[at + best]) {
        best = i;
      }
    }
    return best;
  }

  private float[] character(float[] values, int at, int count) {
    float[] probabilities = new float[Slots.CLASSES];
    float sum = 0;
    for (int i = 0; i < Math.min(count, classes.length); i++) {
      if (classes[i] > 0) {
        probabilities[classes[i]] += values[at + i];
        sum += values[at + i];
      }
    }
    probabilities[0] = Math.max(0, 1 - sum);
    return probabilities;
  }
}
