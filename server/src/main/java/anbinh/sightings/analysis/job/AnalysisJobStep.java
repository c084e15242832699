package anbinh.sightings.analysis.job;

import anbinh.recording.FootageFile;
import anbinh.sightings.analysis.NextStep;
import java.time.Instant;
import java.util.List;

/// What is to be done next for a job.
sealed interface AnalysisJobStep {
  /// A segment of the span is still being written.
  record Wait() implements AnalysisJobStep {}

  /// Passes of these would be kept no longer.
  record Skip(List<FootageFile> files) implements AnalysisJobStep {
    public Skip {
      files = List.copyOf(files);
    }
  }

  /// The last segment is to be seen again, since no process has seen it and what was in the picture
  /// at its end is to be told.
  record Repeat() implements AnalysisJobStep {}

  /// @param gap whether it does not go on from what the process follows
  record Analyse(FootageFile file, boolean gap) implements AnalysisJobStep {}

  /// All was analysed; what the process follows has ended.
  record Finish() implements AnalysisJobStep {}

  /// Nothing is left to do.
  record End() implements AnalysisJobStep {}

  /// @param isFollowing whether the process has seen the last segment
  /// @param files that come next, in order; they may begin before the span and go on behind it
  /// @param isClosed whether all that is recorded of the span is in such files
  /// @param oldest of which passes are kept
  static AnalysisJobStep of(
      AnalysisJob job,
      boolean isFollowing,
      List<FootageFile> files,
      boolean isClosed,
      Instant oldest) {
    List<FootageFile> own =
        files.stream().filter(file -> file.span().overlaps(job.span())).toList();
    List<FootageFile> late =
        own.stream().takeWhile(file -> file.span().to().isBefore(oldest)).toList();
    if (!late.isEmpty()) {
      return new Skip(late);
    }
    if (own.isEmpty()) {
      if (isFollowing) {
        return isClosed ? new Finish() : new Wait();
      }
      return job.followed() ? new Repeat() : isClosed ? new End() : new Wait();
    }
    FootageFile next = own.getFirst();
    boolean goesOn = job.followed() && NextStep.isNext(next, job.analysedUntil());
    return goesOn && !isFollowing ? new Repeat() : new Analyse(next, !goesOn);
  }
}
