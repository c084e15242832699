package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.DecodeTimes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream that is watched and not recorded, such as a camera's second, smaller one: the listener
/// to give to its ingest, with the same feeds as a [RecordingTrack].
///
/// Keeps the pictures since the last key picture in memory, so that a viewer need not wait.
/// Thread-safe.
public final class LiveTrack implements StreamListener, AutoCloseable {
  private static final int MOST_KEPT_BYTES = 4 << 20;
  private static final int ASSUMED_PICTURE_TICKS = 3600;

  private final String name;
  private final InstantSource clock;
  private final LiveFan live = new LiveFan();
  private final List<LiveEvent.Fragment> sinceKey = new ArrayList<>();
  private int keptBytes;
  private @Nullable VideoFormat format;
  private @Nullable DecodeTimes decodeTimes;
  private long lastTicks;
  private int pictureTicks = ASSUMED_PICTURE_TICKS;
  private boolean ended;

  /// @param name stands in the gaps that viewers are told of
  public LiveTrack(String name, InstantSource clock) {
    this.name = name;
    this.clock = clock;
  }

  public synchronized LiveFeed subscribe() {
    LiveFeed feed = new LiveFeed();
    if (ended) {
      feed.offer(new LiveEvent.Ended());
    } else {
      live.join(feed, sinceKey);
    }
    return feed;
  }

  @Override
  public synchronized void onFormat(VideoFormat next) {
    if (!next.equals(format)) {
      format = next;
      restart();
    }
  }

  @Override
  public synchronized void onAccessUnit(AccessUnit unit) {
    VideoFormat current = format;
    DecodeTimes times = decodeTimes;
    if (current == null || ended || (times == null && !unit.key())) {
      return;
    }
    if (times == null) {
      times = new DecodeTimes(current.reorderDepth(), pictureTicks);
      decodeTimes = times;
      live.interrupt();
    } else if (unit.pts90k() > lastTicks) {
      pictureTicks = (int) Math.min(unit.pts90k() - lastTicks, 900_000);
    }
    lastTicks = unit.pts90k();
    long decode = times.next(unit.pts90k());
    live.picture(current, unit, unit.pts90k(), decode, pictureTicks);
    keep(unit, decode);
  }

  @Override
  public synchronized void onLoss(int packets) {
    interrupted(Gap.Cause.LOSS, Optional.empty(), packets + " packets are missing.");
  }

  @Override
  public void onSenderReport(SenderReport report) {
    // Says nothing about the picture.
  }

  @Override
  public synchronized void onState(StreamState state) {
    switch (state) {
      case StreamState.Connecting connecting -> restart();
      case StreamState.Streaming streaming -> {}
      case StreamState.Down(StreamState.Cause cause, String detail, Duration retry) ->
          interrupted(Gap.Cause.CAMERA_DOWN, Optional.of(cause), detail);
      case StreamState.Closed closed -> close();
    }
  }

  @Override
  public synchronized void close() {
    if (!ended) {
      ended = true;
      restart();
      live.end();
    }
  }

  private void interrupted(Gap.Cause cause, Optional<StreamState.Cause> camera, String detail) {
    restart();
    live.tell(
        new LiveEvent.Interrupted(
            new Gap(name, clock.instant(), Optional.empty(), cause, camera, detail)));
  }

  private void restart() {
    decodeTimes = null;
    sinceKey.clear();
    keptBytes = 0;
  }

  private void keep(AccessUnit unit, long decode) {
    if (unit.key()) {
      sinceKey.clear();
      keptBytes = 0;
    } else if (sinceKey.isEmpty()) {
      return;
    }
    keptBytes += unit.payload().remaining();
    if (keptBytes > MOST_KEPT_BYTES) {
      sinceKey.clear();
      return;
    }
    sinceKey.add(
        live.fragment(
            unit.payload(),
            unit.key(),
            unit.receivedAt(),
            decode,
            (int) (unit.pts90k() - decode),
            pictureTicks));
  }
}
