package anbinh.evidence.request.lifecycle;

/// The states of a request as people and tables name them.
public enum StateName {
  REQUESTED,
  APPROVED,
  REFUSED,
  CANCELLED,
  EXPIRED,
  COLLECTING,
  SEALED,
  UNAVAILABLE,
  DELIVERED,
  OUTCOME
}
