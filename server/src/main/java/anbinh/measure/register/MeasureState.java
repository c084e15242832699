package anbinh.measure.register;

/// Where a measure stands. Whether its end date is over is asked of the date, not of this.
public enum MeasureState {
  /// Recorded; the chair has not confirmed it.
  WAITING,
  IN_FORCE,
  /// By a decision, until another one.
  SUSPENDED,
  /// Its end date is over.
  SEALED,
  /// Not confirmed.
  REFUSED,
  /// Not confirmed in time.
  LAPSED;

  boolean confirmed() {
    return this == IN_FORCE || this == SUSPENDED;
  }

  /// Whether it was confirmed once, and not only recorded.
  boolean wasInForce() {
    return confirmed() || this == SEALED;
  }
}
