package anbinh.vision.plate;

/// What kind of plate it is, as far as its letters and digits tell; the colour is seen, not read.
public enum PlateClass {
  /// Cars, buses and lorries, five digits since 2010, four before: `36A-123.45`, `36A-1234`.
  CAR,
  /// Motorbikes until August 2023, a letter and a digit: `36-B1 123.45`, `36-B1 1234`.
  MOTORBIKE_OLD,
  /// Motorbikes since August 2023, two letters: `36-AB 123.45`.
  MOTORBIKE,
  /// Series of their own: foreign-invested companies (LD), projects (DA), trailers (R, RM),
  /// tractors (MK), electric motorbikes (MĐ), police motorbikes (CD) and others.
  SPECIAL,
  /// Diplomats, consuls, organisations and foreigners: `80-011-NG-01`.
  FOREIGN,
  /// Given for days: `T36-123.45`.
  TEMPORARY,
  /// The army's, two letters of the unit: `TM-12-34`. Which units there are is not checked.
  ARMY
}
