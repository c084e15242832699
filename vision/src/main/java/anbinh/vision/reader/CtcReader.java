package anbinh.vision.reader;

import anbinh.vision.image.Picture;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.Model.Output;
import anbinh.vision.model.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads plates by a net that says which character stands at each place along a row of text, as
/// PaddleOCR's recognisers do (connectionist temporal classification: what is said twice in a row
/// is one character, and class 0 separates).
///
/// Its manifest says `height` and `alphabet`, the characters of the classes from 1 on.
final class CtcReader implements TextReader {
  private static final int MIN_WIDTH = 48;
  private static final int MAX_WIDTH = 960;

  private final Model model;
  private final int height;
  private final int[] classes;

  CtcReader(Manifest manifest, Model model) throws IOException, ModelException {
    this.model = model;
    height = manifest.number("height");
    classes = Slots.classes("\0" + manifest.alphabet());
  }

  @Override
  public List<Slots> read(List<PlateImage> plates) throws ModelException {
    List<Slots> slots = new ArrayList<>();
    for (PlateImage plate : plates) {
      List<float[]> characters = new ArrayList<>();
      for (Picture row : plate.rows()) {
        characters.addAll(read(row));
      }
      slots.add(new Slots(characters.toArray(float[][]::new)));
    }
    return slots;
  }

  /// Probabilities of each character of a row.
  private List<float[]> read(Picture row) throws ModelException {
    int width =
        Math.clamp(Math.round((float) height * row.width() / row.height()), MIN_WIDTH, MAX_WIDTH);
    float[][] planes = row.planes(width, height);
    float[] input = new float[3 * width * height];
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = planes[2 - channel]; // Blue comes first.
      for (int i = 0; i < plane.length; i++) {
        input[channel * plane.length + i] = plane[i] / 127.5f - 1;
      }
    }
    Output output = model.first(input, 1, 3, height, width);
    int count = output.width();
    List<float[]> characters = new ArrayList<>();
    int before = 0;
    float surest = 0;
    for (int at = 0; at + count <= output.values().length; at += count) {
      int best = 0;
      for (int i = 1; i < count; i++) {
        if (output.values()[at + i] > output.values()[at + best]) {
          best = i;
        }
      }
      float probability = output.values()[at + best];
      boolean same = best == before;
      if (best > 0
          && best < classes.length
          && classes[best] > 0
          && (!same || probability > surest)) {
        if (same) {
          characters.removeLast();
        }
        characters.add(character(output.values(), at, count));
        surest = probability;
      }
      before = best;
    }
    return characters;
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

  @Override
  public void close() {
    model.close();
  }
}
