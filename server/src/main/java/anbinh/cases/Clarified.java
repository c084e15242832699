package anbinh.cases;

/// What footage can clarify.
public enum Clarified {
  VEHICLE,
  PERSON,
  TIME,
  PLACE
}
