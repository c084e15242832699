package anbinh.cases.vehicle;

/// What a vehicle is in a case.
enum VehicleRole {
  STOLEN,
  /// Something was done with it.
  USED,
  /// Of a collision, or in the way.
  INVOLVED,
  /// Was there, and may clarify something.
  SOUGHT
}
