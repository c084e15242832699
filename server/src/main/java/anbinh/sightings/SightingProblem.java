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
