package anbinh.cameras;

/// How footage of a camera is come by.
public enum CameraKind {
  /// Its stream is recorded here.
  CONNECTED,
  /// It records by itself; its owner is asked.
  COMMUNITY
}
