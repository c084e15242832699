package anbinh.media.record.log;

import anbinh.media.mp4.ClockRate;
import java.time.Duration;
import java.util.Optional;

/// What is known about a segment's time, to be printed with every extraction.
///
/// @param follows whether the start was carried on from the segment before by the camera's clock;
///   otherwise it is when the least delayed picture says the first was taken
/// @param startError what the least delayed picture of this segment says about its start, minus the
///   stated start
/// @param stretch length by the wall clock minus length by the camera's clock; at most 500 ppm
/// @param source where the times of its pictures come from
/// @param uncertainty how far the times stated may be off, as far as the arrival of pictures tells:
///   a delay that all pictures have in common cannot be seen from here. Empty where nobody measured
///   it, in a file that a crash cut off
/// @param rate at which the camera's timestamps were measured to run
/// @param camera the camera's own clock against the recorder's
public record ClockEvidence(
    boolean follows,
    Duration startError,
    Duration stretch,
    Source source,
    Optional<Duration> uncertainty,
    ClockRate rate,
    Optional<CameraOffset> camera) {

  public enum Source {
    /// The camera's timestamps, to the tick.
    CAMERA_TIMESTAMPS,
    /// Receipt, for at least some of the pictures: the camera's timestamps jumped, stood still, or
    /// ran at another rate than declared. They still say in which order pictures were taken.
    RECEIPT
  }

  /// @param offset the camera's clock minus the recorder's; includes the shortest time that a
  ///   picture takes from the camera to the recorder, as a negative part
  /// @param uncertainty half the spread between the reports, at least a millisecond
  /// @param reports how many the figure rests on
  public record CameraOffset(Method method, Duration offset, Duration uncertainty, int reports) {}

  public enum Method {
    /// RTCP sender reports (RFC 3550 §6.4.1).
    RTCP_SENDER_REPORT
  }
}
