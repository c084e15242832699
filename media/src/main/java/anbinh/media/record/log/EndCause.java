package anbinh.media.record.log;

/// Why a segment file ended.
public enum EndCause {
  /// Its time was up; the next file continues it.
  ROTATED,
  /// The camera changed its parameter sets.
  FORMAT_CHANGED,
  /// Packets were lost and no picture came for longer than a moment, or a unit was malformed.
  LOSS,
  /// The connection to the camera ended.
  CAMERA_DOWN,
  /// The camera's or the recorder's clock was set.
  CLOCK_STEP,
  /// The disk was full; the file holds what was written until then.
  DISK_FULL,
  /// The disk failed; the file holds what was written until then.
  DISK_ERROR,
  /// Pictures came faster than they could be written.
  OVERLOAD,
  /// A fault in the recorder itself.
  FAULT,
  /// The track was closed in order.
  CLOSED,
  /// The recorder was killed; what was whole was recovered at the next start.
  RECOVERED
}
