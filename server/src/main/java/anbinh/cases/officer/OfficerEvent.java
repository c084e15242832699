package anbinh.cases.officer;

import anbinh.audit.EventType;

/// What is recorded of the officers of cases.
public enum OfficerEvent implements EventType {
  PUT_ON("case.officer-put-on"),
  TAKEN_OFF("case.officer-taken-off");

  private final String code;

  OfficerEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
