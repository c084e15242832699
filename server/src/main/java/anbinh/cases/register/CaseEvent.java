package anbinh.cases.register;

import anbinh.audit.EventType;

/// What cases record. Leaves hold kinds and identifiers; titles stand in the erasable detail.
public enum CaseEvent implements EventType {
  OPENED("case.opened"),
  VIEWED("case.viewed"),
  LISTED("case.listed"),
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
