package anbinh.vision.image;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// A rectangle in a picture that may be turned.
///
/// @param x of its middle, in pixels from the left edge
/// @param y of its middle, in pixels from the upper edge
/// @param width along its angle, in pixels
/// @param height across its angle, in pixels
/// @param angle in radians, clockwise as one looks at the picture; 0 is level
public record Box(double x, double y, double width, double height, double angle) {
  /// A level one.
  ///
  /// @param left edge, and so on
  public static Box level(double left, double top, double right, double bottom) {
    return new Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 0);
  }

  /// Wider and higher on every side.
  public Box grown(double across, double down) {
    return new Box(x, y, width + 2 * across, height + 2 * down, angle);
  }

  /// Farther to the right and down.
  public Box moved(double across, double down) {
    return new Box(x + across, y + down, width, height, angle);
  }

  /// In a picture that is so many times as large.
  public Box scaled(double across, double down) {
    return new Box(x * across, y * down, width * across, height * down, angle);
  }

  public double area() {
    return width * height;
  }

  /// How far along its own angle, and how far across it, the middle of another one is.
  public double across(Box other) {
    return (other.x - x) * Math.cos(angle) + (other.y - y) * Math.sin(angle);
  }

  /// @see #across
  public double down(Box other) {
    return (other.y - y) * Math.cos(angle) - (other.x - x) * Math.sin(angle);
  }

  /// The smallest one at the angle of the widest that holds all.
  public static Box around(Collection<Box> boxes) {
    Box widest =
        boxes.stream().reduce((one, other) -> one.width >= other.width ? one : other).orElseThrow();
    return around(
        boxes.stream().flatMap(box -> Arrays.stream(box.corners())).toList(), widest.angle);
  }

  /// The smallest one at an angle that holds all points, each of which is x and y.
  public static Box around(List<double[]> points, double angle) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (double[] point : points) {
      double across = point[0] * cos + point[1] * sin;
      double down = point[1] * cos - point[0] * sin;
      left = Math.min(left, across);
      right = Math.max(right, across);
      top = Math.min(top, down);
      bottom = Math.max(bottom, down);
    }
    double middleX = (left + right) / 2;
    double middleY = (top + bottom) / 2;
    return new Box(
        middleX * cos - middleY * sin,
        middleX * sin + middleY * cos,
        right - left,
        bottom - top,
        angle);
  }

  /// x and y of its four corners, from the upper left one clockwise.
  public double[][] corners() {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double[][] corners = new double[4][];
    for (int i = 0; i < 4; i++) {
      double across = (i == 0 || i == 3 ? -.5 : .5) * width;
      double down = (i < 2 ? -.5 : .5) * height;
      corners[i] = new double[] {x + across * cos - down * sin, y + across * sin + down * cos};
    }
    return corners;
  }

  /// The share of the smaller one's area that both have, as if both were level.
  public double overlap(Box other) {
    Box one = upright();
    Box two = other.upright();
    double across =
        Math.min(one.x + one.width / 2, two.x + two.width / 2)
            - Math.max(one.x - one.width / 2, two.x - two.width / 2);
    double down =
        Math.min(one.y + one.height / 2, two.y + two.height / 2)
            - Math.max(one.y - one.height / 2, two.y - two.height / 2);
    return across <= 0 || down <= 0 ? 0 : across * down / Math.min(one.area(), two.area());
  }

  /// The area that both have as a share of the area that either has, as if both were level.
  public double union(Box other) {
    double smaller = Math.min(upright().area(), other.upright().area());
    double both = overlap(other) * smaller;
    return both / (upright().area() + other.upright().area() - both);
  }

  /// Whether all of another one lies in it, as if both were level.
  public boolean holds(Box other) {
    Box one = upright();
    Box two = other.upright();
    return Math.abs(one.x - two.x) <= (one.width - two.width) / 2
        && Math.abs(one.y - two.y) <= (one.height - two.height) / 2;
  }

  /// The level one that holds it.
  public Box upright() {
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    return new Box(x, y, width * cos + height * sin, width * sin + height * cos, 0);
  }
}
