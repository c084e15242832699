package anbinh.evidence.message;

/// How far a message is.
public enum MessageState {
  WAITING,
  SENT,
  FAILED,
  CANCELLED
}
