package anbinh.media.record;

import anbinh.media.mp4.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wall-clock time of one segment, from the camera's clock and the receipt of its pictures.
///
/// A picture cannot arrive before it is taken, so the least delayed one says best when the first
/// was: "the least delayed picture wins". A segment that continues another starts exactly where
/// that one ended, and its end is moved by at most 500 ppm towards what its own pictures say.
/// Receipt is measured on the monotonic clock; the wall clock is read once, at the first picture.
///
/// For one thread.
final class SegmentClock {
  /// The most by which a segment is stretched: 1/2000, 500 ppm, 43 s a day.
  static final long MOST_STRETCH = 2000;

  /// How far a fresh start may be moved so that it does not overlap the segment before.
  static final Duration MOST_DELAY = Duration.ofMillis(500);

  private final long firstTicks;
  private final @Nullable Instant continues;
  private final @Nullable Instant notBefore;
  private final Instant wallAtFirst;
  private final long monotonicAtFirst;
  private long leastNanos = Long.MAX_VALUE;
  private long leastCamera = Long.MAX_VALUE;
  private long mostCamera = Long.MIN_VALUE;
  private int reports;

  private SegmentClock(
      long firstTicks,
      Instant wallAtFirst,
      long monotonicAtFirst,
      @Nullable Instant continues,
      @Nullable Instant notBefore) {
    this.firstTicks = firstTicks;
    this.wallAtFirst = wallAtFirst;
    this.monotonicAtFirst = monotonicAtFirst;
    this.continues = continues;
    this.notBefore = notBefore;
  }

  /// @param start the end of the segment that this one continues
  static SegmentClock continuing(long firstTicks, Instant wall, long monotonic, Instant start) {
    return new SegmentClock(firstTicks, wall, monotonic, start, null);
  }

  /// @param notBefore the end of the segment before, which delay alone must not overlap
  static SegmentClock fresh(
      long firstTicks, Instant wall, long monotonic, @Nullable Instant notBefore) {
    return new SegmentClock(firstTicks, wall, monotonic, null, notBefore);
  }

  /// Takes a picture's receipt into account.
  void observe(long ticks, long monotonicNanos) {
    leastNanos = Math.min(leastNanos, lateness(ticks, monotonicNanos));
  }

  /// Receipt after the first picture's receipt, less the media time since: comparable between the
  /// pictures of this segment.
  long lateness(long ticks, long monotonicNanos) {
    return monotonicNanos - monotonicAtFirst - Ticks.toNanos(ticks - firstTicks);
  }

  /// The least [#lateness] so far; at most 0 once the first picture was observed.
  long leastLateness() {
    return leastNanos;
  }

  /// Takes a sender report into account, stated by its distance from the first picture.
  void observeCamera(Instant cameraTime, long ticks) {
    Instant first = cameraTime.minusNanos(Ticks.toNanos(ticks - firstTicks));
    long nanos = Duration.between(wallAtFirst, first).toNanos();
    leastCamera = Math.min(leastCamera, nanos);
    mostCamera = Math.max(mostCamera, nanos);
    reports++;
  }

  long firstTicks() {
    return firstTicks;
  }

  boolean follows() {
    return continues != null;
  }

  /// What this segment's own pictures say about its start.
  Instant observedStart() {
    return wallAtFirst.plusNanos(leastNanos == Long.MAX_VALUE ? 0 : leastNanos);
  }

  Instant start() {
    if (continues != null) {
      return continues;
    }
    Instant observed = observedStart();
    if (notBefore != null
        && observed.isBefore(notBefore)
        && Duration.between(observed, notBefore).compareTo(MOST_DELAY) <= 0) {
      return notBefore;
    }
    return observed;
  }

  Duration startError() {
    return Duration.between(start(), observedStart());
  }

  /// @param durationTicks media time from the first picture
  Instant end(long durationTicks) {
    long media = Ticks.toNanos(durationTicks);
    return start().plusNanos(media + stretchNanos(media));
  }

  private long stretchNanos(long mediaNanos) {
    if (continues == null) {
      return 0;
    }
    long most = mediaNanos / MOST_STRETCH;
    return Math.clamp(startError().toNanos(), -most, most);
  }

  ClockEvidence evidence(long durationTicks, boolean rebased) {
    return new ClockEvidence(
        follows(),
        startError(),
        Duration.ofNanos(stretchNanos(Ticks.toNanos(durationTicks))),
        rebased,
        cameraOffset());
  }

  private Optional<ClockEvidence.CameraOffset> cameraOffset() {
    if (reports == 0) {
      return Optional.empty();
    }
    Instant middle = wallAtFirst.plusNanos(leastCamera / 2 + mostCamera / 2);
    return Optional.of(
        new ClockEvidence.CameraOffset(
            ClockEvidence.Method.RTCP_SENDER_REPORT,
            Duration.between(start(), middle),
            Duration.ofNanos(Math.max(1_000_000, (mostCamera - leastCamera) / 2)),
            reports));
  }
}
