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

/// A net of SSD (Liu et al. 2016): the picture pressed to one size, red first, from 0 to 255; out
/// come `boxes`, left, top, right and bottom as shares of the picture, and `scores` of each class.
///
/// Its manifest says `width`, `height` and `class.NUMBER`.
final class SsdDetector implements Detector {
  private static final int SIDES = 4;
  private static final float MIN_SCORE = .4f;

  private final Model model;
  private final int width;
  private final int height;
  private final Classes classes;
  private final ModelVersion version;

  SsdDetector(Manifest manifest, Model model) throws ModelException {
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
      System.arraycopy(planes[channel], 0, input, channel * width * height, width * height);
    }
    Map<String, Output> outputs = model.run(input, 1, planes.length, height, width);
    Output boxes = outputs.get("boxes");
    Output scores = outputs.get("scores");
    if (boxes == null
        || scores == null
        || boxes.width() != SIDES
        || boxes.values().length / SIDES != scores.values().length / scores.width()) {
      throw new ModelException("the detector must say boxes of four sides, and scores of each");
    }
    List<Detection> detections = new ArrayList<>();
    for (int i = 0; i * SIDES < boxes.values().length; i++) {
      add(detections, picture, boxes.values(), i * SIDES, scores, i * scores.width());
    }
    return Detector.surest(detections);
  }

  private void add(
      List<Detection> detections,
      Picture picture,
      float[] boxes,
      int box,
      Output scores,
      int score) {
    int best = -1;
    for (int i = 0; i < scores.width(); i++) {
      if (classes.of(i) != null
          && (best < 0 || scores.values()[score + i] > scores.values()[score + best])) {
        best = i;
      }
    }
    ObjectClass type = best < 0 ? null : classes.of(best);
    if (type != null && scores.values()[score + best] >= MIN_SCORE) {
      Box level =
          Box.level(
              Math.clamp(boxes[box], 0, 1) * picture.width(),
              Math.clamp(boxes[box + 1], 0, 1) * picture.height(),
              Math.clamp(boxes[box + 2], 0, 1) * picture.width(),
              Math.clamp(boxes[box + 3], 0, 1) * picture.height());
      detections.add(new Detection(level, type, scores.values()[score + best]));
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
