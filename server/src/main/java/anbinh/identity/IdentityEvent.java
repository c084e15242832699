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
  PASSWORD_CHANGED("identity.password-changed");

  private final String code;

  IdentityEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
