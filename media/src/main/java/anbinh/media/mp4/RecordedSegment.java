package anbinh.media.mp4;

import anbinh.media.VideoFormat;
import java.nio.file.Path;
import java.time.Instant;

/// One segment file of a camera, closed or still growing, as far as serving it needs to know.
///
/// @param id what identifies these very bytes: the SHA-256 of a closed file, or the name of an open
///   one; the number of samples is added where it matters
/// @param index of the samples that may be read
/// @param start wall-clock time of the first picture
/// @param end wall-clock time of the end; equal to the next segment's start where that follows
///   without a gap
public record RecordedSegment(
    String id, Path file, VideoFormat format, SampleIndex index, Instant start, Instant end) {
  public RecordedSegment {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "Segment " + id + " ends at " + end + ", not after its start " + start + ".");
    }
  }

  /// The wall-clock time of a media time: the camera's clock between start and end, stretched or
  /// shrunk evenly so that it fits.
  public Instant wallTime(long mediaTicks) {
    return start.plusNanos(wallNanos(mediaTicks));
  }

  /// Wall-clock nanoseconds after [#start].
  long wallNanos(long mediaTicks) {
    long media = Ticks.toNanos(index.durationTicks());
    long wall = java.time.Duration.between(start, end).toNanos();
    double share = (double) mediaTicks / index.durationTicks();
    return Ticks.toNanos(mediaTicks) + Math.round((wall - media) * share);
  }

  /// The media time of a wall-clock time, to within a tick.
  long mediaTicks(Instant at) {
    long wall = java.time.Duration.between(start, end).toNanos();
    long media = Ticks.toNanos(index.durationTicks());
    long nanos = java.time.Duration.between(start, at).toNanos();
    return Ticks.fromNanos(nanos + Math.round((media - wall) * ((double) nanos / wall)));
  }
}
