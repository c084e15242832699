package anbinh.situation.report;

/// Where a report stands.
public enum SituationState {
  SUBMITTED,
  /// An officer has it.
  ACKNOWLEDGED,
  REFERRED_POLICE,
  SENT_TO_MEDIATION,
  REFERRED_OTHER,
  RESOLVED_ON_SITE,
  /// There was nothing of it.
  NOT_FOUNDED,
  CLOSED,
  /// The reporter asked for it, and an officer agreed; its trace stays.
  RETRACTED;

  public boolean over() {
    return this == CLOSED || this == RETRACTED;
  }

  /// Whether it was decided what becomes of it, and it is not over.
  public boolean decided() {
    return switch (this) {
      case REFERRED_POLICE, SENT_TO_MEDIATION, REFERRED_OTHER, RESOLVED_ON_SITE, NOT_FOUNDED ->
          true;
      case SUBMITTED, ACKNOWLEDGED, CLOSED, RETRACTED -> false;
    };
  }

  /// What comes next, and is due.
  public enum Next {
    ACKNOWLEDGE,
    /// The written report to the next one up.
    WRITE,
    DECIDE,
    CLOSE,
    /// At what came in after the end.
    LOOK
  }
}
