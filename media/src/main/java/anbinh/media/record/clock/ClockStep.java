package anbinh.media.record.clock;

/// Which clock was set between two pictures.
public enum ClockStep {
  NONE,
  /// The recorder's own.
  WALL_CLOCK,
  /// The one that the camera's timestamps are of.
  CAMERA_CLOCK
}
