package anbinh.identity;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with people, sessions and rights.
public enum IdentityProblem implements ProblemCode {
  /// Username and password do not belong together; says no more, so that nobody learns names.
  SIGN_IN_FAILED(ProblemKind.UNAUTHORISED),
  TOO_MANY_ATTEMPTS(ProblemKind.TOO_MANY),
  CHANGE_PASSWORD_FIRST(ProblemKind.FORBIDDEN),
  /// The person does not hold the role this needs.
  NOT_YOUR_ROLE(ProblemKind.FORBIDDEN),
  /// The person holds the role, but not in this area.
  NOT_YOUR_AREA(ProblemKind.FORBIDDEN),
  NO_SUCH_PERSON(ProblemKind.NOT_FOUND),
  USERNAME_TAKEN(ProblemKind.CONFLICT),
  /// The change would leave nobody who may administer the site.
  LAST_ADMINISTRATOR(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  IdentityProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
