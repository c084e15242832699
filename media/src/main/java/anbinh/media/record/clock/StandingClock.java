package anbinh.media.record.clock;

import anbinh.media.AccessUnit;
import anbinh.media.mp4.Ticks;

/// Gives pictures times from their receipt while the camera's timestamps stand still, so that a
/// broken clock does not put hours of pictures at one moment. For one thread.
final class StandingClock {
  /// So many pictures in a row, over so much time, must bring nothing new: more than reordering and
  /// pictures that share a timestamp do.
  private static final int PICTURES = 20;

  private static final long NANOS = 1_000_000_000;

  private boolean started;
  private boolean standing;
  private long highest;
  private long lastRaw;
  private long lastGiven;
  private long advancedNanos;
  private int inRow;

  /// The picture with the time to use; the same one as long as the camera's clock runs.
  AccessUnit follow(AccessUnit unit) {
    long raw = unit.pts90k();
    if (standing) {
      inRow = raw == lastRaw ? 0 : inRow + 1;
      lastRaw = raw;
      if (inRow < PICTURES) {
        return byReceipt(unit);
      }
      restart();
    }
    if (!started || raw > highest) {
      started = true;
      highest = raw;
      advancedNanos = unit.receivedNanos();
      inRow = 0;
    } else if (raw < highest - Ticks.PER_SECOND) {
      // A jump, which is not this one's to judge.
      restart();
    } else if (++inRow >= PICTURES && unit.receivedNanos() - advancedNanos >= NANOS) {
      standing = true;
      inRow = 0;
      lastRaw = raw;
      lastGiven = highest;
      return byReceipt(unit);
    }
    return unit;
  }

  /// Whether the last picture's time came from its receipt.
  boolean isStanding() {
    return standing;
  }

  void restart() {
    started = false;
    standing = false;
  }

  private AccessUnit byReceipt(AccessUnit unit) {
    long elapsed = Ticks.fromNanos(unit.receivedNanos() - advancedNanos);
    lastGiven = Math.max(lastGiven + 1, highest + elapsed);
    return unit.at(lastGiven);
  }
}
