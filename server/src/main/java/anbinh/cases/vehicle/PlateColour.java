package anbinh.cases.vehicle;

/// The colour of a plate's ground: white of people and firms, blue of the State, yellow of vehicles
/// for hire, red of the army.
enum PlateColour {
  WHITE,
  BLUE,
  YELLOW,
  RED,
  OTHER
}
