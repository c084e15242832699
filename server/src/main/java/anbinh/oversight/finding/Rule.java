package anbinh.oversight.finding;

/// Why somebody's looks are brought to the auditor's notice.
enum Rule {
  /// One target again and again without a case, more often than chance explains.
  REPEATED_TARGET,
  /// A day with far more entries of the log than the colleagues' busy days.
  VOLUME,
  /// Outside working hours, on several nights, without a case.
  OFF_HOURS,
  /// Refused, and tried again.
  REFUSED_AGAIN,
  /// On the strength of a case that was closed.
  CLOSED_CASE,
  /// Whoever reviewed an emergency access says that it was not justified.
  EMERGENCY_NOT_JUSTIFIED,
  /// Nobody reviewed an emergency access in time.
  EMERGENCY_UNREVIEWED,
  /// Drawn by lot, and its reviewer did not find the purpose plain.
  NOT_PLAIN,
  /// Near where the person lives, without a case.
  OWN_ADDRESS,
  /// The same plate again and again, without progress of the cases in which it was searched for.
  REPEATED_SEARCH;

  /// Whether looks of all kinds count together, so that a finding is about the next look of another
  /// kind as well.
  boolean acrossKinds() {
    return this == OFF_HOURS || this == CLOSED_CASE;
  }
}
