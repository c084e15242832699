package anbinh.audit.suspension;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong when a suspended log is to go on.
enum SuspensionProblem implements ProblemCode {
  LOG_NOT_SUSPENDED(ProblemKind.CONFLICT),
  /// Something else was found meanwhile.
  FINDINGS_CHANGED(ProblemKind.CONFLICT),
  /// Another administrator, who is independent of the first, must confirm it.
  OWN_RESUMPTION_PROPOSAL(ProblemKind.FORBIDDEN),
  /// Nobody has asked for it.
  NO_SUCH_PROPOSAL(ProblemKind.CONFLICT),
  /// The log cannot be opened, or ends before what the database knows of.
  LOG_NOT_WHOLE(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  SuspensionProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
