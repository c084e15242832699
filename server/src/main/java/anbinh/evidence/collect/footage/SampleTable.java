package anbinh.evidence.collect.footage;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Where each picture of a plain MP4 lies, from the boxes `stsz`, `stsc` and `stco` or `co64`
/// (ISO/IEC 14496-12 §8.7).
final class SampleTable {
  private final long[] offsets;
  private final int[] sizes;

  private SampleTable(long[] offsets, int[] sizes) {
    this.offsets = offsets;
    this.sizes = sizes;
  }

  int count() {
    return sizes.length;
  }

  long offset(int sample) {
    return offsets[sample];
  }

  int size(int sample) {
    return sizes[sample];
  }

  /// @param wide whether chunk offsets have 64 bits
  static SampleTable parse(ByteBuffer stsz, ByteBuffer stsc, ByteBuffer chunks, boolean wide)
      throws IOException {
    try {
      int[] sizes = sizes(stsz);
      return new SampleTable(offsets(sizes, stsc, chunks, wide), sizes);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("the clip's index of pictures is cut short", e);
    }
  }

  private static int[] sizes(ByteBuffer stsz) throws IOException {
    stsz.getInt();
    int same = stsz.getInt();
    int count = stsz.getInt();
    if (count < 0 || (same == 0 && count > stsz.remaining() / 4)) {
      throw new IOException("the clip's index names " + count + " pictures but does not hold them");
    }
    int[] sizes = new int[count];
    for (int sample = 0; sample < count; sample++) {
      sizes[sample] = same == 0 ? stsz.getInt() : same;
    }
    return sizes;
  }

  private static long[] offsets(int[] sizes, ByteBuffer stsc, ByteBuffer chunks, boolean wide)
      throws IOException {
    stsc.getInt();
    int runs = stsc.getInt();
    chunks.getInt();
    int chunkCount = chunks.getInt();
    long[] offsets = new long[sizes.length];
    int sample = 0;
    for (int run = 0; run < runs; run++) {
      int firstChunk = stsc.getInt();
      int samplesPerChunk = stsc.getInt();
      stsc.getInt();
      int nextRun = run + 1 < runs ? stsc.getInt(stsc.position()) : chunkCount + 1;
      for (int chunk = firstChunk; chunk < nextRun; chunk++) {
        long at = wide ? chunks.getLong() : Integer.toUnsignedLong(chunks.getInt());
        for (int in = 0; in < samplesPerChunk; in++) {
          offsets[sample] = at;
          at += sizes[sample++];
        }
      }
    }
    if (sample != sizes.length) {
      throw new IOException("the clip's index places " + sample + " of " + sizes.length);
    }
    return offsets;
  }
}
