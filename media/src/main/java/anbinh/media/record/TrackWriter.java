package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.DecodeTimes;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.clock.Rotation;
import anbinh.media.record.clock.TrackClock;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Works off one track's events in order: each picture gets its time ([TrackClock]), goes into a
/// segment ([TrackSegments], which [Rotation] ends) and to the viewers ([LiveFanOut]); what is
/// missing becomes a gap.
///
/// Driven by one writer thread. What an ordinary picture needs neither waits nor touches the disk,
/// so the ingest thread may do it itself ([#tryTake]) while the picture is in its cache; the lock
/// keeps the two apart, and those who look at the open segment meanwhile.
final class TrackWriter {
  private final TrackContext context;
  private final TrackQueue queue;
  private final ReentrantLock lock = new ReentrantLock();
  private final TrackGaps gaps;
  private final TrackClock clock = new TrackClock();
  private final Rotation rotation;
  private final TrackSegments segments;
  private final LiveFanOut live = new LiveFanOut();
  private @Nullable VideoFormat format;
  private @Nullable VideoFormat nextFormat;
  private @Nullable DecodeTimes decodeTimes;

  /// Packets missing since the last picture.
  private int lost;

  TrackWriter(TrackContext context, TrackQueue queue, Optional<Instant> recordedUntil) {
    this.context = context;
    this.queue = queue;
    this.gaps = new TrackGaps(context);
    this.rotation = new Rotation(context.cameraKey(), context.options().rotateAfter());
    this.segments = new TrackSegments(context, gaps, clock);
    Instant now = context.clock().instant();
    gaps.begin(
        recordedUntil.orElse(now),
        recordedUntil.isPresent() ? Gap.Cause.RESTART : Gap.Cause.STARTING,
        Optional.empty(),
        "");
  }

  /// The rate of the camera's timestamps, as measured; for any thread.
  ClockRate rate() {
    return clock.rate();
  }

  /// Where the times of the open segment's pictures come from; for any thread.
  ClockEvidence.Source source() {
    return segments.source();
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
    return segments.isDue();
  }

  /// Whether all that a picture needs is to be staged in the open segment.
  private boolean isOrdinary(AccessUnit unit) {
    long ticks = clock.ticks(unit);
    return segments.hasRoom(unit)
        && decodeTimes != null
        && nextFormat == null
        && !live.hasViewers()
        && (!unit.key() || !rotation.isDue(ticks, clock.isForming()))
        && clock.isSteady(unit, ticks, depth())
        && NalUnits.fill(unit.payload());
  }

