package anbinh.oversight;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with findings.
public enum OversightProblem implements ProblemCode {
  NO_SUCH_FINDING(ProblemKind.NOT_FOUND),
  /// Nobody judges what was found about themself.
  OWN_FINDING(ProblemKind.FORBIDDEN),
  FINDING_CLOSED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  OversightProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
