package anbinh.cases;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with cases.
public enum CaseProblem implements ProblemCode {
  NO_SUCH_CASE(ProblemKind.NOT_FOUND),
  NO_SUCH_CASE_TYPE(ProblemKind.NOT_FOUND),
  CASE_TYPE_TAKEN(ProblemKind.CONFLICT),
  CASE_TYPE_ENDED(ProblemKind.CONFLICT),
  /// There must always be a type that can be chosen.
  LAST_CASE_TYPE(ProblemKind.CONFLICT),
  /// Closed to everybody but those who work on the case.
  NOT_YOUR_CASE(ProblemKind.FORBIDDEN),
  NO_SUCH_OFFICER(ProblemKind.NOT_FOUND),
  LAST_OFFICER(ProblemKind.CONFLICT),
  NO_SUCH_VEHICLE(ProblemKind.NOT_FOUND),
  NO_SUCH_INCIDENT(ProblemKind.NOT_FOUND),
  /// It was entered by mistake, and stays as it was then.
  INCIDENT_WITHDRAWN(ProblemKind.CONFLICT),
  NO_SUCH_PARTY(ProblemKind.NOT_FOUND),
  /// The record of somebody has ended, or was erased.
  PARTY_SEALED(ProblemKind.CONFLICT),
  /// Nothing is sealed that would have to be opened again.
  PARTY_OPEN(ProblemKind.CONFLICT),
  PARTY_ERASED(ProblemKind.CONFLICT),
  /// Somebody asked already, and nobody has decided.
  REOPENING_PENDING(ProblemKind.CONFLICT),
  NO_SUCH_REOPENING(ProblemKind.NOT_FOUND),
  /// They asked for it or work on the case: somebody else decides.
  OWN_REOPENING(ProblemKind.FORBIDDEN),
  CASE_CLOSED(ProblemKind.CONFLICT),
  /// Only a closed case is over for good.
  CASE_OPEN(ProblemKind.CONFLICT),
  /// Its end for good is known.
  CASE_ENDED(ProblemKind.CONFLICT),
  CASE_NOT_ENDED(ProblemKind.CONFLICT),
  /// Somebody said something of its end, and nobody has decided.
  ENDING_PENDING(ProblemKind.CONFLICT),
  NO_SUCH_ENDING(ProblemKind.NOT_FOUND),
  /// They asked for it or work on the case: somebody else decides.
  OWN_ENDING(ProblemKind.FORBIDDEN),
  /// A case of a child or of domestic violence has no place but its commune.
  CASE_PROTECTED(ProblemKind.CONFLICT),
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
