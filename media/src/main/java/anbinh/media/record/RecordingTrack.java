package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.RecordedSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One stream of one camera being recorded: the listener to give to the ingest of that stream.
///
/// The listener's methods never wait and never throw. A picture is safe from a killed process when
/// they return, or a few milliseconds later where a file has to be begun or ended first; the
/// [Recorder] does that. The other methods are for any thread.
public final class RecordingTrack implements StreamListener, AutoCloseable {
  private final TrackContext context;
  private final TrackQueue queue;
  private final TrackWriter writer;
  private List<TrackQueue.Event> spare = new ArrayList<>();
  private final ConcurrentLinkedQueue<LiveFeed> joining = new ConcurrentLinkedQueue<>();
  private volatile boolean closing;

  /// Whether there is something for the writer thread.
  private volatile boolean waiting;

  RecordingTrack(TrackContext context, Optional<Instant> recordedUntil) {
    this.context = context;
    this.queue =
        new TrackQueue(
            context.options().queuePictures(),
            context.options().queueBytes(),
            context.queueMemory());
    this.writer = new TrackWriter(context, queue, recordedUntil);
  }

  public String cameraKey() {
    return context.cameraKey();
  }

  @Override
  public void onFormat(VideoFormat format) {
    offer(new TrackQueue.Event.Format(format));
  }

  @Override
  public void onAccessUnit(AccessUnit unit) {
    boolean taken = false;
    try {
      taken = writer.tryTake(unit);
    } catch (RuntimeException | Error fault) {
      afterFault(fault);
    }
    if (!taken) {
      queue.offer(unit.copy());
    }
    if (!taken || writer.isDue()) {
      waiting = true;
    }
  }

  @Override
  public void onLoss(int packets) {
    offer(new TrackQueue.Event.Loss(packets));
  }

  @Override
  public void onSenderReport(SenderReport report) {
    offer(new TrackQueue.Event.Report(report));
  }

  @Override
  public void onState(StreamState state) {
    offer(new TrackQueue.Event.State(state));
  }

  private void offer(TrackQueue.Event event) {
    queue.offer(event);
    waiting = true;
  }

  /// The segment being written, as far as it is written, ready to be served.
  Optional<RecordedSegment> findOpenSegment() {
    return writer.findOpenSegment();
  }

  /// The live picture for one more viewer: the head first, then from the last key picture on.
  /// Closing the feed ends it.
  public LiveFeed subscribe() {
    LiveFeed feed = new LiveFeed();
    if (closing) {
      feed.offer(new LiveEvent.Ended());
    } else {
      joining.add(feed);
      waiting = true;
    }
    return feed;
  }

  public RecorderHealth.Track health() {
    return new RecorderHealth.Track(
        cameraKey(),
        writer.gaps().current(),
        context.counters().lastPicture(),
        queue.pictures(),
        context.counters().writtenBytes(),
        context.counters().dropped(),
        context.counters().damaged(),
        context.counters().losses(),
        context.counters().lostPackets(),
        writer.rate(),
        writer.source());
  }

  /// Ends recording of this track; what was received is still written. Returns at once.
  @Override
  public void close() {
    closing = true;
    waiting = true;
  }

  /// Whether there is something to [#drain].
  boolean isWaiting() {
    return waiting;
  }

  /// Works off what is queued; on the track's writer thread.
  ///
  /// @return whether the track has ended
  boolean drain() {
    waiting = false;
    boolean last = closing;
    try {
      List<TrackQueue.Event> done = writer.drain(spare);
      done.clear();
      spare = done;
    } catch (RuntimeException | Error fault) {
      spare = new ArrayList<>();
      afterFault(fault);
    }
    for (LiveFeed feed = joining.poll(); feed != null; feed = joining.poll()) {
      writer.join(feed);
    }
    if (last) {
      writer.close();
    }
    return last;
  }

  /// One track's fault must not stop the others.
  private void afterFault(Throwable fault) {
    try {
      writer.fault(fault);
    } catch (RuntimeException | Error again) {
      writer.forget();
    }
  }
}
