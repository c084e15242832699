package anbinh.sightings.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A camera whose footage is analysed, or was.
///
/// @param lastStart when the last segment that was dealt with began; before there is one, when
///   analysis was switched on
/// @param analysedUntil when that ended: the camera's position
/// @param followed whether that segment was analysed, so that it can be gone on from there
/// @param lettering how many texts were no plates
record AnalysedCamera(
    UUID cameraId,
    boolean switchedOn,
    Instant switchedAt,
    Instant lastStart,
    Instant analysedUntil,
    boolean followed,
    long lettering) {
  /// How far its position is behind; never below zero.
  Duration lag(Instant now) {
    Duration lag = Duration.between(analysedUntil, now);
    return lag.isNegative() ? Duration.ZERO : lag;
  }
}
