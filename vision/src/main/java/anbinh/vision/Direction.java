package anbinh.vision;

/// Where it went, as the camera sees it.
public enum Direction {
  TOWARDS,
  AWAY,
  LEFT,
  RIGHT
}
