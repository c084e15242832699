package anbinh.vision;

/// The colour of a vehicle, or of somebody's clothing, as coarsely as people remember it. At night
/// a camera sees none.
public enum Colour {
  WHITE,
  SILVER,
  GREY,
  BLACK,
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  BLUE,
  PURPLE,
  BROWN
}
