package anbinh.media.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where each sample of a track lies, how long it lasts and when it is shown, spread out from the
/// run lengths of an `stbl` box (ISO/IEC 14496-12 §8.6, §8.7).
final class Mp4SampleTable {
  private static final int MAXIMUM_SAMPLES = 1_000_000;

  private final int[] sizes;
  private final long[] offsets;
  private final long[] durations;
  private final long[] presentationOffsets;
  private final boolean[] keys;

  private Mp4SampleTable(int count) {
    sizes = new int[count];
    offsets = new long[count];
    durations = new long[count];
    presentationOffsets = new long[count];
    keys = new boolean[count];
  }

  /// @throws IllegalArgumentException or an index or underflow exception when a table is broken
  static Mp4SampleTable of(Mp4Box table) {
    ByteBuffer sizeBox = table.get("stsz").content();
    int fixedSize = sizeBox.getInt(4);
    int count = sizeBox.getInt(8);
    if (count < 0 || count > MAXIMUM_SAMPLES) {
      throw new IllegalArgumentException("a track of " + count + " samples");
    }
    Mp4SampleTable samples = new Mp4SampleTable(count);
    for (int i = 0; i < count; i++) {
      samples.sizes[i] = fixedSize != 0 ? fixedSize : sizeBox.getInt(12 + 4 * i);
    }
    spread(table.get("stts").content(), samples.durations, false);
    Optional<Mp4Box> composition = table.find("ctts");
    composition.ifPresent(box -> spread(box.content(), samples.presentationOffsets, true));
    Optional<Mp4Box> sync = table.find("stss");
    Arrays.fill(samples.keys, sync.isEmpty());
    sync.ifPresent(box -> samples.readKeys(box.content()));
    samples.place(table);
    return samples;
  }

  /// In coding order.
  List<Mp4Sample> samples() {
    List<Mp4Sample> samples = new ArrayList<>(sizes.length);
    for (int i = 0; i < sizes.length; i++) {
      samples.add(
          new Mp4Sample(offsets[i], sizes[i], durations[i], presentationOffsets[i], keys[i]));
    }
    return samples;
  }

  private static void spread(ByteBuffer box, long[] values, boolean signed) {
    int entries = box.getInt(4);
    int sample = 0;
    for (int i = 0; i < entries; i++) {
      int run = box.getInt(8 + 8 * i);
      int raw = box.getInt(12 + 8 * i);
      // Durations are unsigned, but those above 2³¹ come of broken clocks that ran backwards.
      long value = signed ? raw : Math.max(0, raw);
      for (int k = 0; k < run && sample < values.length; k++) {
        values[sample++] = value;
      }
    }
  }

  private void readKeys(ByteBuffer box) {
    int entries = box.getInt(4);
    for (int i = 0; i < entries; i++) {
      keys[box.getInt(8 + 4 * i) - 1] = true;
    }
  }

  private void place(Mp4Box table) {
    ByteBuffer chunkRuns = table.get("stsc").content();
    Optional<Mp4Box> narrow = table.find("stco");
    ByteBuffer chunkOffsets = narrow.orElseGet(() -> table.get("co64")).content();
    int chunks = chunkOffsets.getInt(4);
    int runs = chunkRuns.getInt(4);
    int run = 0;
    int sample = 0;
    for (int chunk = 1; chunk <= chunks && sample < sizes.length; chunk++) {
      while (run + 1 < runs && chunkRuns.getInt(8 + 12 * (run + 1)) <= chunk) {
        run++;
      }
      int inChunk = chunkRuns.getInt(8 + 12 * run + 4);
      if (chunkRuns.getInt(8 + 12 * run + 8) > 1) {
        throw new UnplayableVideo("its format changes in the middle");
      }
      long at =
          narrow.isPresent()
              ? Integer.toUnsignedLong(chunkOffsets.getInt(8 + 4 * (chunk - 1)))
              : chunkOffsets.getLong(8 + 8 * (chunk - 1));
      for (int k = 0; k < inChunk && sample < sizes.length; k++) {
        offsets[sample] = at;
        at += sizes[sample++];
      }
    }
    if (sample < sizes.length) {
      throw new IllegalArgumentException("samples without a place in the file");
    }
  }
}
