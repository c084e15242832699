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
import java.util.List;
import java.util.Map;

/// A net of RT-DETR (Zhao et al. 2024) or D-FINE (Peng et al. 2025) as Hugging Face's Optimum
/// exports it: the picture pressed to one size, red first, from 0 to 1; out come `logits` of each
/// class, and `pred_boxes`, middle and size as shares of the picture.
///
/// Its manifest says `width`, `height` and `class.NUMBER`.
final class DetrDetector implements Detector {
  private static final int SIDES = 4;
  private static final float WHITE = 255;
  private static final double MIN_SCORE = .4;

  private final Model model;
  private final int width;
  private final int height;
  private final Classes classes;
  private final ModelVersion version;

  DetrDetector(Manifest manifest, Model model) throws ModelException {
    this.model = model;
    width = manifest.number("width");
    height = manifest.number("height");
    classes = new Classes(manifest);
    version = manifest.version();
  }

  @Override
  public List<Detection> detect(Picture picture) throws ModelException {
    float[][] planes = picture.planes(width, height);
    float[] input = new float[planes.length * width * height];
    for (int channel = 0; channel < planes.length; channel++) {
      for (int i = 0; i < width * height; i++) {
        input[channel * width * height + i] = planes[channel][i] / WHITE;
      }
    }
    Map<String, Output> outputs = model.run(input, 1, planes.length, height, width);
    Output boxes = outputs.get("pred_boxes");
    Output logits = outputs.get("logits");
    if (boxes == null
        || logits == null
        || boxes.width() != SIDES
        || boxes.values().length / SIDES != logits.values().length / logits.width()) {
      throw new ModelException(
          "the detector must say pred_boxes of four numbers, and logits of each");
    }
    List<Detection> detections = new ArrayList<>();
    for (int query = 0; query * SIDES < boxes.values().length; query++) {
      add(detections, picture, boxes.values(), query * SIDES, logits, query * logits.width());
    }
    return Detector.surest(detections);
  }

  private void add(
      List<Detection> detections,
      Picture picture,
      float[] boxes,
      int box,
      Output logits,
      int query) {
    int best = 0;
    for (int i = 1; i < logits.width(); i++) {
      if (logits.values()[query + i] > logits.values()[query + best]) {
        best = i;
      }
    }
    ObjectClass type = classes.of(best);
    double score = 1 / (1 + Math.exp(-logits.values()[query + best]));
    if (type != null && score >= MIN_SCORE) {
      double halfWide = boxes[box + 2] / 2;
      double halfHigh = boxes[box + 3] / 2;
      Box level =
          Box.level(
              Math.clamp(boxes[box] - halfWide, 0, 1) * picture.width(),
              Math.clamp(boxes[box + 1] - halfHigh, 0, 1) * picture.height(),
              Math.clamp(boxes[box] + halfWide, 0, 1) * picture.width(),
              Math.clamp(boxes[box + 1] + halfHigh, 0, 1) * picture.height());
      detections.add(new Detection(level, type, score));
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
