package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.Stretch;
import anbinh.media.record.clock.Rotation;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.clock.TrackClock;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.disk.Tail;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The segments of one track, one after the other: at most one is open, and where the last one
/// ended says when the next one starts. What the disk refuses becomes a gap.
///
/// The track's lock guards it; [#source] may be read by any thread, and [#isDue] by the one that
/// just staged a picture.
final class TrackSegments {
  private final TrackContext context;
  private final TrackGaps gaps;
  private final TrackClock clock;
  private @Nullable Tail tail;
  private @Nullable SegmentWriter open;
  private @Nullable SegmentEnd end;

  /// When the connection was begun that brings the pictures.
  private @Nullable Instant sessionBegan;

  /// How long the next file is likely to become: a little more than the last that was not cut
  /// short.
  private long expectedBytes;

  private volatile ClockEvidence.Source source = ClockEvidence.Source.CAMERA_TIMESTAMPS;

  TrackSegments(TrackContext context, TrackGaps gaps, TrackClock clock) {
    this.context = context;
    this.gaps = gaps;
    this.clock = clock;
  }

  /// The open segment, for whoever stages nothing in it.
  @Nullable SegmentWriter open() {
    return open;
  }

  /// Where the times of the open segment's pictures come from.
  ClockEvidence.Source source() {
    return source;
  }

  /// Whether what is staged is to be written.
  boolean isDue() {
    SegmentWriter current = open;
    return current != null && current.isDue();
  }

  /// Whether a picture can be staged in the open segment without anything being written.
  boolean hasRoom(AccessUnit unit) {
    SegmentWriter current = open;
    return current != null && current.failure() == null && current.hasRoom(unit);
  }

