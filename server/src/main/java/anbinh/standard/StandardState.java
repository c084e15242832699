package anbinh.standard;

/// How far a unit is in a year, from its registration on.
public enum StandardState {
  REGISTERED,
  SELF_ASSESSED,
  APPRAISED,
  DECIDED,
  CERTIFIED,
  REVOKED
}
