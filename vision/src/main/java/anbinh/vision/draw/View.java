package anbinh.vision.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// Where a camera stands before a plate: maps millimetres of the plate to pixels of the picture
/// that a finder of plates cuts out.
///
/// @param width of the picture, in pixels
/// @param height of the picture, in pixels
record View(Turn turn, double scale, double left, double top, int width, int height) {
  /// The plate turned in space around its middle.
  ///
  /// @param yaw, pitch, roll in radians
  /// @param distance of the camera, in millimetres
  record Turn(
      double middleX, double middleY, double yaw, double pitch, double roll, double distance) {
    Point2D.Double see(double x, double y) {
      double u = x - middleX;
      double v = y - middleY;
      double rolledX = u * Math.cos(roll) - v * Math.sin(roll);
      double rolledY = u * Math.sin(roll) + v * Math.cos(roll);
      double depth = distance + rolledX * Math.sin(yaw) + rolledY * Math.sin(pitch);
      double enlarge = distance / depth;
      return new Point2D.Double(
          rolledX * Math.cos(yaw) * enlarge, rolledY * Math.cos(pitch) * enlarge);
    }
  }

  /// A view as finders of plates cut it out: nearly straight, not quite to its edges.
  ///
  /// @param frame what the finder took for the plate, in millimetres
  /// @param letter the height of a letter, in millimetres
  static View random(RandomGenerator random, Rectangle2D frame, double letter) {
    boolean steep = random.nextInt(4) == 0;
    double turned = steep ? .8 : .35;
    Turn turn =
        new Turn(
            frame.getCenterX(),
            frame.getCenterY(),
            random.nextGaussian() * turned * .6,
            random.nextGaussian() * turned * .4,
            random.nextGaussian() * (steep ? .12 : .035),
            frame.getWidth() * random.nextDouble(3, 20));
    Path2D seen = new Path2D.Double();
    double[] at = new double[2];
    for (PathIterator corners = frame.getPathIterator(null); !corners.isDone(); corners.next()) {
      if (corners.currentSegment(at) == PathIterator.SEG_CLOSE) {
        continue;
      }
      Point2D.Double point = turn.see(at[0], at[1]);
      if (seen.getCurrentPoint() == null) {
        seen.moveTo(point.x, point.y);
      } else {
        seen.lineTo(point.x, point.y);
      }
    }
    Rectangle2D box = seen.getBounds2D();
    // Letters from 9 to 50 pixels high, small ones more often.
    double scale = 9 * Math.pow(5.5, random.nextDouble()) / letter;
    double margin = letter * scale;
    double left = box.getX() * scale - margin * random.nextDouble(-.03, .3);
    double top = box.getY() * scale - margin * random.nextDouble(-.03, .25);
    double right = box.getMaxX() * scale + margin * random.nextDouble(-.03, .3);
    double bottom = box.getMaxY() * scale + margin * random.nextDouble(-.03, .25);
    int width = Math.clamp(Math.round(right - left), 12, 600);
    int height = Math.clamp(Math.round(bottom - top), 8, 300);
    return new View(turn, scale, left, top, width, height);
  }

  Point2D.Double see(double x, double y) {
    Point2D.Double point = turn.see(x, y);
    return new Point2D.Double(point.x * scale - left, point.y * scale - top);
  }

  /// A shape on the plate as it is seen.
  Shape see(Shape shape, double x, double y) {
    Path2D.Double seen = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double[] at = new double[6];
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    for (PathIterator path = shape.getPathIterator(place, .3); !path.isDone(); path.next()) {
      int segment = path.currentSegment(at);
      if (segment == PathIterator.SEG_CLOSE) {
        seen.closePath();
        continue;
      }
      Point2D.Double point = see(at[0], at[1]);
      if (segment == PathIterator.SEG_MOVETO) {
        seen.moveTo(point.x, point.y);
      } else {
        seen.lineTo(point.x, point.y);
      }
    }
    return seen;
  }
}
