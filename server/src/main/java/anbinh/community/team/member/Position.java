package anbinh.community.team.member;

/// What somebody is in a team.
public enum Position {
  LEADER,
  DEPUTY,
  MEMBER
}
