package anbinh.audit;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with reading the log.
public enum AuditProblem implements ProblemCode {
  NO_SUCH_ENTRY(ProblemKind.NOT_FOUND);

  private final ProblemKind kind;

  AuditProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
