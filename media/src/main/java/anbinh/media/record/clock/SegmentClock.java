package anbinh.media.record.clock;

import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.log.ClockEvidence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wall-clock time of one segment, from the camera's clock and the receipt of its pictures.
///
/// A picture cannot arrive before it is taken, so the least delayed one says best when the first
/// was: "the least delayed picture wins". What has been said about a picture's time is not changed
/// later, because clips are cut by it while the segment grows: a segment that continues another
/// starts exactly where that one ended, and is stretched as was decided then; a fresh one settles
/// its start within [#SETTLES_WITHIN] of its first picture. What its pictures say beyond that is
/// for the segment that continues it.
///
/// Receipt is measured on the monotonic clock; the wall clock is read once, at the first picture.
/// Times are whole microseconds, as databases keep them.
///
/// For one thread.
public final class SegmentClock {
  /// How long a camera may take to send what it had buffered; a step of its clock is judged alike.
  public static final Duration SETTLES_WITHIN = Duration.ofSeconds(10);

  /// How far a fresh start may be moved so that it does not overlap the segment before.
  public static final Duration MOST_DELAY = Duration.ofMillis(500);

  private final long firstTicks;
  private final @Nullable Instant continues;
  private final Stretch stretch;
  private final @Nullable Instant notBefore;
  private final Instant wallAtFirst;
  private final long monotonicAtFirst;
  private long leastNanos = Long.MAX_VALUE;
  private long settledNanos;
  private long leastCamera = Long.MAX_VALUE;
  private long mostCamera = Long.MIN_VALUE;
  private int reports;

  private SegmentClock(
      long firstTicks,
      Instant wallAtFirst,
      long monotonicAtFirst,
      @Nullable Instant continues,
      Stretch stretch,
      @Nullable Instant notBefore) {
    this.firstTicks = firstTicks;
    this.wallAtFirst = wallAtFirst;
    this.monotonicAtFirst = monotonicAtFirst;
    this.continues = continues;
    this.stretch = stretch;
    this.notBefore = notBefore;
  }

  /// @param start by the clock of the segment that this one continues
  /// @param stretch what that one found to be needed: [#stretchAfter]
  public static SegmentClock continuing(
      long firstTicks, Instant wall, long monotonic, Instant start, Stretch stretch) {
    return new SegmentClock(firstTicks, wall, monotonic, micros(start), stretch, null);
  }

  /// @param notBefore the end of the segment before, which delay alone must not overlap
  public static SegmentClock fresh(
      long firstTicks, Instant wall, long monotonic, @Nullable Instant notBefore) {
    return new SegmentClock(firstTicks, wall, monotonic, null, Stretch.NONE, notBefore);
  }

  /// Takes a picture's receipt into account.
  public void observe(long ticks, long monotonicNanos) {
    leastNanos = Math.min(leastNanos, lateness(ticks, monotonicNanos));
    if (monotonicNanos - monotonicAtFirst <= SETTLES_WITHIN.toNanos()) {
      settledNanos = leastNanos;
    }
  }

  /// Receipt after the first picture's receipt, less the media time since: comparable between the
  /// pictures of this segment.
  public long lateness(long ticks, long monotonicNanos) {
    return monotonicNanos - monotonicAtFirst - Ticks.toNanos(ticks - firstTicks);
  }

  /// The least [#lateness] so far; at most 0 once the first picture was observed.
  public long leastLateness() {
    return leastNanos;
  }

  /// Takes a sender report into account, stated by its distance from the first picture.
  public void observeCamera(Instant cameraTime, long ticks) {
    Instant first = cameraTime.minusNanos(Ticks.toNanos(ticks - firstTicks));
    long nanos = Duration.between(wallAtFirst, first).toNanos();
    leastCamera = Math.min(leastCamera, nanos);
    mostCamera = Math.max(mostCamera, nanos);
    reports++;
  }

  public long firstTicks() {
    return firstTicks;
  }

  public boolean follows() {
    return continues != null;
  }

  /// What this segment's own pictures say about its start.
  public Instant observedStart() {
    return micros(wallAtFirst.plusNanos(leastNanos == Long.MAX_VALUE ? 0 : leastNanos));
  }

  /// Final once a picture came later than [#SETTLES_WITHIN]; at once where it [#follows].
  public Instant start() {
    if (continues != null) {
      return continues;
    }
    Instant settled = wallAtFirst.plusNanos(settledNanos);
    if (notBefore != null
        && settled.isBefore(notBefore)
        && Duration.between(settled, notBefore).compareTo(MOST_DELAY) <= 0) {
      return notBefore;
    }
    return micros(settled);
  }

  public Duration startError() {
    return Duration.between(start(), observedStart());
  }

  public Stretch stretch() {
    return stretch;
  }

  /// @param durationTicks media time from the first picture
  public Instant end(long durationTicks) {
    return end(start(), durationTicks, stretch);
  }

  public static Instant end(Instant start, long durationTicks, Stretch stretch) {
    long media = Ticks.toNanos(durationTicks);
    return micros(start.plusNanos(media + stretch.nanos(media)));
  }

  /// By how much a segment that continues this one is to be stretched, so that in as much time as
  /// this one took it makes up for what this one still is off at its end.
  ///
  /// @param usual length of a segment; a shorter one is no measure
  public Stretch stretchAfter(long durationTicks, Duration usual) {
    Duration length = Ticks.toDuration(durationTicks);
    Duration off = startError().minusNanos(stretch.nanos(length.toNanos()));
    return Stretch.adding(off, length.compareTo(usual) < 0 ? usual : length);
  }

  public ClockEvidence evidence(long durationTicks, boolean rebased) {
    return new ClockEvidence(
        follows(),
        startError(),
        Duration.ofNanos(stretch.nanos(Ticks.toNanos(durationTicks))),
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

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
