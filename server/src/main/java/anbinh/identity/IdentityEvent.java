package anbinh.identity;

import anbinh.audit.EventType;
import anbinh.seal.log.LeafType;

/// What identity records.
public enum IdentityEvent implements EventType {
  SIGNED_IN(LeafType.SIGN_IN),
  SIGN_IN_FAILED("identity.sign-in-failed"),
  SIGNED_OUT("identity.sign-out"),
  /// Somebody tried what they may not.
  REFUSED(LeafType.DENIED),
  PERSON_CREATED("identity.person-created"),
  PERSON_CHANGED("identity.person-changed"),
  PASSWORD_CHANGED("identity.password-changed"),
  SECOND_FACTOR_ADDED("identity.second-factor-added"),
  SECOND_FACTOR_REMOVED("identity.second-factor-removed"),
  /// An administrator took all of somebody's second factors away.
  SECOND_FACTORS_RESET("identity.second-factors-reset"),
  RECOVERY_CODES_RENEWED("identity.recovery-codes-renewed"),
  /// Somebody signed in showed again that it is them, for a grave act.
  CONFIRMED("identity.confirmed"),
  /// A session was ended from another one, by its owner or by an administrator.
  SESSIONS_ENDED("identity.sessions-ended");

  private final String code;

  IdentityEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
