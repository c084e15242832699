package anbinh.vision.pass;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;

/// A level rectangle in a picture, as shares of its width and height from the upper left corner, so
/// that it fits the picture in any size.
public record FrameArea(float left, float top, float width, float height) {
  public static final FrameArea WHOLE = new FrameArea(0, 0, 1, 1);

  public FrameArea {
    if (!isShare(left) || !isShare(top) || !isShare(width) || !isShare(height)) {
      throw new IllegalArgumentException(
          "an area is given in shares from 0 to 1, not %s, %s, %s, %s"
              .formatted(left, top, width, height));
    }
  }

  private static boolean isShare(float value) {
    return value >= 0 && value <= 1;
  }

  /// The part of a box that lies in the picture.
  public static FrameArea of(Box box, Picture picture) {
    Box level = box.upright();
    float left = share(level.x() - level.width() / 2, picture.width());
    float top = share(level.y() - level.height() / 2, picture.height());
    return new FrameArea(
        left,
        top,
        share(level.x() + level.width() / 2, picture.width()) - left,
        share(level.y() + level.height() / 2, picture.height()) - top);
  }

  /// As a box in a picture.
  public Box box(Picture picture) {
    return Box.level(
        left * picture.width(),
        top * picture.height(),
        (left + width) * picture.width(),
        (top + height) * picture.height());
  }

  private static float share(double pixels, int size) {
    return (float) Math.clamp(pixels / size, 0.0, 1.0);
  }
}
