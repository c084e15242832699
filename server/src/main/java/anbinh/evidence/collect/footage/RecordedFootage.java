package anbinh.evidence.collect.footage;

import anbinh.audit.Actor;
import anbinh.recording.Coverage;
import anbinh.recording.Extract;
import anbinh.recording.Nearest;
import anbinh.recording.Span;
import anbinh.recording.Still;
import anbinh.recording.footage.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Footage of connected cameras, from this server's own recording.
@Component
class RecordedFootage implements FootageSource {
  private final Recordings recordings;

  RecordedFootage(Recordings recordings) {
    this.recordings = recordings;
  }

  @Override
  public Coverage coverage(UUID cameraId, Span asked) {
    return recordings.coverage(cameraId, asked);
  }

  @Override
  public void verify(UUID cameraId, Span asked) {
    recordings.verify(cameraId, asked);
  }

  @Override
  public Nearest nearest(UUID cameraId, Span asked) {
    return recordings.nearest(cameraId, asked);
  }

  @Override
  public boolean isComplete(UUID cameraId, Span asked) {
    return recordings.isClosed(cameraId, asked);
  }

  @Override
  public Extract extract(UUID cameraId, Span asked, Path target) {
    return recordings.extract(cameraId, asked, target);
  }

  /// Reads the pictures through the other way of cutting, which serves players straight from the
  /// segment files and shares no copying with [#extract].
  @Override
  public String payloadSha256(UUID cameraId, Span asked) throws IOException {
    var video = recordings.intactVideo(cameraId, asked);
    return ClipReader.read(video.sizeBytes(), video::read).sha256();
  }

  @Override
  public Still still(UUID cameraId, Instant at) {
    return recordings.still(cameraId, at);
  }

  @Override
  public void hold(UUID cameraId, Span span, String reason, @Nullable Actor by) {
    recordings.hold(cameraId, span, reason, by);
  }

  @Override
  public void lift(String reason) {
    recordings.liftHolds(reason, null);
  }
}
