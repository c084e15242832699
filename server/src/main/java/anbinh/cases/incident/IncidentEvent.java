package anbinh.cases.incident;

import anbinh.audit.EventType;

/// What is recorded of the incidents of cases. Leaves hold identifiers and kinds; words, times and
/// places stand in the erasable detail.
public enum IncidentEvent implements EventType {
  ADDED("case.incident-added"),
  CORRECTED("case.incident-corrected"),
  /// Where it was is said, or said anew; apart from the rest, because it is erased when the case
  /// becomes a protected one.
  PLACED("case.incident-placed"),
  WITHDRAWN("case.incident-withdrawn");

  private final String code;

  IncidentEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
