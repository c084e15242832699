package anbinh.sightings.analysis;

import java.time.Instant;
import java.util.UUID;

/// Recorded time of a camera that was not analysed.
public record NotAnalysed(UUID cameraId, Instant fromAt, Instant toAt, Reason reason) {
  public enum Reason {
    /// Analysis did not keep up with recording.
    LAG,
    /// The file could not be analysed.
    FAILED,
    /// The process ended with it in hand: with a picture, or too often with a segment.
    CRASHED
  }
}
