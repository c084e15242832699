package anbinh.recording.ingest;

import anbinh.media.record.log.ClockEvidence;
import java.time.Duration;

/// What came of a camera since recording of it was switched on here, for metrics.
///
/// @param losses how often packets of the stream did not come
/// @param lostPackets how many, as far as the camera's numbers tell
/// @param damagedFrames pictures that were kept although parts of them, or of one that they may
///   refer to, never came
/// @param droppedFrames pictures that came and were not written
/// @param missing how long nothing was recorded although it should have been
/// @param timestampRate at which the camera's timestamps are measured to run; 1 as declared
/// @param times where the times of the pictures come from at present
public record StreamCounters(
    long frames,
    long bytes,
    long losses,
    long lostPackets,
    long damagedFrames,
    long droppedFrames,
    Duration missing,
    double timestampRate,
    ClockEvidence.Source times) {
  static final StreamCounters NONE =
      new StreamCounters(
          0, 0, 0, 0, 0, 0, Duration.ZERO, 1, ClockEvidence.Source.CAMERA_TIMESTAMPS);
}
