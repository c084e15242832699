package anbinh.media.record.log;

import anbinh.media.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A stretch of wall-clock time for which a track has no pictures.
///
/// @param until empty while the gap lasts; before `from` when the wall clock was set back, so that
///   the recordings around it overlap
/// @param camera what the camera's connection suffers from, when that is the cause
/// @param detail one line for a technician, in English, possibly empty
public record Gap(
    String cameraKey,
    Instant from,
    Optional<Instant> until,
    Cause cause,
    Optional<StreamState.Cause> camera,
    String detail) {

  /// How long, as far as the gap has ended; negative for an overlap.
  public Optional<Duration> length() {
    return until.map(end -> Duration.between(from, end));
  }

  public enum Cause {
    /// The track was opened and no picture has come yet.
    STARTING,
    /// The recorder was not running.
    RESTART,
    /// Packets were lost on the way and no picture came, or a unit was malformed.
    LOSS,
    /// The camera cannot be reached or refuses; [Gap#camera] says which where it is known.
    CAMERA_DOWN,
    /// The parameter sets changed and no key picture had come yet.
    FORMAT_CHANGED,
    /// The camera's or the recorder's clock was set.
    CLOCK_STEP,
    /// The disk was full.
    DISK_FULL,
    /// The disk failed, or is not mounted.
    DISK_ERROR,
    /// Pictures came faster than they could be written.
    OVERLOAD,
    /// A fault in the recorder itself.
    FAULT
  }
}
