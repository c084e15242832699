package anbinh.media.record.clock;

import anbinh.media.mp4.Ticks;
import java.time.Duration;
import java.time.Instant;

/// When a track's files change: at moments a fixed time apart, which lie differently for every
/// camera, so that a disk never has to begin all files at once.
public final class Rotation {
  private final long periodMillis;
  private final long staggerMillis;

  public Rotation(String cameraKey, Duration period) {
    this.periodMillis = period.toMillis();
    this.staggerMillis = Math.floorMod(cameraKey.hashCode() * 0x9E3779B97F4A7C15L, periodMillis);
  }

  /// How long a file that starts now may last, in ticks; a sixth of the period at least.
  public long ticksFrom(Instant start) {
    long left = periodMillis - Math.floorMod(start.toEpochMilli() - staggerMillis, periodMillis);
    long millis = left < periodMillis / 6 ? left + periodMillis : left;
    return millis * (Ticks.PER_SECOND / 1000);
  }
}
