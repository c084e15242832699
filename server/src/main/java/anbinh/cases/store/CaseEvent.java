package anbinh.cases.store;

import anbinh.audit.EventType;

/// What cases record. Leaves hold kinds and identifiers; titles, places and protection stand in the
/// erasable detail.
public enum CaseEvent implements EventType {
  OPENED("case.opened"),
  VIEWED("case.viewed"),
  LISTED("case.listed"),
  /// Where it happened was said, or said anew.
  PLACED("case.placed"),
  /// Whether it is a protected one; which, and why, is nobody's business who reads leaves.
  CHANGED("case.changed"),
  NOTED("case.noted"),
  CLOSED("case.closed");

  private final String code;

  CaseEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
