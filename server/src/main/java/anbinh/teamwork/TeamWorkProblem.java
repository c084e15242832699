package anbinh.teamwork;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with the work of teams: drills, patrols, equipment, pay, merit, groups.
public enum TeamWorkProblem implements ProblemCode {
  NO_SUCH_DRILL(ProblemKind.NOT_FOUND),
  /// It was held or called off.
  DRILL_OVER(ProblemKind.CONFLICT),
  /// Somebody corrected it meanwhile.
  DRILL_CHANGED(ProblemKind.CONFLICT),
  NO_SUCH_SHIFT(ProblemKind.NOT_FOUND),
  /// It was called off, or a patrol was written down for it.
  SHIFT_OVER(ProblemKind.CONFLICT),
  NO_SUCH_PATROL(ProblemKind.NOT_FOUND),
  /// Somebody corrected it meanwhile.
  PATROL_CHANGED(ProblemKind.CONFLICT),
  /// It never was, as somebody noted.
  PATROL_ANNULLED(ProblemKind.CONFLICT),
  /// The same identifier was sent with another content.
  PATROL_THERE(ProblemKind.CONFLICT),
  /// Its words were erased by the clock, so it is corrected no more.
  PATROL_ERASED(ProblemKind.CONFLICT),
  NO_SUCH_EQUIPMENT(ProblemKind.NOT_FOUND),
  /// Somebody moved it meanwhile.
  EQUIPMENT_CHANGED(ProblemKind.CONFLICT),
  /// An item in this state cannot be moved so.
  EQUIPMENT_STATE(ProblemKind.CONFLICT),
  NO_SUCH_PAY_RULE(ProblemKind.NOT_FOUND),
  /// It was taken back, and holds on no day.
  PAY_RULE_OVER(ProblemKind.CONFLICT),
  NO_SUCH_PAY_SHEET(ProblemKind.NOT_FOUND),
  /// It was decided, and is never changed.
  PAY_SHEET_DECIDED(ProblemKind.CONFLICT),
  /// It was calculated again after it was seen.
  PAY_SHEET_CHANGED(ProblemKind.CONFLICT),
  /// Its commune is no more, and another one's sheet took its place.
  PAY_SHEET_REPLACED(ProblemKind.CONFLICT),
  /// Who decides calculated it, bears the name of who did, or is paid by it.
  OWN_PAY_SHEET(ProblemKind.FORBIDDEN),
  NO_SUCH_MERIT(ProblemKind.NOT_FOUND),
  /// It was withdrawn already.
  MERIT_OVER(ProblemKind.CONFLICT),
  /// It is about who notes it, or somebody of their name.
  OWN_MERIT(ProblemKind.FORBIDDEN),
  /// The account is bound to nobody in a team.
  NOT_A_MEMBER(ProblemKind.NOT_FOUND),
  NO_SUCH_GROUP(ProblemKind.NOT_FOUND),
  NO_SUCH_GROUP_LEADER(ProblemKind.NOT_FOUND),
  /// Somebody changed it meanwhile.
  GROUP_CHANGED(ProblemKind.CONFLICT),
  GROUP_OVER(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  TeamWorkProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
