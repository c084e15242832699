package anbinh.oversight.access;

/// What somebody looked at.
public enum FootageAccessKind {
  /// Recorded footage of a camera, or a still of it.
  FOOTAGE,
  /// Which cameras could have seen a place.
  PLACE,
  /// A live picture.
  LIVE,
  /// An emergency access was opened; what was seen under it are looks of their own.
  EMERGENCY,
  /// An extraction was asked for.
  REQUEST,
  /// A vehicle was searched for among the sightings.
  SEARCH,
  /// Something was tried and not allowed.
  REFUSED,
  /// Cases, requests and owners' contacts were read; judged by their number alone.
  RECORDS
}
