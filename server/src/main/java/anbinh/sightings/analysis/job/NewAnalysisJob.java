package anbinh.sightings.analysis.job;

import anbinh.platform.FieldProblems;
import anbinh.platform.WrittenReason;
import anbinh.recording.Span;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Stored footage that is to be analysed.
///
/// @param caseId for which, an open one that the person works on
/// @param reason why, in the person's own words
record NewAnalysisJob(
    @NotNull UUID caseId,
    @NotNull UUID cameraId,
    @NotNull Instant from,
    @NotNull Instant to,
    @NotBlank @Size(min = WrittenReason.MIN_LENGTH, max = WrittenReason.MAX_LENGTH) String reason) {
  /// @param retention of passes
  /// @throws anbinh.platform.Problem that names every wrong field
  static Span span(Instant from, Instant to, Instant now, Duration retention) {
    var problems = new FieldProblems();
    if (from.isBefore(now.minus(retention))) {
      problems.reject("from", "analysis-too-old", retention.toDays());
    }
    if (!from.isBefore(to)) {
      problems.reject("to", "after-from");
    } else if (Duration.between(from, to).compareTo(AnalysisJob.MAX_SPAN) > 0) {
      problems.reject("to", "analysis-too-long", AnalysisJob.MAX_SPAN.toHours());
    } else if (to.isAfter(now)) {
      problems.reject("to", "past-or-present");
    }
    problems.requireNone();
    return new Span(from, to);
  }
}
