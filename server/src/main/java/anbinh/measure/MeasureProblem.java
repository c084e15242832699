package anbinh.measure;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with legal measures.
public enum MeasureProblem implements ProblemCode {
  /// There is none, or none that whoever asks may know of.
  NO_SUCH_MEASURE(ProblemKind.NOT_FOUND),
  /// It is not at the step that this needs.
  MEASURE_ELSEWHERE(ProblemKind.CONFLICT),
  /// Somebody changed it after it was seen.
  MEASURE_CHANGED(ProblemKind.CONFLICT),
  /// A form sent again says something else than what was recorded of it.
  MEASURE_SENT_BEFORE(ProblemKind.CONFLICT),
  /// Its end date is over: its content opens to nobody.
  MEASURE_SEALED(ProblemKind.CONFLICT),
  MEASURE_ERASED(ProblemKind.CONFLICT),
  /// Who confirms recorded it, keeps it or bears the name of who does, or somebody holds both
  /// offices, or it is about somebody of their name.
  OWN_MEASURE(ProblemKind.FORBIDDEN),
  NO_SUCH_MEASURE_HELPER(ProblemKind.NOT_FOUND),
  NO_SUCH_MEASURE_TASK(ProblemKind.NOT_FOUND),
  /// What came of it was noted already.
  MEASURE_TASK_DONE(ProblemKind.CONFLICT),
  /// As many tasks, helpers or papers as one measure has.
  MEASURE_FULL(ProblemKind.CONFLICT),
  NO_SUCH_MEASURE_OPENING(ProblemKind.NOT_FOUND),
  /// Its hour is over, or it was never signed.
  MEASURE_OPENING_OVER(ProblemKind.CONFLICT),
  /// Somebody asked for it already.
  MEASURE_OPENING_PENDING(ProblemKind.CONFLICT),
  /// Of a minor: never opened again.
  MINOR_STAYS_SEALED(ProblemKind.CONFLICT),
  /// Who signs asked for it, recorded or keeps it, bears the name of who did, or one of the two
  /// holds both offices.
  OWN_MEASURE_OPENING(ProblemKind.FORBIDDEN),
  /// As many wrong numbers as somebody may give within a day.
  MEASURE_NUMBERS_OVER(ProblemKind.TOO_MANY);

  private final ProblemKind kind;

  MeasureProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
