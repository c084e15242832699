package anbinh.platform.indicator;

/// The work that an indicator is about, in the order in which reports have it.
public enum IndicatorTopic {
  FOOTAGE,
  CASES,
  TEAMS,
  GROUPS,
  PROGRAMMES,
  CAMPAIGNS,
  SITUATIONS,
  MEDIATION,
  MEASURES,
  STANDARD,
  CAMERAS
}
