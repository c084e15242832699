package anbinh.media.mp4;

/// How fast a camera's timestamps run against the recorder's clock, in millionths: 1,000,000 for a
/// camera that keeps to the rate it declares, 3,000,000 for one that counts three seconds in one.
///
/// A whole number, so that what is stated about a segment gives the same times when it is read
/// back.
///
/// @param ppm between [#MIN_PPM] and [#MAX_PPM]
public record ClockRate(int ppm) {
  public static final int MIN_PPM = 5_000;
  public static final int MAX_PPM = 200_000_000;

  /// The rate that the camera declares.
  public static final ClockRate DECLARED = new ClockRate(1_000_000);

  public ClockRate {
    if (ppm < MIN_PPM || ppm > MAX_PPM) {
      throw new IllegalArgumentException("A rate of " + ppm + " millionths is no clock's.");
    }
  }

  /// The nearest one to a ratio, or the slowest or fastest there is.
  public static ClockRate of(double ratio) {
    return new ClockRate((int) Math.round(Math.clamp(ratio * 1e6, MIN_PPM, MAX_PPM)));
  }

  public boolean isDeclared() {
    return ppm == DECLARED.ppm;
  }

  public double ratio() {
    return ppm / 1e6;
  }

  /// Ticks by the recorder's clock in so many by the camera's, rounded down.
  public long recorderTicks(long cameraTicks) {
    return isDeclared() ? cameraTicks : Math.floorDiv(cameraTicks * DECLARED.ppm, (long) ppm);
  }
}
