package anbinh.areas;

import anbinh.audit.EventType;

/// What areas record.
enum AreaEvent implements EventType {
  CREATED("area.created");

  private final String code;

  AreaEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
