package anbinh.vision.reader;

import anbinh.vision.image.Picture;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.Model.Output;
import anbinh.vision.model.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads plates by a net that sees one row of text and says which character stands at each place
/// along it, as PaddleOCR's recognisers do ([CtcDecoder]).
///
/// Its manifest says `height` and `alphabet`, the characters of the classes from 1 on.
final class CtcReader implements TextReader {
  private static final int MIN_WIDTH = 48;
  private static final int MAX_WIDTH = 960;

  private final Model model;
  private final int height;
  private final CtcDecoder decoder;

  CtcReader(Manifest manifest, Model model) throws IOException, ModelException {
    this.model = model;
    height = manifest.number("height");
    decoder = new CtcDecoder(manifest.alphabet());
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
    return decoder.decode(output.values(), 0, output.values().length, output.width());
  }

  @Override
  public void close() {
    model.close();
  }
}
