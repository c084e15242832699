package anbinh.evidence.place;

import anbinh.audit.EventType;

/// What maps of cases record.
enum PlaceEvent implements EventType {
  MAP_VIEWED("case.map-viewed");

  private final String code;

  PlaceEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
