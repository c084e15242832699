package anbinh.evidence.request;

/// Why nothing could be collected.
public enum UnavailableCause {
  /// No granted camera has a recording of any granted instant.
  NOT_RECORDED,
  /// It was recorded once, but was deleted by retention before the request.
  DELETED
}
