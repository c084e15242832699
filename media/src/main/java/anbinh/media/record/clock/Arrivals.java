package anbinh.media.record.clock;

import java.util.Arrays;

/// The least delayed pictures of the last stretches of time, one of each: what a network does to
/// pictures only makes them later, so a line through these says how fast the camera's clock runs.
///
/// Times are seconds since an origin: `camera` by the timestamps, `receipt` by the recorder,
/// `given` as the recording has them. For one thread.
final class Arrivals {
  /// So many points are kept.
  static final int SIZE = 16;

  private final double[] camera = new double[SIZE];
  private final double[] receipt = new double[SIZE];
  private final double[] given = new double[SIZE];
  private int added;

  /// @param slope seconds of the recorder in a second of the camera
  /// @param spread how far the middle one of the points lies off the line
  /// @param length by the recorder's clock, from the first point to the last
  /// @param straight whether both halves of the points say about the same
  record Line(double slope, double intercept, double spread, double length, boolean straight) {
    double receipt(double atCamera) {
      return intercept + slope * atCamera;
    }

    /// How far a clock that runs like `other` would be off at the end of the line.
    double drift(double other) {
      return Math.abs(slope / other - 1) * length;
    }
  }

  void clear() {
    added = 0;
  }

  int count() {
    return Math.min(added, SIZE);
  }

  void add(double cameraSeconds, double receiptSeconds, double givenSeconds) {
    int at = added % SIZE;
    camera[at] = cameraSeconds;
    receipt[at] = receiptSeconds;
    given[at] = givenSeconds;
    added++;
  }

  /// @param back 0 for the newest point
  double camera(int back) {
    return camera[at(back)];
  }

  double receipt(int back) {
    return receipt[at(back)];
  }

  double given(int back) {
    return given[at(back)];
  }

  private int at(int back) {
    return (added - 1 - back) % SIZE;
  }

  /// The line through the newest points: the middle one of all slopes between two of them, which
  /// some that were delayed do not move.
  Line line(int points) {
    double[] slopes = slopes(points - 1, 0);
    double slope = middle(slopes);
    double first = middle(slopes(points - 1, points / 2));
    double second = middle(slopes(points / 2 - 1, 0));
    double[] offsets = new double[points];
    for (int i = 0; i < points; i++) {
      offsets[i] = receipt(i) - slope * camera(i);
    }
    double intercept = middle(offsets.clone());
    for (int i = 0; i < points; i++) {
      offsets[i] = Math.abs(offsets[i] - intercept);
    }
    double length = receipt(0) - receipt(points - 1);
    return new Line(slope, intercept, middle(offsets), length, alike(first, second, slope));
  }

  /// Both say that the clock is wrong in the same direction, and by a similar measure.
  private static boolean alike(double first, double second, double whole) {
    double deviation = whole - 1;
    return (first - 1) / deviation > 0.4 && (second - 1) / deviation > 0.4;
  }

  private double[] slopes(int oldest, int newest) {
    int points = oldest - newest + 1;
    double[] slopes = new double[points * (points - 1) / 2];
    int count = 0;
    for (int i = oldest; i > newest; i--) {
      for (int j = i - 1; j >= newest; j--) {
        double more = camera(j) - camera(i);
        slopes[count++] = more > 0 ? (receipt(j) - receipt(i)) / more : Double.POSITIVE_INFINITY;
      }
    }
    return slopes;
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
