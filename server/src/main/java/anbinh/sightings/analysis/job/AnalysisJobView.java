package anbinh.sightings.analysis.job;

import anbinh.identity.PersonName;
import anbinh.sightings.analysis.job.AnalysisJobGap.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as it is seen. Why it was asked for is told by the log alone.
///
/// @param paused whether it waits until the live analysis has caught up
/// @param recordedSeconds how much of the span was stored when it was asked for
/// @param found passes that were stored
/// @param known passes that were stored before
/// @param doneAt at the earliest, by what was measured; null where it is over or nothing was
/// @param mayCancel whether the reader may cancel it now
record AnalysisJobView(
    UUID id,
    UUID caseId,
    String caseCode,
    UUID cameraId,
    String cameraCode,
    String cameraName,
    Instant from,
    Instant to,
    AnalysisJobState state,
    boolean paused,
    PersonName requestedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable PersonName cancelledBy,
    long recordedSeconds,
    long analysedSeconds,
    int found,
    int known,
    List<GapView> notAnalysed,
    @Nullable Instant doneAt,
    boolean mayCancel) {
  AnalysisJobView {
    notAnalysed = List.copyOf(notAnalysed);
  }

  /// Stored time that was not analysed.
  ///
  /// @param segments how many those are; one for what is gone at a stretch
  record GapView(Instant from, Instant to, int segments, Reason reason) {}

  /// What analysing a span would take.
  ///
  /// @param recordedSeconds how much of it is stored
  /// @param processorSeconds null where nothing was measured yet
  /// @param jobsBefore how many come before it
  /// @param secondsBefore how much those have to analyse still
  /// @param doneAt at the earliest; null where nothing was measured yet
  record EstimateView(
      long recordedSeconds,
      @Nullable Long processorSeconds,
      int jobsBefore,
      long secondsBefore,
      @Nullable Instant doneAt) {}
}
