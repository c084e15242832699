package anbinh.community.situation.report;

/// By which way a report came in.
public enum SituationChannel {
  TEAM,
  RESIDENT,
  /// A resident who is known by a code only.
  ANONYMOUS,
  /// Taken down by an officer, by telephone or at the office.
  OFFICER
}
