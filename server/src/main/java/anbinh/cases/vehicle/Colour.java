package anbinh.cases.vehicle;

/// The colour of most of a vehicle.
enum Colour {
  WHITE,
  BLACK,
  GREY,
  RED,
  BLUE,
  GREEN,
  YELLOW,
  BROWN,
  ORANGE,
  PURPLE,
  OTHER
}
