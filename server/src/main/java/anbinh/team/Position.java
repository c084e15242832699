package anbinh.team;

/// What somebody is in a team.
public enum Position {
  LEADER,
  DEPUTY,
  MEMBER
}
