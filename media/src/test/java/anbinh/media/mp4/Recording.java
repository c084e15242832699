package anbinh.media.mp4;

import anbinh.media.AccessUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clip recorded into several segments for tests of serving: continuous, or with holes.
///
/// @param times when each picture of the clip was taken, in the clip's coding order; null where a
///   hole swallowed it
record Recording(TestClip clip, List<RecordedSegment> segments, List<Instant> times) {
  /// Cuts the clip before every n-th key picture into files that abut.
  static Recording continuous(Path folder, TestClip clip, int keysPerSegment) {
    return of(folder, clip, keysPerSegment, List.of(), 0);
  }

  /// @param lost numbers of the segments that are missing
  /// @param slewNanos by how much every segment is longer on the wall than on the camera's clock
  static Recording of(
      Path folder, TestClip clip, int keysPerSegment, List<Integer> lost, long slewNanos) {
    List<List<AccessUnit>> groups = new ArrayList<>();
    int keys = 0;
    for (AccessUnit unit : clip.units()) {
      if (unit.key() && keys++ % keysPerSegment == 0) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(unit);
    }
    DecodeTimes decode = new DecodeTimes(clip.format().reorderDepth(), 6000);
    List<RecordedSegment> segments = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    Instant start = TestClip.EPOCH;
    for (int i = 0; i < groups.size(); i++) {
      List<AccessUnit> units = groups.get(i);
      long first = units.getFirst().pts90k();
      RecordedSegment written =
          SegmentFile.write(
              folder.resolve("segment-" + i + ".mp4"), clip.format(), units, decode, start);
      long ticks =
          i + 1 < groups.size()
              ? groups.get(i + 1).getFirst().pts90k() - first
              : written.index().durationTicks();
      RecordedSegment segment =
          new RecordedSegment(
              written.id(),
              written.file(),
              clip.format(),
              written.index().withDuration(ticks),
              start,
              Stretch.adding(Duration.ofNanos(slewNanos), Ticks.toDuration(ticks)),
              start.plus(Ticks.toDuration(ticks)).plusNanos(slewNanos));
      if (!lost.contains(i)) {
        segments.add(segment);
      }
      for (AccessUnit unit : units) {
        times.add(segment.wallTime(unit.pts90k() - first));
      }
      start = segment.end();
    }
    return new Recording(clip, segments, times);
  }
}
