package anbinh.sightings;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with sightings.
public enum SightingProblem implements ProblemCode {
  NO_SUCH_SIGHTING_SOURCE(ProblemKind.NOT_FOUND),
  SIGHTING_SOURCE_NAME_TAKEN(ProblemKind.CONFLICT),
  /// It was never there, was forgotten, or lies outside what the person may see.
  NO_SUCH_PASS(ProblemKind.NOT_FOUND),
  /// The key of a call is none, or was revoked.
  UNKNOWN_SOURCE_KEY(ProblemKind.UNAUTHORISED),
  NO_SUCH_ANALYSIS_JOB(ProblemKind.NOT_FOUND),
  /// Only who asked for it, or an administrator of the area, cancels it.
  NOT_YOUR_ANALYSIS_JOB(ProblemKind.FORBIDDEN),
  ANALYSIS_JOB_OVER(ProblemKind.CONFLICT),
  /// Somebody has as many waiting as they may.
  TOO_MANY_ANALYSIS_JOBS(ProblemKind.TOO_MANY),
  /// Nothing is stored of the span.
  NO_FOOTAGE_TO_ANALYSE(ProblemKind.CONFLICT),
  /// By the settings.
  ANALYSIS_DISABLED(ProblemKind.CONFLICT),
  /// The index is being opened, or made anew.
  INDEX_NOT_READY(ProblemKind.UNAVAILABLE);

  private final ProblemKind kind;

  SightingProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
