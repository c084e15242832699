package anbinh.sightings;

/// What passed, as far as shape, plate and detector tell.
public enum VehicleClass {
  MOTORBIKE,
  CAR,
  VAN,
  TRUCK,
  BUS,
  BICYCLE,
  PERSON,
  OTHER
}
