package anbinh.team;

/// Why somebody left a team.
public enum LeavingReason {
  RESIGNED,
  AGE,
  HEALTH,
  MOVED,
  RELIEVED,
  DIED,
  /// Set by the end of the team, and by nobody's form.
  TEAM_DISSOLVED
}
