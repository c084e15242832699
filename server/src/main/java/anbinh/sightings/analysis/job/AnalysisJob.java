package anbinh.sightings.analysis.job;

import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stored footage of a camera that is analysed for a case.
///
/// @param areaId in which the camera stood when it was asked for
/// @param cancelledBy null where it was not cancelled, or was with its case
/// @param lastStart when the last segment that was dealt with began; at first, before the first
/// @param analysedUntil all that is stored before is dealt with
/// @param followed whether the last segment was analysed, so that it can be gone on from there
/// @param recordedMillis how much of the span was stored when it was asked for
/// @param found passes that were stored
/// @param known passes that were stored before
record AnalysisJob(
    UUID id,
    UUID caseId,
    UUID cameraId,
    UUID areaId,
    Span span,
    AnalysisJobState state,
    UUID requestedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable UUID cancelledBy,
    Instant lastStart,
    Instant analysedUntil,
    boolean followed,
    long recordedMillis,
    long analysedMillis,
    int found,
    int known) {
  static final Duration MAX_SPAN = Duration.ofHours(24);

  /// How much is still to be analysed, at the most.
  Duration remaining() {
    return Duration.ofMillis(recordedMillis - analysedMillis);
  }
}
