package anbinh.evidence.owner;

/// Where an ask stands.
public enum OwnerRequestState {
  OPEN,
  GIVEN,
  REFUSED,
  WITHDRAWN,
  UNANSWERED,
  OVERWRITTEN,
  GIVEN_UP
}
