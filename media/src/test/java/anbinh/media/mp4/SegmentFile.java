package anbinh.media.mp4;

import anbinh.media.AccessUnit;
import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes segment files for tests of reading and serving, without the recorder.
public final class SegmentFile {
  private SegmentFile() {}

  public static Bytes bytes(VideoFormat format, List<AccessUnit> units) {
    return bytes(format, units, new DecodeTimes(format.reorderDepth(), 6000));
  }

  /// @param times carried on from the file before, where this one continues it
  public static Bytes bytes(VideoFormat format, List<AccessUnit> units, DecodeTimes times) {
    long[] decode = units.stream().mapToLong(unit -> times.next(unit.pts90k())).toArray();
    Bytes head = InitSegment.of(format, (int) (units.getFirst().pts90k() - decode[0]));
    int size = head.size();
    for (AccessUnit unit : units) {
      size += FragmentHeader.BYTES + unit.payload().remaining();
    }
    ByteBuffer file = ByteBuffer.allocate(size).put(head.asBuffer());
    for (int i = 0; i < units.size(); i++) {
      AccessUnit unit = units.get(i);
      FragmentHeader.write(
          file.array(),
          file.position(),
          i + 1,
          decode[i] - decode[0],
          6000,
          unit.payload().remaining(),
          unit.key(),
          unit.damaged(),
          (int) (unit.pts90k() - decode[i]));
      file.position(file.position() + FragmentHeader.BYTES);
      file.put(unit.payload().duplicate());
    }
    return Bytes.copyOf(file.array());
  }

  /// Writes a file of these units that starts at a wall-clock time, and describes it.
  public static RecordedSegment write(
      Path file, VideoFormat format, List<AccessUnit> units, DecodeTimes times, Instant start) {
    try {
      Files.write(file, bytes(format, units, times).toArray());
      try (var channel = Files.newByteChannel(file)) {
        SampleIndex index = FragmentScanner.scan(channel).index().orElseThrow();
        return new RecordedSegment(
            file.getFileName().toString(),
            file,
            format,
            index,
            start,
            Stretch.NONE,
            start.plus(Ticks.toDuration(index.durationTicks())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
