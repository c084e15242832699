package anbinh.evidence.collect.footage;

import anbinh.audit.Actor;
import anbinh.recording.Coverage;
import anbinh.recording.Extract;
import anbinh.recording.Nearest;
import anbinh.recording.Span;
import anbinh.recording.Still;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where footage is taken from: the recorder of connected cameras, or uploads by the owners of
/// cameras that are asked. Safe for many threads.
public interface FootageSource {
  /// What is there of a stretch of time, and why the rest is not.
  Coverage coverage(UUID cameraId, Span asked);

  /// Reads all that there is of a stretch and finds what is not what was recorded any more: from
  /// then on [#coverage] names it, and [#extract] leaves it out.
  void verify(UUID cameraId, Span asked);

  /// What there is on both sides of a stretch of which there is nothing.
  Nearest nearest(UUID cameraId, Span asked);

  /// Whether all that there will be of a stretch can be taken now.
  boolean isComplete(UUID cameraId, Span asked);

  /// Writes a new file with every picture's bytes unchanged.
  ///
  /// @throws anbinh.platform.Problem when there is nothing
  Extract extract(UUID cameraId, Span asked, Path target);

  /// SHA-256 over the bytes of the pictures that [#extract] takes, in coding order, read again from
  /// where they are kept.
  String payloadSha256(UUID cameraId, Span asked) throws IOException;

  /// The picture shown at an instant.
  Still still(UUID cameraId, Instant at);

  /// Forbids deleting a stretch until [#lift], in the caller's transaction.
  void hold(UUID cameraId, Span span, String reason, @Nullable Actor by);

  /// Lifts all holds of a reason, in the caller's transaction.
  void lift(String reason);
}
