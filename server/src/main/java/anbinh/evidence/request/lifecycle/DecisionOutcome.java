package anbinh.evidence.request.lifecycle;

/// The three ways to decide a request.
public enum DecisionOutcome {
  APPROVE,
  /// A part of the time or of the cameras.
  APPROVE_LESS,
  REFUSE
}
