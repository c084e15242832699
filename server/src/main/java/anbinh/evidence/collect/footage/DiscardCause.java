package anbinh.evidence.collect.footage;

/// Why footage that was secured is deleted again.
public enum DiscardCause {
  REFUSED,
  CANCELLED,
  /// Nobody decided in time.
  NOT_RATIFIED,
  /// Less was granted than was secured; what was granted is taken anew.
  GRANTED_LESS
}
