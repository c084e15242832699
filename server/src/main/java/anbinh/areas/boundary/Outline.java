package anbinh.areas.boundary;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A boundary with fewer points, for a map of many units: the outer rings only, each by the
/// algorithm of Douglas and Peucker, and without islands that would be smaller than a dot. Between
/// neighbours there may be gaps of the tolerance; it is for looking and not for measuring.
final class Outline {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MIN_POINTS = 4;

  /// Degrees to five decimals, about a metre.
  private static final double STEPS = 100_000;

  private Outline() {}

  /// @param coordinates of a GeoJSON MultiPolygon
  /// @param tolerance in degrees
  /// @return rings of positions, longitude before latitude
  static List<List<List<Double>>> of(String coordinates, double tolerance) {
    List<List<List<Double>>> rings = new ArrayList<>();
    List<List<Double>> largest = List.of();
    for (JsonNode polygon : JSON.readTree(coordinates)) {
      List<double[]> points = new ArrayList<>();
      for (JsonNode position : polygon.path(0)) {
        points.add(new double[] {position.path(0).asDouble(), position.path(1).asDouble()});
      }
      List<List<Double>> ring = rounded(simplified(points, tolerance));
      if (ring.size() >= MIN_POINTS) {
        rings.add(ring);
      } else if (points.size() > largest.size()) {
        largest = rounded(points);
      }
    }
    // A unit that is a dot at this scale keeps its shape, so that it does not vanish.
    return rings.isEmpty() && !largest.isEmpty() ? List.of(largest) : rings;
  }

  /// A closed ring is halved at its farthest point, since its ends are one point.
  private static List<double[]> simplified(List<double[]> ring, double tolerance) {
    if (ring.size() <= MIN_POINTS) {
      return ring;
    }
    boolean[] kept = new boolean[ring.size()];
    kept[0] = true;
    kept[ring.size() - 1] = true;
    int far = 0;
    double farthest = -1;
    for (int i = 1; i < ring.size() - 1; i++) {
      double distance =
          Math.hypot(ring.get(i)[0] - ring.get(0)[0], ring.get(i)[1] - ring.get(0)[1]);
      if (distance > farthest) {
        farthest = distance;
        far = i;
      }
    }
    kept[far] = true;
    List<int[]> parts = new ArrayList<>();
    parts.add(new int[] {0, far});
    parts.add(new int[] {far, ring.size() - 1});
    while (!parts.isEmpty()) {
      split(parts.removeLast(), ring, kept, tolerance, parts);
    }
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        found.add(ring.get(i));
      }
    }
    return found;
  }

  private static void split(
      int[] part, List<double[]> ring, boolean[] kept, double tolerance, List<int[]> parts) {
    int at = -1;
    double farthest = tolerance;
    for (int i = part[0] + 1; i < part[1]; i++) {
      double distance = distance(ring.get(i), ring.get(part[0]), ring.get(part[1]));
      if (distance > farthest) {
        farthest = distance;
        at = i;
      }
    }
    if (at >= 0) {
      kept[at] = true;
      parts.add(new int[] {part[0], at});
      parts.add(new int[] {at, part[1]});
    }
  }

  /// Of a point from a line between two others.
  private static double distance(double[] point, double[] from, double[] to) {
    double x = to[0] - from[0];
    double y = to[1] - from[1];
    double length = Math.hypot(x, y);
    if (length == 0) {
      return Math.hypot(point[0] - from[0], point[1] - from[1]);
    }
    return Math.abs(x * (from[1] - point[1]) - (from[0] - point[0]) * y) / length;
  }

  private static List<List<Double>> rounded(List<double[]> points) {
    List<List<Double>> ring = new ArrayList<>();
    for (double[] point : points) {
      List<Double> position =
          List.of(Math.rint(point[0] * STEPS) / STEPS, Math.rint(point[1] * STEPS) / STEPS);
      if (ring.isEmpty() || !ring.getLast().equals(position)) {
        ring.add(position);
      }
    }
    return ring;
  }
}
