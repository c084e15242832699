package anbinh.team;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with teams.
public enum TeamProblem implements ProblemCode {
  NO_SUCH_TEAM(ProblemKind.NOT_FOUND),
  NO_SUCH_MEMBER(ProblemKind.NOT_FOUND),
  /// Nothing of this team waits for a decision.
  NO_TEAM_PROPOSAL(ProblemKind.NOT_FOUND),
  /// Something of this team waits for a decision already.
  TEAM_PROPOSAL_PENDING(ProblemKind.CONFLICT),
  /// It is not established, or is no more.
  TEAM_NOT_ACTIVE(ProblemKind.CONFLICT),
  MEMBER_NOT_ACTIVE(ProblemKind.CONFLICT),
  /// What waits is something else than what whoever decides saw.
  TEAM_PROPOSAL_OTHER(ProblemKind.CONFLICT),
  /// Somebody corrected the member meanwhile.
  MEMBER_CHANGED(ProblemKind.CONFLICT),
  /// They did not leave, or it was noted too long ago.
  LEAVING_STANDS(ProblemKind.CONFLICT),
  /// Something else was sent under the same identifier.
  WORK_SENT_BEFORE(ProblemKind.CONFLICT),
  /// Who decides proposed it, or bears the name of who did.
  OWN_TEAM_PROPOSAL(ProblemKind.FORBIDDEN);

  private final ProblemKind kind;

  TeamProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
