package anbinh.subject;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with requests of people about their own data.
public enum SubjectProblem implements ProblemCode {
  NO_SUCH_DATA_REQUEST(ProblemKind.NOT_FOUND),
  DATA_REQUEST_ANSWERED(ProblemKind.CONFLICT),
  /// The clock is extended once.
  DATA_REQUEST_EXTENDED(ProblemKind.CONFLICT),
  DATA_REQUEST_ENDED(ProblemKind.CONFLICT),
  /// Who asked was erased some time after the end.
  DATA_REQUEST_ERASED(ProblemKind.CONFLICT),
  NO_SUCH_DAY(ProblemKind.NOT_FOUND);

  private final ProblemKind kind;

  SubjectProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
