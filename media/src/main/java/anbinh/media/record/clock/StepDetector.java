package anbinh.media.record.clock;

import anbinh.media.AccessUnit;
import anbinh.media.mp4.Ticks;
import java.time.Duration;
import java.time.Instant;

/// Tells when a clock was set: the recorder's wall clock against its monotonic one, or the camera's
/// timestamps against both. Delay on the network is not a step: it only makes pictures later, and
/// what was late catches up.
///
/// For one thread.
public final class StepDetector {
  /// The wall clock against the monotonic one, from one picture to the next.
  private static final long WALL_STEP_NANOS = 200_000_000;

  /// The same since the segment began; a time service that slews stays well below.
  private static final long WALL_DRIFT_NANOS = 500_000_000;

  /// How much less delayed than the least delayed a picture may be.
  private static final long EARLY_NANOS = 500_000_000;

  /// The same while a new session may still be draining what the camera had buffered.
  private static final long EARLY_AT_FIRST_NANOS = 10_000_000_000L;

  private static final long SETTLED_AFTER_NANOS = 10_000_000_000L;

  private boolean started;
  private long sessionNanos;
  private long offsetNanos;
  private long anchorNanos;
  private long highestTicks;
  private long leastNanos;

  public enum Step {
    NONE,
    WALL_CLOCK,
    CAMERA_CLOCK
  }

  /// Forgets everything: timestamps have a new origin.
  public void restart() {
    started = false;
  }

  /// The wall clock as it stands is the new reference; called when a segment begins.
  public void anchor() {
    anchorNanos = offsetNanos;
  }

  /// What the next picture says, which is then taken as what there is.
  ///
  /// @param ticks the presentation time as used, which may differ from the unit's after a step
  /// @param reorderDepth pictures that may be shown before one that was sent earlier
  public Step observe(AccessUnit unit, long ticks, int reorderDepth) {
    Step step = judge(unit, ticks, reorderDepth);
    if (!started) {
      started = true;
      sessionNanos = unit.receivedNanos();
      offsetNanos = offset(unit);
      anchorNanos = offsetNanos;
      highestTicks = ticks;
      leastNanos = lateness(unit, ticks);
    } else if (step != Step.CAMERA_CLOCK) {
      // Lets the least slowly rise, so that a camera whose clock runs slow is followed.
      leastNanos = Math.min(leastNanos + 2_000, lateness(unit, ticks));
      highestTicks = Math.max(highestTicks, ticks);
      offsetNanos = offset(unit);
    }
    return step;
  }

  /// What [#observe] would say.
  public Step judge(AccessUnit unit, long ticks, int reorderDepth) {
    if (!started) {
      return Step.NONE;
    }
    long tolerance =
        unit.receivedNanos() - sessionNanos < SETTLED_AFTER_NANOS
            ? EARLY_AT_FIRST_NANOS
            : EARLY_NANOS;
    long backwards = reorderDepth == 0 ? Ticks.PER_SECOND / 10 : Ticks.PER_SECOND;
    if (lateness(unit, ticks) < leastNanos - tolerance || ticks < highestTicks - backwards) {
      return Step.CAMERA_CLOCK;
    }
    long offset = offset(unit);
    return Math.abs(offset - offsetNanos) > WALL_STEP_NANOS
            || Math.abs(offset - anchorNanos) > WALL_DRIFT_NANOS
        ? Step.WALL_CLOCK
        : Step.NONE;
  }

  private static long lateness(AccessUnit unit, long ticks) {
    return unit.receivedNanos() - Ticks.toNanos(ticks);
  }

  private static long offset(AccessUnit unit) {
    return epochNanos(unit) - unit.receivedNanos();
  }

  private static long epochNanos(AccessUnit unit) {
    return Duration.between(Instant.EPOCH, unit.receivedAt()).toNanos();
  }
}
