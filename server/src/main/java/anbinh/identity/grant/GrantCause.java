package anbinh.identity.grant;

/// Why roles that decide or supervise wait for a confirmation.
public enum GrantCause {
  /// A role that the person did not hold, or holds longer than before.
  GRANTED,
  /// The account is of another area.
  MOVED,
  /// It bears another name, so it may be another person's.
  RENAMED,
  /// An administrator set its password.
  PASSWORD_RESET,
  /// An administrator took its second factors away.
  FACTORS_RESET,
  /// It was linked with the provider by an administrator's invitation.
  PROVIDER_LINKED,
  /// It was inactive.
  REACTIVATED,
  /// Areas were merged, and by that the person held roles that nobody holds together.
  AREAS_MERGED
}
