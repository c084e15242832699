package anbinh.media.record.clock;

import anbinh.media.mp4.ClockRate;
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

  /// How far a fresh start may be moved so that it does not overlap the segment before, nor precede
  /// its connection. What a camera had buffered before that is older.
  public static final Duration MAX_DELAY = Duration.ofMillis(500);

  /// Receipt is looked for that often, so that no time is better known.
  public static final Duration MIN_UNCERTAINTY = Duration.ofMillis(80);

  private static final long STRETCH_NANOS = 1_000_000_000;

  private final long firstTicks;
  private final @Nullable Instant continues;
  private final Stretch stretch;
  private final @Nullable Instant notBefore;
  private final Instant wallAtFirst;
  private final long monotonicAtFirst;
  private long leastNanos = Long.MAX_VALUE;
  private long settledNanos;
  private ClockRate rate = ClockRate.DECLARED;
  private @Nullable FirstPictures first;

  // The least lateness of each stretch of time, less the stretch: the one of now, and the extremes.
  private long nowUntil;
  private long nowNanos = Long.MAX_VALUE;
  private long earliestNanos = Long.MAX_VALUE;
  private long latestNanos = Long.MIN_VALUE;
  private long beforeNanos = Long.MAX_VALUE;
  private long steepestNanos;

  private long leastCamera = Long.MAX_VALUE;
  private long mostCamera = Long.MIN_VALUE;
  private int reports;
  private @Nullable Instant lastReport;
  private long lastReportTicks;

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
    this.first = continues == null ? new FirstPictures() : null;
    this.nowUntil = monotonicAtFirst + STRETCH_NANOS;
  }

  /// @param start by the clock of the segment that this one continues
  /// @param stretch what that one found to be needed: [#stretchAfter]
  public static SegmentClock continuing(
      long firstTicks, Instant wall, long monotonic, Instant start, Stretch stretch) {
    return new SegmentClock(firstTicks, wall, monotonic, micros(start), stretch, null);
  }

  /// @param notBefore the end of the segment before, which delay alone must not overlap, or when
  ///   the connection was begun
  public static SegmentClock fresh(
      long firstTicks, Instant wall, long monotonic, @Nullable Instant notBefore) {
    return new SegmentClock(firstTicks, wall, monotonic, null, Stretch.NONE, notBefore);
  }

  /// Takes a picture's receipt into account.
  public void observe(long ticks, long monotonicNanos) {
    FirstPictures beginning = first;
    if (beginning != null && !beginning.add(ticks, monotonicNanos)) {
      first = null;
    }
    take(ticks, monotonicNanos);
  }

  private void take(long ticks, long monotonicNanos) {
    long late = lateness(ticks, monotonicNanos);
    leastNanos = Math.min(leastNanos, late);
    if (monotonicNanos - monotonicAtFirst <= SETTLES_WITHIN.toNanos()) {
      settledNanos = leastNanos;
    }
    if (monotonicNanos >= nowUntil) {
      endStretch();
      nowUntil = monotonicNanos + STRETCH_NANOS;
    }
    nowNanos = Math.min(nowNanos, late - stretch.nanos(media(ticks)));
  }

  private void endStretch() {
    if (nowNanos != Long.MAX_VALUE) {
      earliestNanos = Math.min(earliestNanos, nowNanos);
      latestNanos = Math.max(latestNanos, nowNanos);
      if (beforeNanos != Long.MAX_VALUE) {
        steepestNanos = Math.max(steepestNanos, Math.abs(nowNanos - beforeNanos));
      }
      beforeNanos = nowNanos;
      nowNanos = Long.MAX_VALUE;
    }
  }

  /// Takes the camera's ticks, since the first picture, as running at another rate: those that come
  /// and those that came. Only before the start has settled, since it changes what was said.
  public void correct(ClockRate measured) {
    FirstPictures beginning = first;
    if (beginning == null) {
      throw new IllegalStateException("What was said about this segment's times stays.");
    }
    rate = measured;
    leastNanos = Long.MAX_VALUE;
    nowUntil = monotonicAtFirst + STRETCH_NANOS;
    nowNanos = Long.MAX_VALUE;
    earliestNanos = Long.MAX_VALUE;
    latestNanos = Long.MIN_VALUE;
    beforeNanos = Long.MAX_VALUE;
    steepestNanos = 0;
    beginning.forEach(this::take);
    Instant report = lastReport;
    reports = 0;
    if (report != null) {
      leastCamera = Long.MAX_VALUE;
      mostCamera = Long.MIN_VALUE;
      observeCamera(report, lastReportTicks);
    }
  }

  /// Whether [#correct] may still be called.
  public boolean isCorrectable() {
    return first != null;
  }

  private long media(long ticks) {
    return Ticks.toNanos(rate.recorderTicks(ticks - firstTicks));
  }

  /// Receipt after the first picture's receipt, less the media time since: comparable between the
  /// pictures of this segment.
  private long lateness(long ticks, long monotonicNanos) {
    return monotonicNanos - monotonicAtFirst - media(ticks);
  }

  /// Takes a sender report into account, stated by its distance from the first picture.
  public void observeCamera(Instant cameraTime, long ticks) {
    lastReport = cameraTime;
    lastReportTicks = ticks;
    long nanos = Duration.between(wallAtFirst, cameraTime.minusNanos(media(ticks))).toNanos();
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
        && Duration.between(settled, notBefore).compareTo(MAX_DELAY) <= 0) {
      return notBefore;
    }
    return micros(settled);
  }

  /// What the pictures of the last second say about the start, minus the stated one.
  public Duration lastError() {
    long last = beforeNanos == Long.MAX_VALUE ? nowNanos : beforeNanos;
    return last == Long.MAX_VALUE
        ? Duration.ZERO
        : Duration.between(start(), wallAtFirst.plusNanos(last));
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

  /// @param source where the times of the segment's pictures come from
  /// @param measured the rate of the camera's clock, as found by arrivals
  public ClockEvidence evidence(
      long durationTicks, ClockEvidence.Source source, ClockRate measured) {
    return new ClockEvidence(
        follows(),
        startError(),
        Duration.ofNanos(stretch.nanos(Ticks.toNanos(durationTicks))),
        source,
        Optional.of(uncertainty(source)),
        measured,
        cameraOffset());
  }

  /// How far the times stated are from the least delayed pictures of any stretch of time, and for a
  /// clock that is not believed, how far they got from one stretch to the next.
  private Duration uncertainty(ClockEvidence.Source source) {
    endStretch();
    long stated = Duration.between(wallAtFirst, start()).toNanos();
    long most = Math.max(Math.abs(earliestNanos - stated), Math.abs(latestNanos - stated));
    Duration off =
        Duration.ofNanos(source == ClockEvidence.Source.RECEIPT ? most + steepestNanos : most);
    return off.compareTo(MIN_UNCERTAINTY) < 0
        ? MIN_UNCERTAINTY
        : off.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
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

  /// The pictures that came while nothing is said for good.
  private static final class FirstPictures {
    private static final int MAX = 1024;

    private final long[] ticks = new long[MAX];
    private final long[] nanos = new long[MAX];
    private int count;

    interface Taker {
      void take(long ticks, long nanos);
    }

    /// @return false when it is too late, or there are too many
    boolean add(long pictureTicks, long receivedNanos) {
      if (count == MAX || (count > 0 && receivedNanos - nanos[0] > SETTLES_WITHIN.toNanos())) {
        return false;
      }
      ticks[count] = pictureTicks;
      nanos[count] = receivedNanos;
      count++;
      return true;
    }

    void forEach(Taker taker) {
      for (int i = 0; i < count; i++) {
        taker.take(ticks[i], nanos[i]);
      }
    }
  }
}
