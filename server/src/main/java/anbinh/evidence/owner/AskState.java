package anbinh.evidence.owner;

/// Where an ask stands.
public enum AskState {
  OPEN,
  REFUSED,
  WITHDRAWN,
  UNANSWERED,
  OVERWRITTEN,
  GIVEN_UP
}
