package anbinh.sightings.analysis.job;

/// Where a job stands.
enum AnalysisJobState {
  WAITING,
  RUNNING,
  DONE,
  /// By a person, or since its case was closed.
  CANCELLED,
  /// Nothing of it could be analysed, or the process could not be started.
  FAILED;

  boolean isOver() {
    return switch (this) {
      case WAITING, RUNNING -> false;
      case DONE, CANCELLED, FAILED -> true;
    };
  }
}
