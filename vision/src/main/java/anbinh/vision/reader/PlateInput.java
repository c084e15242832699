package anbinh.vision.reader;

import anbinh.vision.image.Picture;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelException;
import java.util.List;

/// How whole plates are shown to a net: each pressed to one size whatever its own shape is, so that
/// one net reads one line and two.
///
/// @param channels 1 for grey or 3 for red, green and blue
/// @param channelsLast whether those of a pixel stand together
record PlateInput(int width, int height, int channels, boolean channelsLast) {
  static PlateInput of(Manifest manifest) throws ModelException {
    PlateInput input =
        new PlateInput(
            manifest.number("width"),
            manifest.number("height"),
            manifest.number("channels"),
            manifest.text("layout", "nchw").equals("nhwc"));
    if (input.channels != 1 && input.channels != 3) {
      throw manifest.wrong("channels", "must be 1 or 3");
    }
    return input;
  }

  /// What a net says of some plates, at least one.
  Model.Output run(Model model, List<PlateImage> plates) throws ModelException {
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
    long count = plates.size();
    return channelsLast
        ? model.first(input, count, height, width, channels)
        : model.first(input, count, channels, height, width);
  }

  private float[][] planes(Picture picture) {
    return channels == 1
        ? new float[][] {picture.grey(width, height)}
        : picture.planes(width, height);
  }
}
