package anbinh.vision.reader;

import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads plates by a net that sees the whole plate and says which character stands at each place
/// along its text, line after line ([CtcDecoder]).
///
/// Its manifest says, beside what [PlateInput] needs, `alphabet`, the characters of the classes
/// from 1 on.
final class PlateCtcReader implements TextReader {
  private final Model model;
  private final PlateInput input;
  private final CtcDecoder decoder;

  PlateCtcReader(Manifest manifest, Model model) throws IOException, ModelException {
    this.model = model;
    input = PlateInput.of(manifest);
    decoder = new CtcDecoder(manifest.alphabet());
  }

  @Override
  public List<Slots> read(List<PlateImage> plates) throws ModelException {
    if (plates.isEmpty()) {
      return List.of();
    }
    Model.Output output = input.run(model, plates);
    int count = output.width();
    int each = output.values().length / plates.size();
    if (count != decoder.classes() || each == 0 || each % count != 0) {
      throw new ModelException(
          "the reader says %d values of a plate, which are no places of %d classes"
              .formatted(each, decoder.classes()));
    }
    List<Slots> slots = new ArrayList<>();
    for (int i = 0; i < plates.size(); i++) {
      List<float[]> characters = decoder.decode(output.values(), i * each, (i + 1) * each, count);
      slots.add(new Slots(characters.toArray(float[][]::new)));
    }
    return slots;
  }

  @Override
  public void close() {
    model.close();
  }
}
