package anbinh.vision.finder;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelException;
import java.util.List;

/// Finds lines of text in a picture by a net of PP-OCR's form: from a picture whose sides are
/// multiples of 32 to a map of how likely each pixel is the core of a line.
public final class TextFinder implements AutoCloseable {
  private static final int MULTIPLE = 32;

  /// Of blue, green and red: PaddleOCR gives its nets the channels in that order, with the means
  /// and deviations of the other.
  private static final float[] MEAN = {.485f, .456f, .406f};

  private static final float[] DEVIATION = {.229f, .224f, .225f};

  /// What comes nearer to the edge of a part, in pixels, may go on beyond it.
  private static final int EDGE = 3;

  private final Model model;

  public TextFinder(Model model) {
    this.model = model;
  }

  /// @param longSide of the picture as the net sees it, in pixels
  /// @return boxes around lines of text, in pixels of the picture
  public List<Box> find(Picture picture, int longSide) throws ModelException {
    double scale = (double) longSide / Math.max(picture.width(), picture.height());
    int width = multiple(picture.width() * scale);
    int height = multiple(picture.height() * scale);
    float[][] planes = picture.planes(width, height);
    float[] input = new float[3 * width * height];
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = planes[2 - channel];
      for (int i = 0; i < plane.length; i++) {
        input[channel * plane.length + i] = (plane[i] / 255 - MEAN[channel]) / DEVIATION[channel];
      }
    }
    float[] map = model.first(input, 1, 3, height, width).values();
    if (map.length != width * height) {
      throw new ModelException("the finder's map has %d values".formatted(map.length));
    }
    return TextRegions.of(map, width, height).stream()
        .map(
            box -> box.scaled((double) picture.width() / width, (double) picture.height() / height))
        .toList();
  }

  /// Finds lines of text that lie wholly in a part of a picture, at less cost than in all of it.
  ///
  /// @param longSide that the whole picture would have as the net sees it, in pixels
  /// @return boxes in pixels of the whole picture
  public List<Box> find(Picture picture, Box part, int longSide) throws ModelException {
    double scale = (double) longSide / Math.max(picture.width(), picture.height());
    int width = Math.min(picture.width(), (int) (enclosing(part.width() * scale) / scale));
    int height = Math.min(picture.height(), (int) (enclosing(part.height() * scale) / scale));
    if (width == picture.width() && height == picture.height()) {
      return find(picture, longSide);
    }
    int left = Math.clamp(Math.round(part.x() - width / 2.0), 0, picture.width() - width);
    int top = Math.clamp(Math.round(part.y() - height / 2.0), 0, picture.height() - height);
    Box seen =
        Box.level(
            left == 0 ? -EDGE : left + EDGE,
            top == 0 ? -EDGE : top + EDGE,
            left + width + (left + width == picture.width() ? EDGE : -EDGE),
            top + height + (top + height == picture.height() ? EDGE : -EDGE));
    int side = (int) Math.max(MULTIPLE, Math.round(Math.max(width, height) * scale));
    return find(picture.part(left, top, width, height), side).stream()
        .map(box -> box.moved(left, top))
        .filter(seen::holds)
        .toList();
  }

  /// So large that the net's multiple neither stretches nor presses it.
  private static double enclosing(double size) {
    return Math.ceil(size / MULTIPLE) * MULTIPLE;
  }

  private static int multiple(double size) {
    return Math.max(1, (int) Math.round(size / MULTIPLE)) * MULTIPLE;
  }

  @Override
  public void close() {
    model.close();
  }
}
