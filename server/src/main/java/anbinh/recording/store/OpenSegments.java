package anbinh.recording.store;

import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.Recorder;
import anbinh.media.record.RecordingTrack;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is being recorded now and has no row yet, so that it can be served. Safe for many threads.
@Component
public class OpenSegments {
  private volatile @Nullable Recorder recorder;

  /// The recorder at work has started.
  public void serve(Recorder started) {
    recorder = started;
  }

  /// It has stopped, and what it recorded has rows.
  public void serveNothing() {
    recorder = null;
  }

  public Optional<RecordingTrack> findTrack(UUID cameraId) {
    return Optional.ofNullable(recorder).flatMap(present -> present.findTrack(key(cameraId)));
  }

  /// The segments without a row, in order: the last is being written, as far as it is written.
  /// Whoever looks here first and at the rows afterwards misses nothing, and may meet one twice.
  public List<RecordedSegment> list(UUID cameraId) {
    Recorder present = recorder;
    return present == null ? List.of() : present.listUnlogged(key(cameraId));
  }

  private static String key(UUID cameraId) {
    return cameraId.toString();
  }
}
