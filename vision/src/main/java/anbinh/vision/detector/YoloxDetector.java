package anbinh.vision.detector;

import anbinh.vision.ObjectClass;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.Model.Output;
import anbinh.vision.model.ModelException;
import anbinh.vision.model.ModelVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A net of YOLOX (Ge et al. 2021): the picture in the upper left corner of a grey square, blue
/// first, from 0 to 255; out come, for each place of three grids, middle and size, whether there is
/// something, and what.
///
/// Its manifest says `width` and `height`, which are multiples of 32, and `class.NUMBER`.
final class YoloxDetector implements Detector {
  private static final int[] STRIDES = {8, 16, 32};
  private static final float GREY = 114;
  private static final int BESIDE_CLASSES = 5;
  private static final float MIN_SCORE = .3f;

  private final Model model;
  private final int width;
  private final int height;
  private final Classes classes;
  private final ModelVersion version;

  YoloxDetector(Manifest manifest, Model model) throws ModelException {
    this.model = model;
    width = manifest.number("width");
    height = manifest.number("height");
    classes = new Classes(manifest);
    version = manifest.version();
    for (String side : List.of("width", "height")) {
      if (manifest.number(side) < STRIDES[2] || manifest.number(side) % STRIDES[2] != 0) {
        throw manifest.wrong(side, "must be a multiple of " + STRIDES[2]);
      }
    }
  }

  @Override
  public List<Detection> detect(Picture picture) throws ModelException {
    double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
    Output output = model.first(input(picture, scale), 1, 3, height, width);
    int values = output.width();
    float[] found = output.values();
    int places = places();
    if (values <= BESIDE_CLASSES || found.length != places * values) {
      throw new ModelException(
          "the detector says %d values, which are not %d places of a picture of %d × %d"
              .formatted(found.length, places, width, height));
    }
    List<Detection> detections = new ArrayList<>();
    int at = 0;
    for (int stride : STRIDES) {
      for (int y = 0; y < height / stride; y++) {
        for (int x = 0; x < width / stride; x++) {
          add(detections, found, at, values, new Place(x, y, stride), scale);
          at += values;
        }
      }
    }
    return Detector.surest(detections);
  }

  private int places() {
    return Arrays.stream(STRIDES).map(stride -> (width / stride) * (height / stride)).sum();
  }

  private float[] input(Picture picture, double scale) {
    int seenWidth = Math.clamp(Math.round(picture.width() * scale), 1, width);
    int seenHeight = Math.clamp(Math.round(picture.height() * scale), 1, height);
    float[][] planes = picture.planes(seenWidth, seenHeight);
    float[] input = new float[3 * width * height];
    Arrays.fill(input, GREY);
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < seenHeight; y++) {
        System.arraycopy(
            planes[2 - channel],
            y * seenWidth,
            input,
            channel * width * height + y * width,
            seenWidth);
      }
    }
    return input;
  }

  private record Place(int x, int y, int stride) {}

  private void add(
      List<Detection> detections, float[] found, int at, int values, Place place, double scale) {
    float there = found[at + 4];
    if (there < MIN_SCORE) {
      return;
    }
    int best = BESIDE_CLASSES;
    for (int i = BESIDE_CLASSES + 1; i < values; i++) {
      if (found[at + i] > found[at + best]) {
        best = i;
      }
    }
    ObjectClass type = classes.of(best - BESIDE_CLASSES);
    float score = there * found[at + best];
    if (type != null && score >= MIN_SCORE) {
      double x = (found[at] + place.x()) * place.stride();
      double y = (found[at + 1] + place.y()) * place.stride();
      double wide = Math.exp(found[at + 2]) * place.stride();
      double high = Math.exp(found[at + 3]) * place.stride();
      detections.add(
          new Detection(new Box(x / scale, y / scale, wide / scale, high / scale, 0), type, score));
    }
  }

  @Override
  public ModelVersion version() {
    return version;
  }

  @Override
  public void close() {
    model.close();
  }
}
