package anbinh.areas;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with areas.
public enum AreaProblem implements ProblemCode {
  NO_SUCH_AREA(ProblemKind.NOT_FOUND),
  AREA_CODE_TAKEN(ProblemKind.CONFLICT),
  /// What was is not changed any more.
  AREA_ENDED(ProblemKind.CONFLICT),
  /// Something else is to come for a unit.
  AREA_CHANGE_PLANNED(ProblemKind.CONFLICT),
  NO_SUCH_AREA_CHANGE(ProblemKind.NOT_FOUND),
  /// It was carried out or withdrawn.
  AREA_CHANGE_CLOSED(ProblemKind.CONFLICT),
  NO_BOUNDARY(ProblemKind.NOT_FOUND),
  /// The office has no tiles for maps.
  NO_TILES(ProblemKind.NOT_FOUND);

  private final ProblemKind kind;

  AreaProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
