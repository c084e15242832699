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
final class StepDetector {
  /// The wall clock against the monotonic one, from one picture to the next.
  private static final long WALL_STEP_NANOS = 200_000_000;

  /// The same since the segment began; a time service that slews stays well below.
  private static final long WALL_DRIFT_NANOS = 500_000_000;

  /// How much less delayed than the least delayed a picture may be.
  private static final long EARLY_NANOS = 500_000_000;

  /// The same while a new session may still be draining what the camera had buffered.
  private static final long EARLY_AT_FIRST_NANOS = 10_000_000_000L;

  private static final long SETTLED_AFTER_NANOS = 10_000_000_000L;

  /// The same until a wrong rate of the camera's clock must have been noticed.
  private static final long EARLY_BEFORE_RATE_NANOS = 60_000_000_000L;

  private static final long RATE_AFTER_NANOS = 5_000_000_000L;

  private static final long REFERENCE_NANOS = 1_000_000_000;

  private boolean started;
  private long sessionNanos;
  private long offsetNanos;
  private long anchorNanos;
  private long highestTicks;
  private long leastNanos;
  private boolean ahead;

  /// The least lateness up to a moment ago: a clock that runs fast gets ahead of it step by step.
  private long referenceNanos;

  private long referredNanos;

  // The picture that was given another time may itself have been delayed: by so much those after it
  // turn out to be less delayed than the least delayed one before.
  private long rebasedNanos;
  private long leastBefore;
  private long biasNanos;

  /// Forgets everything: timestamps have a new origin.
  void restart() {
    started = false;
    ahead = false;
  }

  /// Whether pictures may be any time ahead: their clock is known to run fast.
  void allowAhead(boolean allow) {
    ahead = allow;
  }

  /// Where a picture belongs whose time cannot be: as little after its receipt as the least
  /// delayed.
  long expected(AccessUnit unit) {
    return Ticks.fromNanos(unit.receivedNanos() - referenceNanos - biasNanos);
  }

  /// From here on times run at another rate.
  void restartAt(AccessUnit unit, long ticks) {
    leastNanos = lateness(unit, ticks);
    referenceNanos = leastNanos;
    referredNanos = unit.receivedNanos();
    leastBefore = leastNanos;
    rebasedNanos = unit.receivedNanos() - SETTLED_AFTER_NANOS;
    biasNanos = 0;
  }

  /// The picture observed last was given another time, from which times go on.
  void rebase(AccessUnit unit, long ticks) {
    leastBefore = referenceNanos + biasNanos;
    rebasedNanos = unit.receivedNanos();
    highestTicks = ticks;
    leastNanos = leastBefore;
    referenceNanos = leastBefore;
    referredNanos = unit.receivedNanos();
    biasNanos = 0;
  }

  /// The wall clock as it stands is the new reference; called when a segment begins.
  void anchor() {
    anchorNanos = offsetNanos;
  }

  /// What the next picture says, which is then taken as what there is.
  ///
  /// @param ticks the presentation time as used, which may differ from the unit's after a step
  /// @param reorderDepth pictures that may be shown before one that was sent earlier
  ClockStep observe(AccessUnit unit, long ticks, int reorderDepth) {
    ClockStep step = judge(unit, ticks, reorderDepth);
    if (!started) {
      started = true;
      sessionNanos = unit.receivedNanos();
      offsetNanos = offset(unit);
      anchorNanos = offsetNanos;
      highestTicks = ticks;
      restartAt(unit, ticks);
    } else if (step != ClockStep.CAMERA_CLOCK) {
      // Lets the least slowly rise, so that a camera whose clock runs slow is followed.
      leastNanos = Math.min(leastNanos + 2_000, lateness(unit, ticks));
      highestTicks = Math.max(highestTicks, ticks);
      offsetNanos = offset(unit);
      if (unit.receivedNanos() - referredNanos >= REFERENCE_NANOS) {
        referenceNanos = leastNanos;
        referredNanos = unit.receivedNanos();
      }
      if (unit.receivedNanos() - rebasedNanos < SETTLED_AFTER_NANOS) {
        biasNanos = leastBefore - referenceNanos;
      }
    }
    return step;
  }

  /// What [#observe] would say.
  ClockStep judge(AccessUnit unit, long ticks, int reorderDepth) {
    if (!started) {
      return ClockStep.NONE;
    }
    long backwards = reorderDepth == 0 ? Ticks.PER_SECOND / 10 : Ticks.PER_SECOND;
    if (lateness(unit, ticks) < referenceNanos - tolerance(unit)
        || ticks < highestTicks - backwards) {
      return ClockStep.CAMERA_CLOCK;
    }
    long offset = offset(unit);
    return Math.abs(offset - offsetNanos) > WALL_STEP_NANOS
            || Math.abs(offset - anchorNanos) > WALL_DRIFT_NANOS
        ? ClockStep.WALL_CLOCK
        : ClockStep.NONE;
  }

  private long tolerance(AccessUnit unit) {
    long since = unit.receivedNanos() - sessionNanos;
    if (ahead) {
      return Long.MAX_VALUE / 4;
    }
    return since < RATE_AFTER_NANOS
        ? EARLY_BEFORE_RATE_NANOS
        : since < SETTLED_AFTER_NANOS ? EARLY_AT_FIRST_NANOS : EARLY_NANOS;
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