  /// Begins a segment with a key picture, which is not staged yet.
  ///
  /// @return false where the disk takes no file, which is stated as a gap
  boolean begin(VideoFormat format, AccessUnit unit, long ticks, long decodeTicks) {
    Optional<Gap.Cause> refusal = context.gate().refusal();
    if (refusal.isPresent()) {
      gaps.begin(now(), refusal.get(), Optional.empty(), context.gate().detail().orElse(""));
      return false;
    }
    SegmentClock next = SegmentEnd.nextClock(end, unit, ticks, sessionBegan);
    if (next.follows()) {
      clock.settle();
    }
    next.observe(ticks, unit.receivedNanos());
    SegmentPath path =
        new SegmentPath(context.cameraKey(), next.start().toEpochMilli(), context.names().get());
    try {
      SegmentWriter begun =
          SegmentWriter.begin(
              context.root().folder(),
              path,
              format,
              next,
              decodeTicks,
              expectedBytes,
              tailOf(path.cameraKey()));
      open = begun;
      begun(begun);
      return true;
    } catch (IOException e) {
      Gap.Cause cause = context.gate().failed(e);
      gaps.begin(now(), cause, Optional.empty(), String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void begun(SegmentWriter begun) {
    context.gate().passed();
    context.disk().watch(begun);
    context
        .log()
        .opened(
            new OpenedSegment(
                context.cameraKey(), begun.path().relative(), begun.start(), begun.format()));
    SegmentEnd last = end;
    if (last != null && !gaps.isOpen() && !last.at().equals(begun.start())) {
      gaps.begin(last.at(), last.cause(), Optional.empty(), "");
    }
    gaps.end(begun.start());
    clock.begun(begun.clock());
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

  /// Gives back the memory for pictures that wait; the next segment takes some anew.
  void closeTail() {
    Tail present = tail;
    tail = null;
    if (present != null) {
      present.close();
    }
  }

  /// Stages a picture in the open segment, which a write that this needs may end.
  void stage(AccessUnit unit, long ticks, long decodeTicks) {
    SegmentWriter target = open;
    if (target == null) {
      return;
    }
    target.clock().observe(ticks, unit.receivedNanos());
    try {
      long before = target.sizeBytes();
      target.stage(unit, ticks, decodeTicks, clock.pictureTicks());
      context.counters().picture(unit, target.sizeBytes() - before);
    } catch (IOException e) {
      failed(target, e);
      context.counters().dropped(1);
    }
  }

  boolean isFull() {
    SegmentWriter current = open;
    return current != null && current.isFull();
  }

  /// The open segment states where the times of its pictures come from, as of the last one.
  void stateSource() {
    SegmentWriter current = open;
    if (current == null) {
      return;
    }
    if (clock.isByReceipt()) {
      current.timeByReceipt(clock.rate());
    }
    if (current.source() != source) {
      source = current.source();
    }
  }

  /// Writes what is staged.
  ///
  /// @return false where that failed, which ends the segment
  boolean flush() {
    SegmentWriter current = open;
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

  /// Ends the open segment where a key picture begins, so that its length is exact.
  void rotate(Rotation rotation, boolean formatChanged, AccessUnit unit, long ticks) {
    SegmentWriter current = open;
    if (current == null || !flush()) {
      return;
    }
    Rotation.Ending ending = rotation.ending(current.clock(), current.source(), formatChanged);
    if (!current.corrected().isDeclared()) {
      clock.rateChangesAt(unit, ticks);
    }
    long duration = Math.max(1, ticks - current.clock().firstTicks());
    boolean changed = ending.clockChanged();
    end =
        new SegmentEnd(
            finish(current, duration, ending.cause(), false),
            ticks,
            stretchAfter(current, duration),
            !changed,
            changed,
            Gap.Cause.CLOCK_STEP);
  }

  /// Ends the open segment, whose last picture's length is an estimate.
  ///
  /// @param gapCause of the gap, should one follow
  /// @param follow whether the camera's clock carries on from there
  void close(EndCause cause, Gap.Cause gapCause, boolean follow) {
    SegmentWriter current = open;
    if (current != null && flush()) {
      closeWritten(current, cause, gapCause, follow, false);
    }
  }

  private void closeWritten(
      SegmentWriter current, EndCause cause, Gap.Cause gapCause, boolean follow, boolean torn) {
    if (current.written() == 0) {
      open = null;
      current.leaveTail();
      end = beforeItBegan(current, follow, gapCause);
      context.disk().abandon(current);
      return;
    }
    long duration = current.estimateDuration(clock.pictureTicks());
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
    SegmentClock begun = current.clock();
    return new SegmentEnd(
        begun.start(), begun.firstTicks(), begun.stretch(), follow, false, gapCause);
  }

  /// @return the segment's end
  private Instant finish(SegmentWriter current, long duration, EndCause cause, boolean torn) {
    open = null;
    current.leaveTail();
    gaps.startIsFinal(current.start());
    if (cause == EndCause.ROTATED) {
      expectedBytes = current.sizeBytes() + current.sizeBytes() / 16;
    }
    if (!current.corrected().isDeclared()) {
      clock.correctedSegmentEnded();
    }
    RecordedSegment recorded = current.recorded(duration);
    context.ended().add(context.cameraKey(), recorded);
    context.disk().finish(current, recorded, cause, torn);
    return recorded.end();
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

  /// Gives up the open segment where making it durable failed: nothing of it is claimed.
  void abandonFailed() {
    SegmentWriter current = open;
    IOException failure = current == null ? null : current.failure();
    if (current == null || failure == null) {
      return;
    }
    current.dropStaged();
    current.leaveTail();
    open = null;
    end = beforeItBegan(current, true, Gap.Cause.DISK_ERROR);
    gaps.startIsFinal(current.start());
    context.disk().abandon(current);
    gaps.begin(
        current.start(),
        Gap.Cause.DISK_ERROR,
        Optional.empty(),
        "The file could not be made durable: " + failure.getMessage());
  }

  /// Gives up the open segment without touching it; its file stays for [Recovery].
  void forget() {
    SegmentWriter current = open;
    open = null;
    closeTail();
    if (current != null) {
      context.disk().abandon(current);
    }
  }

  /// The open segment, as far as it is written, ready to be served.
  Optional<RecordedSegment> findRecorded() {
    flush();
    SegmentWriter current = open;
    if (current == null || current.written() == 0 || current.failure() != null) {
      return Optional.empty();
    }
    return Optional.of(current.recorded(current.estimateDuration(clock.pictureTicks())));
  }

  /// Corrects the times of the open segment as a whole, as far as they are not said for good.
  ///
  /// @param found by which rate, where one was found
  /// @return whether the open segment was, or is no longer, corrected
  boolean correct(Optional<ClockRate> found) {
    SegmentWriter current = open;
    if (current == null || (found.isEmpty() && current.corrected().isDeclared())) {
      return false;
    }
    current.correct(found.orElse(ClockRate.DECLARED));
    return true;
  }

  /// The recorder's own clock was set: a segment that begins now may overlap the last one.
  void wallClockStepped() {
    SegmentEnd last = end;
    if (open == null && last != null) {
      end = last.afterStep();
    }
  }

  /// A connection is begun, before which no picture was taken that it brings.
  void connecting(Instant at) {
    sessionBegan = at;
  }

  /// Timestamps have a new origin, so the next segment's start is not carried on.
  void newSession() {
    SegmentEnd last = end;
    if (last != null) {
      end = last.withoutFollow();
    }
  }

  /// Where the last segment ended; now where there was none.
  Instant lastEnd() {
    SegmentEnd last = end;
    return last == null ? context.clock().instant() : last.at();
  }

  private Instant now() {
    return gaps.isOpen() ? context.clock().instant() : lastEnd();
  }
}
