package anbinh.sightings.analysis.job;

import java.time.Instant;
import java.util.UUID;

/// Stored time of a job's span that was not analysed.
///
/// @param segments how many those are; one for what is gone at a stretch, and for a picture
record AnalysisJobGap(UUID jobId, Instant fromAt, Instant toAt, int segments, Reason reason) {
  enum Reason {
    /// The file could not be analysed.
    FAILED,
    /// The process ended with it in hand: with a picture, or too often with a segment.
    CRASHED,
    /// The end of its retention came first.
    DELETED,
    /// Its file is gone, or is not what was recorded.
    LOST,
    /// Passes of that time are kept no longer.
    TOO_OLD,
    /// The process could not be started.
    NOT_STARTED
  }
}
