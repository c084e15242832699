package anbinh.sightings.wanted;

/// Where an entry of the list stands.
public enum WantedState {
  REQUESTED,
  /// Approved by another person: passes are compared with it.
  ACTIVE,
  REFUSED,
  /// Its time has run out, decided or not.
  EXPIRED,
  /// Ended by a person before its time, or withdrawn before it was decided.
  ENDED;

  /// Whether nothing becomes of it any more.
  public boolean isOver() {
    return switch (this) {
      case REQUESTED, ACTIVE -> false;
      case REFUSED, EXPIRED, ENDED -> true;
    };
  }
}
