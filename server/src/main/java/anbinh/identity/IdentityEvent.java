package anbinh.identity;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;
import anbinh.seal.log.EventName;

/// What identity records.
public enum IdentityEvent implements EventType {
  SIGNED_IN(EventName.SIGN_IN),
  SIGN_IN_FAILED("identity.sign-in-failed"),
  SIGNED_OUT("identity.sign-out"),
  /// Somebody tried what they may not.
  REFUSED(EventName.DENIED),
  PERSON_CREATED("identity.person-created"),
  PERSON_CHANGED("identity.person-changed"),
  /// Roles that decide or supervise were granted; they wait for another administrator, or were the
  /// first administrator's first steps.
  ROLES_GRANTED("identity.roles-granted"),
  /// Another administrator confirmed them: they are held from now on.
  ROLES_CONFIRMED("identity.roles-confirmed"),
  ROLES_REFUSED("identity.roles-refused"),
  ROLES_WITHDRAWN("identity.roles-withdrawn"),
  /// Roles are held no more, or wait again.
  ROLES_ENDED("identity.roles-ended"),
  /// There are two administrators of the whole site.
  FIRST_STEPS_ENDED("identity.first-steps-ended"),
  /// Whoever keeps the machine let the last administrator appoint a second one again.
  FIRST_STEPS_AGAIN("identity.first-steps-again"),
  /// What an account is from now on, as codes of its parts: whoever writes into the database can
  /// make no such event, so the last one says which account is the server's own.
  ACCOUNT_WRITTEN("identity.account-written"),
  PASSWORD_CHANGED("identity.password-changed"),
  SECOND_FACTOR_ADDED("identity.second-factor-added"),
  SECOND_FACTOR_REMOVED("identity.second-factor-removed"),
  /// An administrator took all of somebody's second factors away.
  SECOND_FACTORS_RESET("identity.second-factors-reset"),
  RECOVERY_CODES_RENEWED("identity.recovery-codes-renewed"),
  /// Somebody signed in showed again that it is them, for a grave act.
  CONFIRMED("identity.confirmed"),
  /// A session was ended from another one, by its owner by an administrator or by the provider.
  SESSIONS_ENDED("identity.sessions-ended"),
  /// An administrator invited somebody to link their account with the provider.
  PROVIDER_INVITED("identity.provider-invited"),
  PROVIDER_LINKED("identity.provider-linked"),
  PROVIDER_UNLINKED("identity.provider-unlinked"),
  /// Where somebody lives was noted, in the place of another or not; not where that is.
  HOME_NOTED("identity.home-noted"),
  /// It was taken away, or the person set inactive.
  HOME_FORGOTTEN("identity.home-forgotten");

  private final String code;

  IdentityEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return switch (this) {
      case SIGNED_IN,
          SIGN_IN_FAILED,
          SIGNED_OUT,
          REFUSED,
          PASSWORD_CHANGED,
          SECOND_FACTOR_ADDED,
          SECOND_FACTOR_REMOVED,
          RECOVERY_CODES_RENEWED,
          CONFIRMED,
          SESSIONS_ENDED,
          PROVIDER_LINKED,
          PROVIDER_UNLINKED ->
          Disclosure.DAY;
      case ACCOUNT_WRITTEN -> Disclosure.COUNT;
      default -> Disclosure.EXACT;
    };
  }

  @Override
  public String code() {
    return code;
  }
}
