package anbinh.media.mp4;

import java.time.Duration;

/// How much longer recorded time lasts on the wall clock than on the camera's: by so many
/// millionths of it, the same everywhere in a segment.
///
/// A whole number, so that the time of a picture comes out the same to the nanosecond while its
/// segment grows, when it is closed, and when it is read back from what was stated about it.
///
/// @param ppm between -[#MAX_PPM] and [#MAX_PPM]
public record Stretch(int ppm) {
  /// 43 s a day; a clock that is worse than that is no clock.
  public static final int MAX_PPM = 500;

  public static final Stretch NONE = new Stretch(0);

  private static final long MILLION = 1_000_000;

  public Stretch {
    if (Math.abs(ppm) > MAX_PPM) {
      throw new IllegalArgumentException("A stretch of " + ppm + " ppm is no clock's.");
    }
  }

  /// The nearest one that adds so much to a length of time, or the most there is.
  ///
  /// @param media by the camera's clock, longer than 0
  public static Stretch adding(Duration more, Duration media) {
    double ppm = (double) more.toNanos() / media.toNanos() * MILLION;
    return new Stretch((int) Math.round(Math.clamp(ppm, -MAX_PPM, MAX_PPM)));
  }

  /// What a length of time by the camera's clock is longer by on the wall.
  public long nanos(long mediaNanos) {
    return Math.floorDiv(mediaNanos * ppm, MILLION);
  }

  /// The length of time by the camera's clock that lasts so long on the wall, to the nanosecond.
  long mediaNanos(long wallNanos) {
    return wallNanos - Math.floorDiv(wallNanos * ppm, MILLION + ppm);
  }
}
