package anbinh.recording.store;

import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.RecordingTrack;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The tracks being recorded now, so that the segment being written can be served. Safe for many
/// threads.
@Component
public class OpenSegments {
  private final Map<UUID, RecordingTrack> tracks = new ConcurrentHashMap<>();

  public void add(UUID cameraId, RecordingTrack track) {
    tracks.put(cameraId, track);
  }

  public void remove(UUID cameraId) {
    tracks.remove(cameraId);
  }

  public Optional<RecordingTrack> findTrack(UUID cameraId) {
    return Optional.ofNullable(tracks.get(cameraId));
  }

  /// The segment being written, as far as it is written.
  public Optional<RecordedSegment> find(UUID cameraId) {
    return findTrack(cameraId).flatMap(RecordingTrack::findOpenSegment);
  }
}
