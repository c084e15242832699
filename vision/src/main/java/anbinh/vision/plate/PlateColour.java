package anbinh.vision.plate;

/// The colour of a plate's ground, which says what the vehicle is used for (Circular 79/2024 of the
/// Ministry of Public Security).
public enum PlateColour {
  /// Private, or a foreigner's or an organisation's.
  WHITE,
  /// Commercial transport.
  YELLOW,
  /// Offices of the state and the party.
  BLUE,
  /// The army.
  RED
}
