package anbinh.vision.reader;

import anbinh.vision.image.Picture;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads plates by a net that says which character stands in each slot. It sees the whole plate,
/// pressed to one size whatever its own shape was, so that one net reads one line and two.
///
/// Its manifest says `width` and `height`; `channels`, 1 for grey or 3 for red, green and blue;
/// `layout`, `nchw` or `nhwc`; `alphabet`, the characters of the classes in their order; and
/// `none`, the place among the classes of "no character", `first` or `last`.
public final class SlotReader implements TextReader {
  private final Model model;
  private final int width;
  private final int height;
  private final int channels;
  private final boolean channelsLast;
  private final int[] classes;

  SlotReader(Manifest manifest, Model model) throws IOException, ModelException {
    this.model = model;
    width = manifest.number("width");
    height = manifest.number("height");
    channels = manifest.number("channels");
    channelsLast = manifest.text("layout", "nchw").equals("nhwc");
    if (channels != 1 && channels != 3) {
      throw manifest.wrong("channels", "must be 1 or 3");
    }
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
    int size = width * height;
    float[] input = new float[plates.size() * channels * size];
    for (int i = 0; i < plates.size(); i++) {
      float[][] planes = planes(plates.get(i).plate());
      for (int channel = 0; channel < channels; channel++) {
        for (int pixel = 0; pixel < size; pixel++) {
          int at = channelsLast ? pixel * channels + channel : channel * size + pixel;
          input[i * channels * size + at] = planes[channel][pixel];
        }
      }
    }
    long[] shape =
        channelsLast
            ? new long[] {plates.size(), height, width, channels}
            : new long[] {plates.size(), channels, height, width};
    float[] values = model.first(input, shape).values();
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

  private float[][] planes(Picture picture) {
    return channels == 1
        ? new float[][] {picture.grey(width, height)}
        : picture.planes(width, height);
  }

  @Override
  public void close() {
    model.close();
  }
}
