package anbinh.identity;

import anbinh.audit.EventType;

/// What identity records.
public enum IdentityEvent implements EventType {
  SIGNED_IN("session.opened"),
  SIGN_IN_FAILED("session.failed"),
  SIGNED_OUT("session.closed"),
  /// Somebody tried what they may not.
  REFUSED("access.refused"),
  PERSON_CREATED("person.created"),
  PERSON_CHANGED("person.changed"),
  PASSWORD_CHANGED("password.changed");

  private final String code;

  IdentityEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
