package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.DecodeTimes;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.clock.CameraRate;
import anbinh.media.record.clock.Rotation;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.clock.StandingClock;
import anbinh.media.record.clock.StepDetector;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.disk.Tail;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Turns one track's events into segment files and gaps. Everything that decides where a file ends,
/// what time it has and what is missing is here.
///
/// Driven by one writer thread. What an ordinary picture needs neither waits nor touches the disk,
/// so the ingest thread may do it itself ([#tryTake]) while the picture is in its cache; the lock
/// keeps the two apart, and those who look at the open segment meanwhile.
final class TrackWriter {
  /// Assumed until two pictures have been seen: 25 a second.
  private static final int ASSUMED_PICTURE_TICKS = 3600;

  /// More than this is not read back for a viewer, who then waits for the next key picture.
  private static final int MAX_LIVE_BACKLOG_BYTES = 4 << 20;

  /// A longer time without a picture, because packets were lost, is a gap.
  private static final long MAX_HOLE_TICKS = Ticks.PER_SECOND;

  private static final long NO_PICTURE = Long.MIN_VALUE;

  /// A start that disagrees this much with the pictures is not carried on.
  private static final Duration LOST_CLOCK = Duration.ofSeconds(1);

  /// The same where times come from receipt, which follows a rate that changes within seconds.
  private static final Duration LOST_ARRIVALS = Duration.ofSeconds(3);

  private final TrackContext context;
  private final TrackQueue queue;
  private final ReentrantLock lock = new ReentrantLock();
  private final TrackGaps gaps;
  private final LiveFan live = new LiveFan();
  private final CameraRate rate = new CameraRate();
  private final StandingClock standing = new StandingClock();
  private final StepDetector steps = new StepDetector();
  private final Rotation rotation;
  private @Nullable VideoFormat format;
  private @Nullable VideoFormat nextFormat;
  private @Nullable DecodeTimes decodeTimes;
  private @Nullable Tail tail;
  private @Nullable SegmentWriter segment;
  private @Nullable SegmentEnd end;
  private @Nullable EndCause splitAtKey;

  /// Whether the recorder's own clock was set, so that the next file's time is another one.
  private boolean wallStepped;

  private @Nullable SenderReport earlyReport;

  /// How long the next file is likely to become: a little more than the last that was not cut
  /// short.
  private long expectedBytes;

  /// When the connection was begun that brings the pictures.
  private @Nullable Instant sessionBegan;

  private volatile ClockRate measuredRate = ClockRate.DECLARED;
  private volatile ClockEvidence.Source source = ClockEvidence.Source.CAMERA_TIMESTAMPS;

  /// Packets missing since the last picture.
  private int lost;

  private long lastTicks;
  private long lastNanos = NO_PICTURE;
  private long rotateAtTicks;
  private int pictureTicks = ASSUMED_PICTURE_TICKS;

  TrackWriter(TrackContext context, TrackQueue queue, Optional<Instant> recordedUntil) {
    this.context = context;
    this.queue = queue;
    this.gaps = new TrackGaps(context);
    this.rotation = new Rotation(context.cameraKey(), context.options().rotateAfter());
    Instant now = context.clock().instant();
    gaps.begin(
        recordedUntil.orElse(now),
        recordedUntil.isPresent() ? Gap.Cause.RESTART : Gap.Cause.STARTING,
        Optional.empty(),
        "");
  }

  /// The rate of the camera's timestamps, as measured; for any thread.
  ClockRate rate() {
    return measuredRate;
  }

  /// Where the times of the open segment's pictures come from; for any thread.
  ClockEvidence.Source source() {
    return source;
  }

  TrackGaps gaps() {
    return gaps;
  }

