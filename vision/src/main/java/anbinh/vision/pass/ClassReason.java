package anbinh.vision.pass;

/// Why a vehicle is said to be of its class.
public enum ClassReason {
  /// Rows and proportions of its plate.
  PLATE_SHAPE,
  /// The text of its plate, which only such vehicles have.
  PLATE_TEXT,
  /// The net that finds vehicles and persons.
  DETECTOR
}
