package anbinh.cases.vehicle;

/// What kind of vehicle it is, as anybody sees it.
enum VehicleKind {
  MOTORBIKE,
  CAR,
  TRUCK,
  BUS,
  TRICYCLE,
  BICYCLE,
  OTHER
}
