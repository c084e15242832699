package anbinh.mediation.dispute;

/// How a mediation ended (articles 23 and 10.5).
public enum MediationOutcome {
  AGREED,
  /// The mediator ended it without a prospect.
  NOT_AGREED,
  /// A party, or all, requested no more of it.
  STOPPED,
  /// Signs of an offence or of danger appeared: an authority's from then on.
  ESCALATED
}
