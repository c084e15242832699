package anbinh.cameras.sign;

/// The sizes on which signs are printed (ISO 216).
public enum Paper {
  A5(1),
  A4(Math.sqrt(2)),
  A3(2);

  private final double scale;

  Paper(double scale) {
    this.scale = scale;
  }

  /// How many times as wide as the smallest.
  double scale() {
    return scale;
  }
}
