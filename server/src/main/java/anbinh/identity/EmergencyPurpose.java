package anbinh.identity;

/// What an emergency access opens.
public enum EmergencyPurpose {
  /// Recorded footage of an area.
  FOOTAGE,
  /// What was written in reports of situations of a commune.
  SITUATIONS
}
