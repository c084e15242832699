package anbinh.evidence.handover;

/// Where a hand-over stands.
public enum HandoverState {
  /// Waits for the receiver; past its time it counts as lapsed.
  OPEN,
  RECEIVED,
  WITHDRAWN
}
