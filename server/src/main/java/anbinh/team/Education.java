package anbinh.team;

/// The highest school that somebody finished.
public enum Education {
  PRIMARY,
  LOWER_SECONDARY,
  UPPER_SECONDARY,
  VOCATIONAL,
  UNIVERSITY
}
