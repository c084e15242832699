package anbinh.situation.report;

/// How well it is known when something happened.
public enum HappenedPrecision {
  /// When it was written down, by the phone's clock, which is put right.
  NOW,
  /// About then, as somebody says.
  ABOUT,
  /// On that day.
  DAY,
  UNKNOWN
}
