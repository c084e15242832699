package anbinh.sightings.wanted.alert;

/// What a person found out who checked an alert.
enum WantedFinding {
  THE_VEHICLE,
  ANOTHER_VEHICLE
}
