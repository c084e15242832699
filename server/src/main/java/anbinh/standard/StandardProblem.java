package anbinh.standard;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with the yearly standard.
public enum StandardProblem implements ProblemCode {
  NO_SUCH_CRITERION(ProblemKind.NOT_FOUND),
  STANDARD_CRITERION_TAKEN(ProblemKind.CONFLICT),
  /// Of the circular itself: no administrator ends it.
  STANDARD_CRITERION_OF_LAW(ProblemKind.CONFLICT),
  STANDARD_CRITERION_ENDED(ProblemKind.CONFLICT),
  NO_SUCH_ASSESSMENT(ProblemKind.NOT_FOUND),
  STANDARD_REGISTERED(ProblemKind.CONFLICT),
  /// Said of a unit that the circular does not cover in the year.
  STANDARD_EXEMPT(ProblemKind.CONFLICT),
  /// Said of a year about which nothing is stated any more.
  STANDARD_YEAR_OVER(ProblemKind.CONFLICT),
  NO_SUCH_EXEMPTION(ProblemKind.NOT_FOUND),
  STANDARD_NOT_SELF_ASSESSED(ProblemKind.CONFLICT),
  STANDARD_NOT_APPRAISED(ProblemKind.CONFLICT),
  STANDARD_NOT_DECIDED(ProblemKind.CONFLICT),
  STANDARD_NOT_CERTIFIED(ProblemKind.CONFLICT),
  /// What is decided is not assessed any more.
  STANDARD_DECIDED(ProblemKind.CONFLICT),
  /// It is with who appraises, or past that.
  STANDARD_SENT(ProblemKind.CONFLICT),
  /// Somebody else answered meanwhile.
  STANDARD_ANSWER_CHANGED(ProblemKind.CONFLICT),
  STANDARD_NOT_ALL_ANSWERED(ProblemKind.CONFLICT),
  STANDARD_NOT_ALL_REVIEWED(ProblemKind.CONFLICT),
  /// Something is asked back, so it is returned and not proposed.
  STANDARD_ASKED_BACK(ProblemKind.CONFLICT),
  /// All criteria have to be met.
  STANDARD_CRITERIA_NOT_MET(ProblemKind.CONFLICT),
  /// A number does not reach what the Circular binds, or records say otherwise: who decides that it
  /// is met all the same says why.
  STANDARD_CONTRADICTED(ProblemKind.CONFLICT),
  /// The unit was no more on the last day of the period.
  STANDARD_UNIT_ENDED(ProblemKind.CONFLICT),
  /// Appraised by who assessed, or decided by who did either.
  OWN_ASSESSMENT(ProblemKind.FORBIDDEN),
  NO_SUCH_STANDARD_EVIDENCE(ProblemKind.NOT_FOUND),
  STANDARD_EVIDENCE_WITHDRAWN(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  StandardProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
