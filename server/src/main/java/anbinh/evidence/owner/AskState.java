package anbinh.evidence.owner;

/// Where an ask stands.
public enum AskState {
  OPEN,
  GIVEN,
  REFUSED,
  WITHDRAWN,
  UNANSWERED,
  OVERWRITTEN,
  GIVEN_UP
}
