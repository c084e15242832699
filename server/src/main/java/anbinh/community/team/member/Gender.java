package anbinh.community.team.member;

/// As it stands on the identity card.
public enum Gender {
  MALE,
  FEMALE,
  OTHER
}
