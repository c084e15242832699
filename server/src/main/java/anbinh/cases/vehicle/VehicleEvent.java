package anbinh.cases.vehicle;

import anbinh.audit.EventType;

/// What is recorded of the vehicles of cases; plates stand in the erasable detail.
public enum VehicleEvent implements EventType {
  ADDED("case.vehicle-added"),
  REMOVED("case.vehicle-removed");

  private final String code;

  VehicleEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
