package anbinh.media.mp4;

import java.time.Duration;

/// Conversions between 90 kHz ticks and the clock's nanoseconds. One tick is 11,111 1/9 ns.
public final class Ticks {
  public static final int PER_SECOND = 90_000;

  private Ticks() {}

  /// Rounded down; exact to a nanosecond for any length that a recording can have.
  public static long toNanos(long ticks) {
    long seconds = Math.floorDiv(ticks, PER_SECOND);
    long rest = Math.floorMod(ticks, PER_SECOND);
    return seconds * 1_000_000_000L + rest * 100_000L / 9;
  }

  /// Rounded down.
  public static long fromNanos(long nanos) {
    long seconds = Math.floorDiv(nanos, 1_000_000_000L);
    long rest = Math.floorMod(nanos, 1_000_000_000L);
    return seconds * PER_SECOND + rest * 9 / 100_000L;
  }

  public static Duration toDuration(long ticks) {
    return Duration.ofNanos(toNanos(ticks));
  }

  public static long fromDuration(Duration duration) {
    return fromNanos(duration.toNanos());
  }
}
