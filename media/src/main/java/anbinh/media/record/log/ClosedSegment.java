package anbinh.media.record.log;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import java.time.Instant;

/// A segment file that is complete and durable, and all that the log keeps about it.
///
/// @param file relative to the storage root, with `/`
/// @param start wall-clock time of the first picture
/// @param end equal to the next segment's start where that follows without a gap
/// @param durationTicks media time from start to end by the camera's clock
/// @param sizeBytes of the file
/// @param sha256 of the whole file
/// @param frames pictures
public record ClosedSegment(
    String cameraKey,
    String file,
    Instant start,
    Instant end,
    long durationTicks,
    long sizeBytes,
    Bytes sha256,
    int frames,
    SampleIndex index,
    VideoFormat format,
    ClockEvidence clock,
    EndCause ended) {
  /// What serving needs.
  ///
  /// @param root the storage root's folder
  public RecordedSegment toRecorded(java.nio.file.Path root) {
    Stretch stretch = Stretch.adding(clock.stretch(), Ticks.toDuration(durationTicks));
    return new RecordedSegment(file, root.resolve(file), format, index, start, stretch, end);
  }
}
