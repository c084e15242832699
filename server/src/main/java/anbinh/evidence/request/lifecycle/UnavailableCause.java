package anbinh.evidence.request.lifecycle;

/// Why nothing could be collected.
public enum UnavailableCause {
  /// No granted camera has a recording of any granted instant.
  NOT_RECORDED,
  /// It was recorded once, but was deleted by retention before the request.
  DELETED,
  /// It was recorded, and its files are gone or are not what they were.
  LOST,
  /// An owner of a community camera refused, or took back what was given.
  OWNER_REFUSED,
  /// An owner of a community camera did not answer in time.
  NO_ANSWER,
  /// The keep-time of the owner's recorder was over before there was an answer.
  OVERWRITTEN
}
