package anbinh.vision.reader;

import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads plates by a net that sees the whole plate and says which character stands in each slot.
///
/// Its manifest says, beside what [PlateInput] needs, `alphabet`, the characters of the classes in
/// their order; and `none`, the place among the classes of "no character", `first` or `last`.
final class SlotReader implements TextReader {
  private final Model model;
  private final PlateInput input;
  private final int[] classes;

  SlotReader(Manifest manifest, Model model) throws IOException, ModelException {
    this.model = model;
    input = PlateInput.of(manifest);
    String alphabet = manifest.alphabet();
    classes =
        Slots.classes(
            manifest.text("none", "first").equals("first") ? "\0" + alphabet : alphabet + "\0");
  }

  @Override
  public List<Slots> read(List<PlateImage> plates) throws ModelException {
    if (plates.isEmpty()) {
      return List.of();
    }
    float[] values = input.run(model, plates).values();
    int each = values.length / plates.size();
    if (each == 0 || each % classes.length != 0) {
      throw new ModelException(
          "the reader says %d values of a plate, which are no slots of %d classes"
              .formatted(each, classes.length));
    }
    List<Slots> slots = new ArrayList<>();
    for (int i = 0; i < plates.size(); i++) {
      float[][] rows = new float[each / classes.length][classes.length];
      for (int slot = 0; slot < rows.length; slot++) {
        System.arraycopy(values, i * each + slot * classes.length, rows[slot], 0, classes.length);
      }
      slots.add(Slots.of(rows, classes));
    }
    return slots;
  }

  @Override
  public void close() {
    model.close();
  }
}
