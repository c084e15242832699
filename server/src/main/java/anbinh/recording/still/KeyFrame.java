package anbinh.recording.still;

import anbinh.media.mp4.RecordedSegment;
import java.time.Instant;

/// A recorded key picture that need not have been decoded.
///
/// @param sample its number in the segment's index
public record KeyFrame(RecordedSegment segment, int sample) {
  /// When the picture was taken, by the recording's time.
  public Instant at() {
    return segment.wallTime(ticks());
  }

  long ticks() {
    return segment.index().mediaTicks(sample);
  }
}
