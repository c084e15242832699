package anbinh.areas;

/// Between which parallels and meridians something lies, in degrees (WGS 84).
public record Bounds(double south, double west, double north, double east) {
  /// About two kilometres: a boundary may be drawn roughly, and a bridge lies on it.
  private static final double NEAR = 0.02;

  /// Whether a point lies within, or close by.
  public boolean isNear(double latitude, double longitude) {
    return latitude >= south - NEAR
        && latitude <= north + NEAR
        && longitude >= west - NEAR
        && longitude <= east + NEAR;
  }
}
