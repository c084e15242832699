package anbinh.media.record.log;

import java.time.Duration;
import java.util.Optional;

/// What is known about a segment's time, to be printed with every extraction.
///
/// @param follows whether the start was carried on from the segment before by the camera's clock;
///   otherwise it is when the least delayed picture says the first was taken
/// @param startError what the least delayed picture of this segment says about its start, minus the
///   stated start
/// @param stretch length by the wall clock minus length by the camera's clock; at most 500 ppm
/// @param rebased whether the camera's timestamps jumped or stood still inside, and the pictures
///   after that carry times from their receipt
/// @param camera the camera's own clock against the recorder's
public record ClockEvidence(
    boolean follows,
    Duration startError,
    Duration stretch,
    boolean rebased,
    Optional<CameraOffset> camera) {

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
