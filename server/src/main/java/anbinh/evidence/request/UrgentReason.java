package anbinh.evidence.request;

/// The closed list of reasons why a request cannot wait.
public enum UrgentReason {
  LIFE_IN_DANGER,
  PERSON_MISSING,
  SUSPECT_AT_LARGE,
  FOOTAGE_SOON_OVERWRITTEN,
  CAMERA_AT_RISK
}
