package anbinh.mediation.dispute;

/// Where a mediation stands.
public enum MediationState {
  /// May be mediated; nobody is assigned.
  RECEIVED,
  ASSIGNED,
  /// By a mediator who declared to have no interest in it.
  ACCEPTED,
  /// Has begun.
  IN_PROGRESS,
  /// Ended by agreement, which is being kept or not.
  FOLLOW_UP,
  CLOSED,
  /// Not to be mediated: an authority's.
  REFERRED,
  /// Waits for another person's look; nothing goes on before.
  REVIEW;

  boolean over() {
    return this == CLOSED || this == REFERRED;
  }

  /// Whether no session was held by who has it now.
  boolean beforeStart() {
    return this == RECEIVED || this == ASSIGNED || this == ACCEPTED;
  }
}
