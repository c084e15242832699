package anbinh.identity.grant;

/// What became of roles that waited for a confirmation.
enum GrantOutcome {
  CONFIRMED,
  REFUSED,
  WITHDRAWN,
  /// Another grant took its place.
  REPLACED,
  /// There was nobody yet who could confirm it.
  FIRST_STEPS
}