  /// Works off what is queued, in order, and writes what it brings.
  ///
  /// @param emptied a list without elements, which the queue goes on with
  /// @return the list that was worked off
  List<TrackQueue.Event> drain(List<TrackQueue.Event> emptied) {
    lock.lock();
    try {
      segments.abandonFailed();
      List<TrackQueue.Event> events = queue.isEmpty() ? emptied : queue.swap(emptied);
      events.forEach(this::workOff);
      if (segments.isDue()) {
        segments.flush();
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
      case TrackQueue.Event.Report(SenderReport report) -> {
        SegmentWriter open = segments.open();
        clock.report(report, open == null ? null : open.clock());
      }
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
      segments.close(EndCause.CLOSED, Gap.Cause.STARTING, false);
      segments.closeTail();
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
      segments.flush();
      live.join(feed, segments.open());
    } finally {
      lock.unlock();
    }
  }

  /// A fault of the recorder itself: the segment is kept as far as it was written.
  void fault(Throwable fault) {
    lock.lock();
    try {
      broken(EndCause.FAULT, Gap.Cause.FAULT, String.valueOf(fault));
      segments.closeTail();
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
      segments.forget();
      newSession();
    } finally {
      lock.unlock();
    }
  }

  Optional<RecordedSegment> findOpenSegment() {
    lock.lock();
    try {
      return segments.findRecorded();
    } finally {
      lock.unlock();
    }
  }

  private void picture(AccessUnit sent) {
    AccessUnit unit = clock.follow(sent);
    if (!NalUnits.fill(unit.payload())) {
      broken(EndCause.LOSS, Gap.Cause.LOSS, "A picture was malformed.");
      return;
    }
    VideoFormat changed = nextFormat;
    if (changed != null && !unit.key()) {
      segments.close(EndCause.FORMAT_CHANGED, Gap.Cause.FORMAT_CHANGED, true);
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
    if (unit.key() && (nextFormat != null || rotation.isDue(ticks, clock.isForming()))) {
      segments.rotate(rotation, nextFormat != null, unit, ticks);
    }
    if (nextFormat != null) {
      adopt(nextFormat);
    }
    write(unit, ticks);
    segments.stateSource();
    clock.passed(ticks);
  }

  /// The presentation time to use, after looking for steps of either clock.
  private long placed(AccessUnit sent, AccessUnit unit) {
    return switch (clock.observe(unit, depth())) {
      case NONE -> unit.pts90k();
      case WALL_CLOCK -> {
        rotation.wallClockStepped();
        segments.wallClockStepped();
        yield unit.pts90k();
      }
      case CAMERA_CLOCK -> afterCameraStep(sent);
    };
  }

  /// The camera's timestamps jumped. Pictures up to the next key picture cannot begin a file, so
  /// they stay in the open one with times from their receipt, which the file states.
  private long afterCameraStep(AccessUnit sent) {
    SegmentWriter open = segments.open();
    if (open == null || !clock.hasPassed()) {
      segments.close(EndCause.CLOCK_STEP, Gap.Cause.CLOCK_STEP, false);
      newSession();
      return clock.beginAt(sent, depth());
    }
    long placed = clock.goOnAt(sent);
    open.timeByReceipt(clock.rate());
    rotation.cameraClockStepped();
    return placed;
  }

  /// Where the camera's clock turned out to run at another rate before anything was said for good,
  /// the open segment's times are corrected as a whole, and the next one begins at the true rate.
  private void correctRate() {
    Optional<ClockRate> found = clock.correction();
    if (segments.correct(found)) {
      rotation.corrected(found.isPresent());
    }
  }

  /// Lost packets end no file: what came is kept as damaged. Only where no picture came for long is
  /// that a gap, and the pictures after it, which nothing whole comes before, are left out up to
  /// the next key picture.
  private void afterLoss(long ticks) {
    if (segments.open() != null && clock.isAfterHole(ticks)) {
      broken(EndCause.LOSS, Gap.Cause.LOSS, lost + " packets are missing.");
    }
    lost = 0;
  }

  private void write(AccessUnit unit, long ticks) {
    VideoFormat current = format;
    DecodeTimes times = decodeTimes;
    if (current == null || (times == null && !unit.key())) {
      context.counters().dropped(1);
      return;
    }
    if (times == null) {
      times = new DecodeTimes(current.reorderDepth(), clock.pictureTicks());
      decodeTimes = times;
      live.interrupt();
    }
    long decode = times.next(ticks);
    live.picture(current, unit, ticks, decode, clock.pictureTicks());
    if (segments.open() == null && !(unit.key() && begin(current, unit, ticks, decode))) {
      context.counters().dropped(1);
      return;
    }
    segments.stage(unit, ticks, decode);
    if (segments.isFull()) {
      broken(EndCause.OVERLOAD, Gap.Cause.OVERLOAD, "No key picture came for too long.");
    }
  }

  private boolean begin(VideoFormat current, AccessUnit unit, long ticks, long decode) {
    boolean begun = segments.begin(current, unit, ticks, decode);
    SegmentWriter open = segments.open();
    if (open != null) {
      rotation.begin(open.start(), ticks);
    }
    return begun;
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

  private void state(StreamState state) {
    clock.connectionChanged();
    switch (state) {
      case StreamState.Streaming streaming -> {}
      case StreamState.Connecting connecting -> {
        segments.close(EndCause.CAMERA_DOWN, Gap.Cause.CAMERA_DOWN, false);
        if (!gaps.isOpen()) {
          gaps.begin(segments.lastEnd(), Gap.Cause.CAMERA_DOWN, Optional.empty(), "");
        }
        newSession();
        segments.connecting(context.clock().instant());
      }
      case StreamState.Down(StreamState.Cause cause, String detail, Duration retryIn) -> {
        segments.close(EndCause.CAMERA_DOWN, Gap.Cause.CAMERA_DOWN, false);
        gaps.begin(segments.lastEnd(), Gap.Cause.CAMERA_DOWN, Optional.of(cause), detail);
        tellInterrupted();
        newSession();
      }
      case StreamState.Closed closed -> {
        segments.close(EndCause.CAMERA_DOWN, Gap.Cause.CAMERA_DOWN, false);
        if (!gaps.isOpen()) {
          gaps.begin(
              segments.lastEnd(),
              Gap.Cause.CAMERA_DOWN,
              Optional.empty(),
              "The stream was closed.");
        }
        newSession();
      }
    }
  }

  /// Pictures are missing from here to the next key picture, within the session.
  private void broken(EndCause ended, Gap.Cause cause, String detail) {
    boolean wasOpen = segments.open() != null;
    segments.close(ended, cause, true);
    decodeTimes = null;
    clock.interrupt();
    if (wasOpen || !gaps.isOpen()) {
      gaps.begin(segments.lastEnd(), cause, Optional.empty(), detail);
    }
    tellInterrupted();
  }

  private void tellInterrupted() {
    gaps.current().ifPresent(gap -> live.tell(new LiveEvent.Interrupted(gap)));
  }

  private void newSession() {
    clock.newSession();
    rotation.newSession();
    segments.newSession();
    decodeTimes = null;
    lost = 0;
  }

  private int depth() {
    VideoFormat current = nextFormat == null ? format : nextFormat;
    return current == null ? 0 : current.reorderDepth();
  }
}
