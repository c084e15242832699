package anbinh.identity;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with people, sessions and rights.
public enum IdentityProblem implements ProblemCode {
  /// Username and password do not belong together; says no more, so that nobody learns names.
  SIGN_IN_FAILED(ProblemKind.UNAUTHORISED),
  TOO_MANY_ATTEMPTS(ProblemKind.TOO_MANY),
  CHANGE_PASSWORD_FIRST(ProblemKind.FORBIDDEN),
  ADD_SECOND_FACTOR_FIRST(ProblemKind.FORBIDDEN),
  /// A grave act, and too long since the person showed that it is them.
  CONFIRM_YOURSELF(ProblemKind.FORBIDDEN),
  /// Nothing was begun that this would finish.
  NO_OFFER(ProblemKind.CONFLICT),
  LAST_SECOND_FACTOR(ProblemKind.CONFLICT),
  NO_SUCH_PASSKEY(ProblemKind.NOT_FOUND),
  NO_SUCH_SESSION(ProblemKind.NOT_FOUND),
  /// The person does not hold the role this needs.
  NOT_YOUR_ROLE(ProblemKind.FORBIDDEN),
  /// The person holds the role, but not in this area.
  NOT_YOUR_AREA(ProblemKind.FORBIDDEN),
  /// There is no identity provider to sign in by.
  NO_PROVIDER(ProblemKind.NOT_FOUND),
  PROVIDER_AWAY(ProblemKind.UNAVAILABLE),
  /// What came back from the provider does not belong to what was begun, or is not signed by it.
  PROVIDER_REFUSED(ProblemKind.UNAUTHORISED),
  /// The provider knows them, and no account here is theirs.
  NO_ACCOUNT_HERE(ProblemKind.UNAUTHORISED),
  /// The provider did not just ask for what a confirmation needs, or somebody else answered.
  PROVIDER_DID_NOT_CONFIRM(ProblemKind.CONFLICT),
  /// Older footage is looked at with a current case only.
  NO_CURRENT_CASE(ProblemKind.FORBIDDEN),
  /// None of their own is open for this.
  NO_EMERGENCY(ProblemKind.FORBIDDEN),
  /// They have one, which lasts until its end and no longer.
  EMERGENCY_OPEN(ProblemKind.CONFLICT),
  TOO_MANY_EMERGENCIES(ProblemKind.CONFLICT),
  NO_SUCH_EMERGENCY(ProblemKind.NOT_FOUND),
  /// Somebody else must review it.
  OWN_EMERGENCY(ProblemKind.FORBIDDEN),
  EMERGENCY_REVIEWED(ProblemKind.CONFLICT),
  NO_SUCH_PERSON(ProblemKind.NOT_FOUND),
  USERNAME_TAKEN(ProblemKind.CONFLICT),
  /// Somebody wrote the account, or a part of it, into the database past the server.
  ACCOUNT_ALTERED(ProblemKind.CONFLICT),
  /// Nobody changes their own rights, by whatever account of their name.
  OWN_RIGHTS(ProblemKind.FORBIDDEN),
  /// Somebody else must confirm what they granted.
  OWN_GRANT(ProblemKind.FORBIDDEN),
  /// One of the two made the other's account, or lately gave them a way in.
  NOT_INDEPENDENT(ProblemKind.FORBIDDEN),
  /// Only who granted it takes it back.
  NOT_YOUR_GRANT(ProblemKind.FORBIDDEN),
  NO_SUCH_ROLE_GRANT(ProblemKind.NOT_FOUND),
  ROLE_GRANT_DECIDED(ProblemKind.CONFLICT),
  /// Its time is over, or who granted it may not any more.
  ROLE_GRANT_LAPSED(ProblemKind.CONFLICT),
  /// Whoever gave them their password still knows it.
  PASSWORD_NOT_CHANGED(ProblemKind.CONFLICT),
  /// Roles that nobody holds together.
  CONFLICTING_ROLES(ProblemKind.CONFLICT),
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
