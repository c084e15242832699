package anbinh.situation.report;

/// By which way a report came in.
public enum SituationChannel {
  TEAM,
  /// A resident who said who they are, which nobody checked.
  RESIDENT,
  /// A resident who is known by a code only.
  ANONYMOUS,
  /// Another system of the authorities or of a newspaper, by Open311 GeoReport v2.
  OPEN311,
  /// Taken down by an officer, by telephone or at the office.
  OFFICER
}
