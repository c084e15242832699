package anbinh.sightings.casepass;

/// What an investigator says of a pass that a search found.
public enum Verdict {
  /// It is of the vehicle or person that is sought.
  CONFIRMED,
  /// It is of another one.
  REJECTED,
  UNDECIDED;

  /// Whether the pass is needed while the case goes on.
  boolean holds() {
    return this != REJECTED;
  }
}
