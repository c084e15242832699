package anbinh.cases.type;

import anbinh.audit.EventType;

/// What the list of types of case records.
enum TypeEvent implements EventType {
  ADDED("case-type.added"),
  ENDED("case-type.ended");

  private final String code;

  TypeEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
