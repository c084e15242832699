package anbinh.sightings.wanted;

import anbinh.audit.EventType;

/// What is recorded of wanted vehicles: each step of an entry, each alert, and each look at them.
/// Plate, document and reasons stand in the erasable detail.
public enum WantedEvent implements EventType {
  REQUESTED("wanted-vehicle.requested"),
  APPROVED("wanted-vehicle.approved"),
  REFUSED("wanted-vehicle.refused"),
  ENDED("wanted-vehicle.ended"),
  EXPIRED("wanted-vehicle.expired"),
  LISTED("wanted-vehicles.listed"),
  ALERT_RAISED("wanted-vehicle.alert-raised"),
  ALERT_ACKNOWLEDGED("wanted-vehicle.alert-acknowledged"),
  ALERTS_LISTED("wanted-vehicle-alerts.listed");

  private final String code;

  WantedEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
