package anbinh.audit;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with reading the log.
public enum AuditProblem implements ProblemCode {
  NO_SUCH_ENTRY(ProblemKind.NOT_FOUND),
  /// A day or month that is not over is not told: who reads it again and again would see when what
  /// happened.
  NOT_OVER(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  AuditProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
