package anbinh.demo.town;

import java.util.ArrayList;
import java.util.List;

/// A town's own plane, in metres east and north of a point; exact enough for a few kilometres.
record Plane(double longitude, double latitude) {
  private static final double METRES_UP = 110_574;
  private static final double METRES_ACROSS = 111_320;
  private static final double STEPS = 1e6;

  record Point(double x, double y) {
    Point plus(double dx, double dy) {
      return new Point(x + dx, y + dy);
    }

    /// To the nearest point of a way.
    double distance(List<Point> way) {
      double nearest = Double.MAX_VALUE;
      for (int i = 0; i + 1 < way.size(); i++) {
        Point from = way.get(i);
        double dx = way.get(i + 1).x - from.x;
        double dy = way.get(i + 1).y - from.y;
        double along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
        double part = Math.clamp(along, 0, 1);
        nearest = Math.min(nearest, Math.hypot(from.x + part * dx - x, from.y + part * dy - y));
      }
      return nearest;
    }

    /// Whether it lies within a ring, which ends where it began or not.
    boolean isIn(List<Point> ring) {
      boolean in = false;
      for (int i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
        Point one = ring.get(i);
        Point other = ring.get(last);
        if ((one.y > y) != (other.y > y)
            && x < (other.x - one.x) * (y - one.y) / (other.y - one.y) + one.x) {
          in = !in;
        }
      }
      return in;
    }
  }

  private double across() {
    return METRES_ACROSS * Math.cos(Math.toRadians(latitude));
  }

  Point point(double longitude, double latitude) {
    return new Point(
        (longitude - this.longitude) * across(), (latitude - this.latitude) * METRES_UP);
  }

  List<Point> points(List<List<Double>> positions) {
    return positions.stream().map(each -> point(each.get(0), each.get(1))).toList();
  }

  /// Longitude and latitude, to six decimals.
  List<Double> position(Point point) {
    return List.of(
        Math.rint((longitude + point.x() / across()) * STEPS) / STEPS,
        Math.rint((latitude + point.y() / METRES_UP) * STEPS) / STEPS);
  }

  List<List<Double>> positions(List<Point> points) {
    return points.stream().map(this::position).toList();
  }

  /// A ring that ends where it began.
  List<List<Double>> ring(List<Point> points) {
    List<List<Double>> ring = new ArrayList<>(positions(points));
    ring.add(ring.getFirst());
    return ring;
  }
}
