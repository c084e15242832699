package anbinh.cases;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with cases.
public enum CaseProblem implements ProblemCode {
  NO_SUCH_CASE(ProblemKind.NOT_FOUND),
  CASE_CLOSED(ProblemKind.CONFLICT),
  /// A request of the case waits for a decision or is being collected.
  REQUESTS_PENDING(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  CaseProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