  /// Takes an ordinary picture without waiting, unless others wait in the queue before it.
  ///
  /// @return false when it was not taken and has to be queued
  boolean tryTake(AccessUnit unit) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      boolean taken = queue.isEmpty() && isOrdinary(unit);
      if (taken) {
        picture(unit);
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// Whether what is staged is to be written; for the thread that just staged it.
  boolean isDue() {
    SegmentWriter current = segment;
    return current != null && current.isDue();
  }

  /// Whether all that a picture needs is to be staged in the open segment.
  private boolean isOrdinary(AccessUnit unit) {
    SegmentWriter current = segment;
    long ticks = rate.ticks(unit.pts90k());
    return current != null
        && current.failure() == null
        && decodeTimes != null
        && nextFormat == null
        && !live.hasViewers()
        && !standing.isStanding()
        && (!unit.key() || (splitAtKey == null && !isTimeUp(ticks)))
        && steps.judge(unit, ticks, depth()) == StepDetector.Step.NONE
        && current.hasRoom(unit)
        && NalUnits.fill(unit.payload());
  }

  /// Works off what is queued, in order, and writes what it brings.
  ///
  /// @param emptied a list without elements, which the queue goes on with
  /// @return the list that was worked off
  List<TrackQueue.Event> drain(List<TrackQueue.Event> emptied) {
    lock.lock();
    try {
      SegmentWriter current = segment;
      IOException failure = current == null ? null : current.failure();
      if (current != null && failure != null) {
        abandon(current, failure);
      }
      List<TrackQueue.Event> events = queue.isEmpty() ? emptied : queue.swap(emptied);
      events.forEach(this::workOff);
      SegmentWriter target = segment;
      if (target != null && target.isDue()) {
        flush();
      }
      return events;
    } finally {
      lock.unlock();
    }
  }

  private void workOff(TrackQueue.Event event) {
    switch (event) {
      case TrackQueue.Event.Picture(AccessUnit unit) -> picture(unit);
      case TrackQueue.Event.Format(VideoFormat next) -> format(next);
      case TrackQueue.Event.Loss(int packets) -> {
        context.counters().lost(packets);
        lost += Math.max(1, packets);
      }
      case TrackQueue.Event.Report(SenderReport report) -> report(report);
      case TrackQueue.Event.State(StreamState state) -> state(state);
      case TrackQueue.Event.Overflow(int pictures) -> {
        context.counters().dropped(pictures);
        broken(
            EndCause.OVERLOAD, Gap.Cause.OVERLOAD, pictures + " pictures came too fast to write.");
      }
    }
  }

  /// Ends the track in order.
  void close() {
    lock.lock();
    try {
      closeSegment(EndCause.CLOSED, Gap.Cause.STARTING, false);
      closeTail();
      gaps.end(context.clock().instant());
      live.end();
    } finally {
      lock.unlock();
    }
  }

  /// Adds a viewer, who begins with the last key picture where the open file holds it.
  void join(LiveFeed feed) {
    lock.lock();
    try {
      live.join(feed, sinceKey());
    } finally {
      lock.unlock();
    }
  }

  private List<LiveEvent.Fragment> sinceKey() {
    flush();
    SegmentWriter current = segment;
    if (current == null || current.written() == 0) {
      return List.of();
    }
    try {
      return current.readSinceKey(live, MAX_LIVE_BACKLOG_BYTES);
    } catch (IOException e) {
      // The viewer merely waits for the next key picture.
      return List.of();
    }
  }

  /// A fault of the recorder itself: the segment is kept as far as it was written.
  void fault(Throwable fault) {
    lock.lock();
    try {
      broken(EndCause.FAULT, Gap.Cause.FAULT, String.valueOf(fault));
      closeTail();
      newSession();
    } finally {
      lock.unlock();
    }
  }

  /// Gives up the open segment without touching it, after a fault that cannot be handled; its file
  /// stays for [Recovery].
  void forget() {
    lock.lock();
    try {
      SegmentWriter current = segment;
      segment = null;
      closeTail();
      newSession();
      if (current != null) {
        context.disk().abandon(current);
      }
    } finally {
      lock.unlock();
    }
  }

  Optional<RecordedSegment> findOpenSegment() {
    lock.lock();
    try {
      flush();
      SegmentWriter current = segment;
      if (current == null || current.written() == 0 || current.failure() != null) {
        return Optional.empty();
      }
      return Optional.of(current.recorded(current.estimateDuration(pictureTicks)));
    } finally {
      lock.unlock();
    }
  }

  private void picture(AccessUnit sent) {
    AccessUnit unit = standing.follow(rate.follow(sent));
    if (!NalUnits.fill(unit.payload())) {
      broken(EndCause.LOSS, Gap.Cause.LOSS, "A picture was malformed.");
      return;
    }
    VideoFormat changed = nextFormat;
    if (changed != null && !unit.key()) {
      closeSegment(EndCause.FORMAT_CHANGED, Gap.Cause.FORMAT_CHANGED, true);
      adopt(changed);
    }
    if (format == null && changed == null) {
      context.counters().dropped(1);
      return;
    }
    long ticks = placed(sent, unit);
    correctRate();
    if (lost > 0) {
      afterLoss(ticks);
    }
    SegmentWriter current = segment;
    if (current != null
        && unit.key()
        && (splitAtKey != null || nextFormat != null || isTimeUp(ticks))) {
      rotate(current, unit, ticks);
    }
    if (nextFormat != null) {
      adopt(nextFormat);
    }
    write(unit, ticks);
    SegmentWriter target = segment;
    if (target != null && (standing.isStanding() || rate.isCorrected())) {
      target.timeByReceipt(rate.measured());
    }
    if (target != null && target.source() != source) {
      source = target.source();
    }
    if (!measuredRate.equals(rate.measured())) {
      measuredRate = rate.measured();
    }
    if (ticks > lastTicks && lastNanos != NO_PICTURE) {
      pictureTicks = (int) Math.clamp(ticks - lastTicks, 1, 10L * Ticks.PER_SECOND);
    }
    lastTicks = ticks;
    lastNanos = unit.receivedNanos();
  }

  private boolean isTimeUp(long ticks) {
    return ticks >= rotateAtTicks && !rate.isForming();
  }

  /// The presentation time to use, after looking for steps of either clock.
  private long placed(AccessUnit sent, AccessUnit unit) {
    long ticks = unit.pts90k();
    return switch (steps.observe(unit, ticks, depth())) {
      case NONE -> ticks;
      case WALL_CLOCK -> {
        splitAtKey = EndCause.CLOCK_STEP;
        wallStepped = true;
        SegmentEnd last = end;
        if (segment == null && last != null) {
          end = last.afterStep();
        }
        yield ticks;
      }
      case CAMERA_CLOCK -> afterCameraStep(sent);
    };
  }

  /// The camera's timestamps jumped. Pictures up to the next key picture cannot begin a file, so
  /// they stay in the open one with times from their receipt, which the file states.
  private long afterCameraStep(AccessUnit sent) {
    SegmentWriter current = segment;
    if (current == null || lastNanos == NO_PICTURE) {
      closeSegment(EndCause.CLOCK_STEP, Gap.Cause.CLOCK_STEP, false);
      newSession();
      AccessUnit unit = rate.follow(sent);
      steps.observe(unit, unit.pts90k(), depth());
      return unit.pts90k();
    }
    long placed = Math.max(lastTicks + 1, steps.expected(sent));
    rate.rebase(sent, placed);
    steps.rebase(sent, placed);
    current.timeByReceipt(rate.measured());
    splitAtKey = EndCause.CLOCK_STEP;
    return placed;
  }

  /// Lost packets end no file: what came is kept as damaged. Only where no picture came for long is
  /// that a gap, and the pictures after it, which nothing whole comes before, are left out up to
  /// the next key picture.
  private void afterLoss(long ticks) {
    long longest = Math.max(MAX_HOLE_TICKS, 3L * pictureTicks);
    if (segment != null && lastNanos != NO_PICTURE && ticks - lastTicks > longest) {
      broken(EndCause.LOSS, Gap.Cause.LOSS, lost + " packets are missing.");
    }
    lost = 0;
  }

  /// Where the camera's clock turned out to run at another rate before anything was said for good,
  /// the open segment's times are corrected as a whole, and the next one begins at the true rate.
  private void correctRate() {
    SegmentWriter current = segment;
    Optional<ClockRate> found = rate.sinceBeginning();
    steps.allowAhead(found.isPresent());
    if (current != null && (found.isPresent() || !current.corrected().isDeclared())) {
      current.correct(found.orElse(ClockRate.DECLARED));
      splitAtKey = found.isPresent() ? EndCause.CLOCK_STEP : null;
    }
  }

  /// Ends the open segment where a key picture begins, so that its length is exact.
  private void rotate(SegmentWriter current, AccessUnit unit, long ticks) {
    if (!flush()) {
      return;
    }
    long duration = Math.max(1, ticks - current.clock().firstTicks());
    boolean lost =
        current.source() == ClockEvidence.Source.RECEIPT
            ? current.clock().lastError().abs().compareTo(LOST_ARRIVALS) > 0
            : current.clock().startError().abs().compareTo(LOST_CLOCK) > 0;
    EndCause cause =
        splitAtKey == EndCause.CLOCK_STEP || lost
            ? EndCause.CLOCK_STEP
            : nextFormat != null ? EndCause.FORMAT_CHANGED : EndCause.ROTATED;
    boolean clockChanged = wallStepped || lost;
    if (!current.corrected().isDeclared()) {
      steps.restartAt(unit, ticks);
    }
    end =
        new SegmentEnd(
            finish(current, duration, cause, false),
            ticks,
            stretchAfter(current, duration),
            !clockChanged,
            clockChanged,
            Gap.Cause.CLOCK_STEP);
  }

  private void write(AccessUnit unit, long ticks) {
    VideoFormat current = format;
    DecodeTimes times = decodeTimes;
    if (current == null || (times == null && !unit.key())) {
      context.counters().dropped(1);
      return;
    }
    if (times == null) {
      times = new DecodeTimes(current.reorderDepth(), pictureTicks);
      decodeTimes = times;
      live.interrupt();
    }
    long decode = times.next(ticks);
    live.picture(current, unit, ticks, decode, pictureTicks);
    if (segment == null && (!unit.key() || !begin(current, unit, ticks, decode))) {
      context.counters().dropped(1);
      return;
    }
    SegmentWriter target = segment;
    if (target != null) {
      target.clock().observe(ticks, unit.receivedNanos());
      try {
        long before = target.sizeBytes();
        target.stage(unit, ticks, decode, pictureTicks);
        context.counters().picture(unit, target.sizeBytes() - before);
      } catch (IOException e) {
        failed(target, e);
        context.counters().dropped(1);
      }
      if (target.isFull()) {
        broken(EndCause.OVERLOAD, Gap.Cause.OVERLOAD, "No key picture came for too long.");
      }
    }
  }

  private boolean begin(VideoFormat current, AccessUnit unit, long ticks, long decode) {
    Optional<Gap.Cause> refusal = context.gate().refusal();
    if (refusal.isPresent()) {
      gaps.begin(now(), refusal.get(), Optional.empty(), context.gate().detail().orElse(""));
      return false;
    }
    SegmentClock clock = SegmentEnd.nextClock(end, unit, ticks, sessionBegan);
    if (clock.follows()) {
      rate.settle();
    }
    clock.observe(ticks, unit.receivedNanos());
    SegmentPath path =
        new SegmentPath(context.cameraKey(), clock.start().toEpochMilli(), context.names().get());
    try {
      segment =
          SegmentWriter.begin(
              context.root().folder(),
              path,
              current,
              clock,
              decode,
              expectedBytes,
              tailOf(path.cameraKey()));
      begun(segment, path, ticks);
      return true;
    } catch (IOException e) {
      Gap.Cause cause = context.gate().failed(e);
      gaps.begin(now(), cause, Optional.empty(), String.valueOf(e.getMessage()));
      return false;
    }
  }

  /// The track's tail; one that no process outlives is tried again with every segment.
  private Tail tailOf(String cameraKey) {
    Tail present = tail;
    if (present != null && present.isKept()) {
      return present;
    }
    closeTail();
    Tail opened = Tail.open(context.root().folder().resolve(cameraKey));
    tail = opened;
    return opened;
  }

  private void closeTail() {
    Tail present = tail;
    tail = null;
    if (present != null) {
      present.close();
    }
  }

  private void begun(SegmentWriter begun, SegmentPath path, long ticks) {
    context.gate().passed();
    context.disk().watch(begun);
    context
        .log()
        .opened(
            new OpenedSegment(context.cameraKey(), path.relative(), begun.start(), begun.format()));
    SegmentEnd last = end;
    if (last != null && !gaps.isOpen() && !last.at().equals(begun.start())) {
      gaps.begin(last.at(), last.cause(), Optional.empty(), "");
    }
    gaps.end(begun.start());
    steps.anchor();
    splitAtKey = null;
    wallStepped = false;
    SenderReport report = earlyReport;
    if (report != null) {
      begun.clock().observeCamera(report.cameraTime(), rate.ticks(report.pts90k()));
      earlyReport = null;
    }
    rotateAtTicks = ticks + rotation.ticksFrom(begun.start());
  }

  private void format(VideoFormat next) {
    if (!next.equals(format)) {
      nextFormat = next;
    }
  }

  private void adopt(VideoFormat next) {
    format = next;
    nextFormat = null;
    decodeTimes = null;
  }

  private void report(SenderReport report) {
    SegmentWriter current = segment;
    if (current != null) {
      current.clock().observeCamera(report.cameraTime(), rate.ticks(report.pts90k()));
    } else {
      earlyReport = report;
    }
  }

  private void state(StreamState state) {
    standing.restart();
    switch (state) {
      case StreamState.Streaming streaming -> {}
      case StreamState.Connecting connecting -> {
        closeSegment(EndCause.CAMERA_DOWN, Gap.Cause.CAMERA_DOWN, false);
        if (!gaps.isOpen()) {
          gaps.begin(lastEnd(), Gap.Cause.CAMERA_DOWN, Optional.empty(), "");
        }
        newSession();
        sessionBegan = context.clock().instant();
      }
      case StreamState.Down(StreamState.Cause cause, String detail, Duration retryIn) -> {
        closeSegment(EndCause.CAMERA_DOWN, Gap.Cause.CAMERA_DOWN, false);
        gaps.begin(lastEnd(), Gap.Cause.CAMERA_DOWN, Optional.of(cause), detail);
        tellInterrupted();
        newSession();
      }
      case StreamState.Closed closed -> {
        closeSegment(EndCause.CAMERA_DOWN, Gap.Cause.CAMERA_DOWN, false);
        if (!gaps.isOpen()) {
          gaps.begin(lastEnd(), Gap.Cause.CAMERA_DOWN, Optional.empty(), "The stream was closed.");
        }
        newSession();
      }
    }
  }

  /// Pictures are missing from here to the next key picture, within the session.
  private void broken(EndCause ended, Gap.Cause cause, String detail) {
    boolean wasOpen = segment != null;
    closeSegment(ended, cause, true);
    decodeTimes = null;
    lastNanos = NO_PICTURE;
    if (wasOpen || !gaps.isOpen()) {
      gaps.begin(lastEnd(), cause, Optional.empty(), detail);
    }
    tellInterrupted();
  }

  private void tellInterrupted() {
    gaps.current().ifPresent(gap -> live.tell(new LiveEvent.Interrupted(gap)));
  }

  private void newSession() {
    steps.restart();
    decodeTimes = null;
    earlyReport = null;
    splitAtKey = null;
    wallStepped = false;
    rate.newSession();
    standing.restart();
    lost = 0;
    lastNanos = NO_PICTURE;
    SegmentEnd last = end;
    if (last != null) {
      end = last.withoutFollow();
    }
  }

  /// Ends the open segment, whose last picture's length is an estimate.
  private void closeSegment(EndCause cause, Gap.Cause gapCause, boolean follow) {
    SegmentWriter current = segment;
    if (current == null || !flush()) {
      return;
    }
    closeWritten(current, cause, gapCause, follow, false);
  }

  private void closeWritten(
      SegmentWriter current, EndCause cause, Gap.Cause gapCause, boolean follow, boolean torn) {
    if (current.written() == 0) {
      segment = null;
      current.leaveTail();
      end = beforeItBegan(current, follow, gapCause);
      context.disk().abandon(current);
      return;
    }
    long duration = current.estimateDuration(pictureTicks);
    end =
        new SegmentEnd(
            finish(current, duration, cause, torn),
            current.clock().firstTicks() + duration,
            stretchAfter(current, duration),
            follow,
            cause == EndCause.CLOCK_STEP,
            gapCause);
  }

  /// Times of receipt need no stretch: they follow arrivals by themselves.
  private Stretch stretchAfter(SegmentWriter current, long duration) {
    if (current.source() == ClockEvidence.Source.RECEIPT) {
      return Stretch.NONE;
    }
    long media = current.corrected().recorderTicks(duration);
    return current.clock().stretchAfter(media, context.options().rotateAfter());
  }

  /// As if a segment of which nothing is claimed had never begun.
  private static SegmentEnd beforeItBegan(
      SegmentWriter current, boolean follow, Gap.Cause gapCause) {
    SegmentClock clock = current.clock();
    return new SegmentEnd(
        clock.start(), clock.firstTicks(), clock.stretch(), follow, false, gapCause);
  }

  /// @return the segment's end
  private Instant finish(SegmentWriter current, long duration, EndCause cause, boolean torn) {
    segment = null;
    current.leaveTail();
    gaps.startIsFinal(current.start());
    if (cause == EndCause.ROTATED) {
      expectedBytes = current.sizeBytes() + current.sizeBytes() / 16;
    }
    if (!current.corrected().isDeclared()) {
      rate.bend();
    }
    RecordedSegment recorded = current.recorded(duration);
    context.ended().add(context.cameraKey(), recorded);
    context.disk().finish(current, recorded, cause, torn);
    return recorded.end();
  }

  private boolean flush() {
    SegmentWriter current = segment;
    if (current == null) {
      return true;
    }
    try {
      long before = current.sizeBytes();
      current.flush();
      context.counters().wrote(current.sizeBytes() - before);
      return true;
    } catch (IOException e) {
      failed(current, e);
      return false;
    }
  }

  /// A write was refused: what was written before stays, and a gap begins.
  private void failed(SegmentWriter current, IOException e) {
    Gap.Cause cause = context.gate().failed(e);
    context.counters().dropped(current.staged());
    current.dropStaged();
    EndCause ended = cause == Gap.Cause.DISK_FULL ? EndCause.DISK_FULL : EndCause.DISK_ERROR;
    closeWritten(current, ended, cause, true, true);
    gaps.begin(lastEnd(), cause, Optional.empty(), String.valueOf(e.getMessage()));
  }

  /// Making it durable failed: nothing of this segment is claimed.
  private void abandon(SegmentWriter current, IOException e) {
    current.dropStaged();
    current.leaveTail();
    segment = null;
    end = beforeItBegan(current, true, Gap.Cause.DISK_ERROR);
    gaps.startIsFinal(current.start());
    context.disk().abandon(current);
    gaps.begin(
        current.start(),
        Gap.Cause.DISK_ERROR,
        Optional.empty(),
        "The file could not be made durable: " + e.getMessage());
  }

  private Instant lastEnd() {
    SegmentEnd last = end;
    return last == null ? context.clock().instant() : last.at();
  }

  private Instant now() {
    return gaps.isOpen() ? context.clock().instant() : lastEnd();
  }

  private int depth() {
    VideoFormat current = nextFormat == null ? format : nextFormat;
    return current == null ? 0 : current.reorderDepth();
  }
}
