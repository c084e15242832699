package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.log.Gap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a track's last segment ended, and what that means for the next one's time.
///
/// @param ticks the camera's time of the end
/// @param stretch of the next segment, where it follows
/// @param follow whether the camera's clock carries on from there
/// @param stepped whether a clock was set there, so that what follows may overlap
/// @param cause of the gap, should one follow without being stated otherwise
record SegmentEnd(
    Instant at, long ticks, Stretch stretch, boolean follow, boolean stepped, Gap.Cause cause) {
  /// The camera's clock is trusted across a hole in a session for at most so long.
  private static final long TRUSTED_HOLE_TICKS = 600L * Ticks.PER_SECOND;

  SegmentEnd withoutFollow() {
    return new SegmentEnd(at, ticks, stretch, false, stepped, cause);
  }

  SegmentEnd afterStep() {
    return new SegmentEnd(at, ticks, stretch, false, true, cause);
  }

  /// The clock of a segment that begins with a picture at a time of the camera.
  ///
  /// @param sessionBegan when the connection was begun
  static SegmentClock nextClock(
      @Nullable SegmentEnd last, AccessUnit unit, long ticks, @Nullable Instant sessionBegan) {
    if (last != null
        && last.follow
        && ticks >= last.ticks
        && ticks - last.ticks < TRUSTED_HOLE_TICKS) {
      Instant start = last.at.plusNanos(Ticks.toNanos(ticks - last.ticks));
      return SegmentClock.continuing(
          ticks, unit.receivedAt(), unit.receivedNanos(), start, last.stretch);
    }
    Instant notBefore = sessionBegan;
    if (last != null && !last.stepped && (sessionBegan == null || last.at.isAfter(sessionBegan))) {
      notBefore = last.at;
    }
    return SegmentClock.fresh(ticks, unit.receivedAt(), unit.receivedNanos(), notBefore);
  }
}
