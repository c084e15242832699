package anbinh.media.record.clock;

import anbinh.media.mp4.Ticks;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.EndCause;
import java.time.Duration;
import java.time.Instant;

/// When a track's file ends at a key picture, and why: its time is up, a clock was set, or the
/// format changed.
///
/// Files change at moments a fixed time apart, which lie differently for every camera, so that a
/// disk never has to begin all files at once. For one thread.
public final class Rotation {
  /// A start that disagrees this much with the pictures is not carried on.
  private static final Duration LOST_CLOCK = Duration.ofSeconds(1);

  /// The same where times come from receipt, which follows a rate that changes within seconds.
  private static final Duration LOST_ARRIVALS = Duration.ofSeconds(3);

  private final long periodMillis;
  private final long staggerMillis;
  private long endTicks;

  /// Whether the file ends at the next key picture, because a clock was set.
  private boolean splitAtKey;

  /// Whether the recorder's own clock was set, so that the next file's time is another one.
  private boolean wallStepped;

  /// How a file ends.
  ///
  /// @param clockChanged whether the next file's time is another one, and not carried on from here
  public record Ending(EndCause cause, boolean clockChanged) {}

  public Rotation(String cameraKey, Duration period) {
    this.periodMillis = period.toMillis();
    this.staggerMillis = Math.floorMod(cameraKey.hashCode() * 0x9E3779B97F4A7C15L, periodMillis);
  }

  /// A file begins, which may last a sixth of the period at least.
  ///
  /// @param ticks of its first picture
  public void begin(Instant start, long ticks) {
    long left = periodMillis - Math.floorMod(start.toEpochMilli() - staggerMillis, periodMillis);
    long millis = left < periodMillis / 6 ? left + periodMillis : left;
    endTicks = ticks + millis * (Ticks.PER_SECOND / 1000);
    newSession();
  }

  /// The camera's clock was set.
  public void cameraClockStepped() {
    splitAtKey = true;
  }

  /// The recorder's own clock was set.
  public void wallClockStepped() {
    splitAtKey = true;
    wallStepped = true;
  }

  /// The open file's times are corrected by a rate, or turned out not to need it.
  public void corrected(boolean needed) {
    splitAtKey = needed;
  }

  /// Timestamps have a new origin; what was said of the old ones is over.
  public void newSession() {
    splitAtKey = false;
    wallStepped = false;
  }

  /// Whether the file ends where a key picture begins.
  ///
  /// @param forming whether the file's times may still have to be corrected
  public boolean isDue(long ticks, boolean forming) {
    return splitAtKey || (ticks >= endTicks && !forming);
  }

  /// How the file ends that [#isDue], or whose format changed.
  ///
  /// @param source where its times come from
  public Ending ending(SegmentClock file, ClockEvidence.Source source, boolean formatChanged) {
    boolean lost =
        source == ClockEvidence.Source.RECEIPT
            ? file.lastError().abs().compareTo(LOST_ARRIVALS) > 0
            : file.startError().abs().compareTo(LOST_CLOCK) > 0;
    EndCause cause =
        splitAtKey || lost
            ? EndCause.CLOCK_STEP
            : formatChanged ? EndCause.FORMAT_CHANGED : EndCause.ROTATED;
    return new Ending(cause, wallStepped || lost);
  }
}
