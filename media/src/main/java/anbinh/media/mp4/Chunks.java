package anbinh.media.mp4;

import java.util.Arrays;

/// Samples that lie together in the media data, as the boxes `stsc` and `stco` or `co64` state
/// them.
final class Chunks {
  private int[] firstSample = new int[256];
  private long[] dataOffset = new long[256];
  private int count;
  private long dataBytes;

  /// @param offset of the chunk's first byte from the first byte of the media data
  void add(int sample, long offset) {
    if (count == firstSample.length) {
      firstSample = Arrays.copyOf(firstSample, count * 2);
      dataOffset = Arrays.copyOf(dataOffset, count * 2);
    }
    firstSample[count] = sample;
    dataOffset[count] = offset;
    count++;
  }

  void end(long bytes) {
    dataBytes = bytes;
  }

  long dataBytes() {
    return dataBytes;
  }

  void samplesPerChunk(BoxWriter writer, MovieBox movie) {
    writer.openFull("stsc", 0, 0);
    int countAt = writer.size();
    writer.int32(0);
    int entries = 0;
    int lastSize = 0;
    int lastDescription = 0;
    for (int i = 0; i < count; i++) {
      int until = i + 1 < count ? firstSample[i + 1] : movie.samples();
      int size = until - firstSample[i];
      int description = movie.description(firstSample[i]);
      if (size != lastSize || description != lastDescription) {
        writer.int32(i + 1);
        writer.int32(size);
        writer.int32(description);
        entries++;
        lastSize = size;
        lastDescription = description;
      }
    }
    writer.setInt32(countAt, entries);
    writer.close();
  }

  /// Leaves room for the offsets, which are known when everything before the media data is.
  ///
  /// @return where the room begins
  int placeOffsets(BoxWriter writer, boolean large) {
    writer.openFull(large ? "co64" : "stco", 0, 0);
    writer.int32(count);
    int at = writer.size();
    writer.zeros(count * (large ? 8 : 4));
    writer.close();
    return at;
  }

  void fillOffsets(BoxWriter writer, int at, boolean large) {
    long base = writer.size();
    for (int i = 0; i < count; i++) {
      long offset = base + dataOffset[i];
      if (large) {
        writer.setInt32(at + i * 8, (int) (offset >>> 32));
        writer.setInt32(at + i * 8 + 4, (int) offset);
      } else {
        writer.setInt32(at + i * 4, (int) offset);
      }
    }
  }
}
