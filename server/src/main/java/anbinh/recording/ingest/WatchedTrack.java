package anbinh.recording.ingest;

import anbinh.cameras.CameraHealth;
import anbinh.cameras.CameraHealth.Connection;
import anbinh.cameras.CameraHealth.Storage;
import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.record.RecorderHealth;
import anbinh.media.record.RecordingTrack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Passes one stream on to its track and keeps what the camera's health needs. The stream may be
/// replaced (another address) while the track goes on; what a replaced stream still says is
/// dropped.
///
/// Ingest threads call the listener's methods, a timer calls [#health]; all state is guarded by the
/// object.
final class WatchedTrack {
  private static final Duration SHARE_OVER = Duration.ofMinutes(1);

  private final RecordingTrack track;
  private final InstantSource clock;

  private @Nullable Listener current;
  private Connection connection = Connection.CONNECTING;
  private Instant since;
  private StreamState.@Nullable Cause cause;
  private @Nullable String detail;
  private @Nullable VideoFormat format;
  private @Nullable Instant lastFrameAt;
  private @Nullable Duration clockOffset;
  private long frames;
  private long bytes;
  private Duration missing = Duration.ZERO;
  private long framesBefore;
  private long bytesBefore;
  private Instant measuredAt;

  // What was counted a minute ago, and a minute before.
  private Instant countedAt;
  private long damagedCounted;
  private long framesCounted;
  private long damagedBefore;
  private long framesCountedBefore;

  WatchedTrack(RecordingTrack track, InstantSource clock) {
    this.track = track;
    this.clock = clock;
    this.since = clock.instant();
    this.measuredAt = since;
    this.countedAt = since;
  }

  RecordingTrack track() {
    return track;
  }

  /// A listener for a new stream; the one before is heard no more.
  synchronized StreamListener renew() {
    Listener next = new Listener();
    current = next;
    return next;
  }

  /// The present health; rates are those since the last call.
  synchronized CameraHealth health(Storage storage) {
    Instant now = clock.instant();
    double seconds = Math.max(0.001, Duration.between(measuredAt, now).toNanos() / 1e9);
    double framesPerSecond = (frames - framesBefore) / seconds;
    long bitsPerSecond = Math.round((bytes - bytesBefore) * 8 / seconds);
    RecorderHealth.Track written = track.health();
    if (written.gap().isPresent()) {
      missing = missing.plus(Duration.between(measuredAt, now));
    }
    framesBefore = frames;
    bytesBefore = bytes;
    measuredAt = now;
    boolean down = connection == Connection.DOWN;
    return new CameraHealth(
        connection,
        down && cause != null ? cause.name() : null,
        down ? detail : null,
        since,
        lastFrameAt,
        written.lastPicture().orElse(null),
        format,
        framesPerSecond,
        bitsPerSecond,
        clockOffset == null ? null : clockOffset.toMillis(),
        new CameraHealth.Quality(
            written.losses(),
            written.lostPackets(),
            written.damaged(),
            damagedShare(written.damaged(), now),
            written.rate().ratio()),
        storage);
  }

  /// Over the last minute or two, so that it neither flickers nor lasts.
  private double damagedShare(long damaged, Instant now) {
    if (Duration.between(countedAt, now).compareTo(SHARE_OVER) > 0) {
      damagedBefore = damagedCounted;
      framesCountedBefore = framesCounted;
      damagedCounted = damaged;
      framesCounted = frames;
      countedAt = now;
    }
    return (double) (damaged - damagedBefore) / Math.max(1, frames - framesCountedBefore);
  }

  synchronized StreamCounters counters() {
    RecorderHealth.Track written = track.health();
    return new StreamCounters(
        frames,
        bytes,
        written.losses(),
        written.lostPackets(),
        written.damaged(),
        written.dropped(),
        missing,
        written.rate().ratio(),
        written.source());
  }

  private void enter(Connection next) {
    if (connection != next) {
      connection = next;
      since = clock.instant();
    }
  }

  private final class Listener implements StreamListener {
    @Override
    public void onFormat(VideoFormat changed) {
      synchronized (WatchedTrack.this) {
        if (current == this) {
          format = changed;
          track.onFormat(changed);
        }
      }
    }

    @Override
    public void onAccessUnit(AccessUnit unit) {
      synchronized (WatchedTrack.this) {
        if (current == this) {
          frames++;
          bytes += unit.payload().remaining();
          lastFrameAt = unit.receivedAt();
          track.onAccessUnit(unit);
        }
      }
    }

    @Override
    public void onLoss(int packets) {
      synchronized (WatchedTrack.this) {
        if (current == this) {
          track.onLoss(packets);
        }
      }
    }

    @Override
    public void onSenderReport(SenderReport report) {
      synchronized (WatchedTrack.this) {
        if (current == this) {
          clockOffset = Duration.between(report.receivedAt(), report.cameraTime());
          track.onSenderReport(report);
        }
      }
    }

    @Override
    public void onState(StreamState state) {
      synchronized (WatchedTrack.this) {
        if (current != this) {
          return;
        }
        switch (state) {
          case StreamState.Connecting _ -> {
            if (connection != Connection.DOWN) {
              enter(Connection.CONNECTING);
            }
          }
          case StreamState.Streaming _ -> enter(Connection.CONNECTED);
          case StreamState.Down down -> {
            cause = down.cause();
            detail = down.detail();
            enter(Connection.DOWN);
          }
          case StreamState.Closed _ -> {
            // Whoever closed it closes the track too, or goes on with another stream: no fault of
            // the camera's.
            enter(Connection.OFF);
            return;
          }
        }
        track.onState(state);
      }
    }
  }
}
