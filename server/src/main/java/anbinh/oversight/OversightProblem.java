package anbinh.oversight;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with findings and reviews.
public enum OversightProblem implements ProblemCode {
  NO_SUCH_FINDING(ProblemKind.NOT_FOUND),
  /// Nobody judges what was found about themself.
  OWN_FINDING(ProblemKind.FORBIDDEN),
  FINDING_CLOSED(ProblemKind.CONFLICT),
  NO_SUCH_REVIEW(ProblemKind.NOT_FOUND),
  /// Another auditor is its reviewer, or it is about the reader or somebody of the reader's unit.
  NOT_YOUR_REVIEW(ProblemKind.FORBIDDEN),
  REVIEW_ANSWERED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  OversightProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
