package anbinh.areas;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with areas.
public enum AreaProblem implements ProblemCode {
  NO_SUCH_AREA(ProblemKind.NOT_FOUND),
  AREA_CODE_TAKEN(ProblemKind.CONFLICT),
  /// What was is not changed any more.
  AREA_ENDED(ProblemKind.CONFLICT),
  NO_BOUNDARY(ProblemKind.NOT_FOUND);

  private final ProblemKind kind;

  AreaProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
