package anbinh.evidence.request;

/// That the time for a decision runs out.
public enum Reminder {
  /// Half of it is left, or less.
  HALF,
  /// A quarter of it is left, or less.
  LAST_QUARTER
}
