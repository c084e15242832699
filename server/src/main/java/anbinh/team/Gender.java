package anbinh.team;

/// As it stands on the identity card.
public enum Gender {
  MALE,
  FEMALE,
  OTHER
}
