package anbinh.media.record;

import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.Ticks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// What a new viewer is given first, so that it need not wait for a key picture: the open segment's
/// pictures from the last key picture on, read back from its file.
final class LiveBacklog {
  /// More than this is not read back.
  private static final int MAX_BYTES = 4 << 20;

  private LiveBacklog() {}

  /// The pictures written since the last key picture; none where they are too much, or cannot be
  /// read. The viewer then merely waits for the next key picture.
  static List<LiveEvent.Fragment> sinceKey(SegmentWriter open, LiveFanOut live) {
    if (open.written() == 0) {
      return List.of();
    }
    RecordedSegment recorded = open.recorded(1);
    SampleIndex index = recorded.index();
    int key = index.count() - 1;
    while (!index.key(key)) {
      key--;
    }
    long start = index.offsetBytes(key);
    if (index.endBytes() - start > MAX_BYTES) {
      return List.of();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) (index.endBytes() - start));
    try (FileChannel reader = FileChannel.open(recorded.file(), StandardOpenOption.READ)) {
      while (bytes.hasRemaining()) {
        if (reader.read(bytes, start + bytes.position()) < 0) {
          return List.of();
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    List<LiveEvent.Fragment> fragments = new ArrayList<>();
    ByteBuffer whole = bytes.asReadOnlyBuffer();
    for (int i = key; i < index.count(); i++) {
      int duration = i + 1 < index.count() ? index.decodeTicks(i + 1) - index.decodeTicks(i) : 1;
      fragments.add(
          live.fragment(
              whole.slice((int) (index.offsetBytes(i) - start), index.sizeBytes(i)),
              index.key(i),
              index.damaged(i),
              recorded.start().plusNanos(Ticks.toNanos(index.mediaTicks(i))),
              open.firstDecodeTicks() + index.decodeTicks(i),
              index.compositionTicks(i),
              duration));
    }
    return fragments;
  }
}
