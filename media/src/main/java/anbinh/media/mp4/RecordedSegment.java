package anbinh.media.mp4;

import anbinh.media.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// One segment file of a camera, closed or still growing, as far as serving it needs to know.
///
/// While it grows, samples are added and `end` moves; nothing that was there changes.
///
/// @param id names the file among all of its camera, and never another: bytes that it holds once
///   stay as they are
/// @param index of the samples that may be read
/// @param start wall-clock time of the first picture
/// @param stretch by which the wall clock differs from the camera's
/// @param end wall-clock time of the end; equal to the next segment's start where that follows
///   without a gap
public record RecordedSegment(
    String id,
    Path file,
    VideoFormat format,
    SampleIndex index,
    Instant start,
    Stretch stretch,
    Instant end) {
  /// Pictures of a segment are taken no earlier than this before its start: those that H.265 codes
  /// after a key picture and shows before it.
  public static final Duration LEAD = Duration.ofSeconds(1);

  public RecordedSegment {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "Segment " + id + " ends at " + end + ", not after its start " + start + ".");
    }
  }

  /// The wall-clock time of a media time. It does not depend on how long the segment is.
  public Instant wallTime(long mediaTicks) {
    long media = Ticks.toNanos(mediaTicks);
    return start.plusNanos(media + stretch.nanos(media));
  }

  /// The media time of a wall-clock time, to within a tick.
  long mediaTicks(Instant at) {
    return Ticks.fromNanos(stretch.mediaNanos(Duration.between(start, at).toNanos()));
  }
}
