package anbinh.programme;

/// Where a programme stands.
public enum ProgrammeState {
  PROPOSED,
  REFUSED,
  /// Decided, and nothing was done in it yet.
  LAUNCHED,
  ACTIVE,
  /// Sleeps, and may be resumed.
  DORMANT,
  ENDED;

  /// Whether activities are taken down in it.
  public boolean runs() {
    return this == LAUNCHED || this == ACTIVE;
  }

  /// Whether it keeps its areas from having another one of its kind.
  public boolean present() {
    return runs() || this == PROPOSED || this == DORMANT;
  }
}
