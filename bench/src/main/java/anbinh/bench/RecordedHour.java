package anbinh.bench;

import anbinh.media.AccessUnit;
import anbinh.media.StreamState;
import anbinh.media.record.Recorder;
import anbinh.media.record.RecorderOptions;
import anbinh.media.record.RecordingTrack;
import anbinh.media.record.StorageRoot;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import anbinh.media.record.log.SegmentLog;
import anbinh.media.simulator.Picture;
import anbinh.media.simulator.VideoSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// An hour of one camera's recording, written by the recorder itself as fast as it can: the
/// pictures carry the times that they would have had. The server finds the files when it starts.
final class RecordedHour {
  private static final int MAX_QUEUED = 200;

  private RecordedHour() {}

  /// @param recordings the storage root of a server that is stopped
  static void write(Path recordings, String cameraKey, VideoSource video, Instant start)
      throws InterruptedException {
    StorageRoot root = StorageRoot.open(recordings, Optional.empty());
    try (Recorder recorder =
        Recorder.start(
            root,
            RecorderOptions.DEFAULT,
            new Nowhere(),
            InstantSource.system(),
            System::nanoTime)) {
      RecordingTrack track = recorder.open(cameraKey, Optional.empty());
      track.onState(new StreamState.Streaming(video.format()));
      track.onFormat(video.format());
      long ticks = 0;
      long hour = Duration.ofHours(1).toSeconds() * 90_000;
      for (int i = 0; ticks < hour; i++) {
        Picture picture = video.pictures().get(i % video.pictures().size());
        long nanos = ticks * 100_000 / 9;
        track.onAccessUnit(
            new AccessUnit(
                picture.nalUnits(), ticks, picture.key(), false, nanos, start.plusNanos(nanos)));
        ticks += picture.duration90k();
        while (track.health().queued() > MAX_QUEUED) {
          TimeUnit.MILLISECONDS.sleep(5);
        }
      }
    }
  }

  /// The server's log learns of the files at its next start.
  private static final class Nowhere implements SegmentLog {
    @Override
    public void opened(OpenedSegment segment) {}

    @Override
    public void closed(ClosedSegment segment) {}

    @Override
    public void gap(Gap gap) {}
  }
}
