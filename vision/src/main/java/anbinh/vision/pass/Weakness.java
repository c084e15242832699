package anbinh.vision.pass;

/// Why a reading is a weak one, which is kept but not relied on.
public enum Weakness {
  /// It stands still for long and is no plate of Vietnam: a clock, a camera's name, a shop's sign.
  LETTERING,
  /// In one picture only.
  SEEN_ONCE,
  /// All pictures together do not make it likely enough.
  UNSURE,
  /// Too few characters for a whole plate.
  TOO_SHORT,
  /// No plate of Vietnam has such a text.
  NO_PLATE_SHAPE
}
