package anbinh.seal.mp4;

import anbinh.seal.FormatProblem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Where each picture of a plain MP4 lies and whether it is shown, from the boxes of its `moov`
/// (ISO/IEC 14496-12 §8.6 and §8.7): `stsz`, `stsc`, `stco` or `co64`, and, where there is an edit
/// list `elst`, `stts` and `ctts`. What two players could read in two ways is refused: a second
/// track or table, chunks out of order, an edit list in another time scale than the track.
final class SampleTable {
  private static final int MAX_SAMPLES = 1 << 24;
  private static final int HEAD_BYTES = 8;
  private static final long NOTHING = -1;

  private final long[] offsets;
  private final int[] sizes;
  private final int hidden;

  private SampleTable(long[] offsets, int[] sizes, int hidden) {
    this.offsets = offsets;
    this.sizes = sizes;
    this.hidden = hidden;
  }

  int count() {
    return sizes.length;
  }

  int hidden() {
    return hidden;
  }

  long offset(int sample) {
    return offsets[sample];
  }

  int size(int sample) {
    return sizes[sample];
  }

  /// @param movie the content of `moov`
  static SampleTable parse(ByteBuffer movie) {
    try {
      ByteBuffer track = need(movie, "trak");
      ByteBuffer media = need(track, "mdia");
      ByteBuffer table = need(need(media, "minf"), "stbl");
      int[] sizes = sizes(need(table, "stsz"));
      long[] offsets = offsets(sizes, table);
      Optional<ByteBuffer> edits = find(track, "edts").flatMap(list -> find(list, "elst"));
      if (edits.isPresent() && !timeScale(movie, "mvhd").equals(timeScale(media, "mdhd"))) {
        throw new FormatProblem("the clip's edit list has another time scale than its pictures");
      }
      int hidden = edits.isEmpty() ? 0 : hidden(edits.get(), table, sizes.length);
      return new SampleTable(offsets, sizes, hidden);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new FormatProblem("the clip's index of pictures is cut short", e);
    }
  }

  private static int[] sizes(ByteBuffer stsz) {
    stsz.getInt();
    int same = stsz.getInt();
    int count = stsz.getInt();
    if (count < 0 || count > MAX_SAMPLES || (same == 0 && count > stsz.remaining() / 4)) {
      throw new FormatProblem("the clip's index names " + count + " pictures, not held by it");
    }
    int[] sizes = new int[count];
    for (int sample = 0; sample < count; sample++) {
      sizes[sample] = same == 0 ? stsz.getInt() : same;
      if (sizes[sample] < 0) {
        throw new FormatProblem("a picture of the clip is too large");
      }
    }
    return sizes;
  }

  private static long[] offsets(int[] sizes, ByteBuffer table) {
    ByteBuffer stsc = need(table, "stsc");
    Optional<ByteBuffer> wide = find(table, "co64");
    Optional<ByteBuffer> narrow = find(table, "stco");
    if (wide.isPresent() == narrow.isPresent()) {
      throw new FormatProblem("the clip has no box stco or co64, or both");
    }
    ByteBuffer chunks = wide.isPresent() ? wide.get() : narrow.get();
    stsc.getInt();
    int runs = stsc.getInt();
    chunks.getInt();
    int chunkCount = chunks.getInt();
    long[] offsets = new long[sizes.length];
    int sample = 0;
    int placed = 1;
    for (int run = 0; run < runs; run++) {
      int firstChunk = stsc.getInt();
      int samplesPerChunk = stsc.getInt();
      stsc.getInt();
      int nextRun = run + 1 < runs ? stsc.getInt(stsc.position()) : chunkCount + 1;
      if (firstChunk != placed || nextRun <= firstChunk) {
        throw new FormatProblem("the chunks of the clip are not in order");
      }
      placed = nextRun;
      for (int chunk = firstChunk; chunk < nextRun; chunk++) {
        long at = wide.isPresent() ? chunks.getLong() : Integer.toUnsignedLong(chunks.getInt());
        for (int in = 0; in < samplesPerChunk; in++) {
          offsets[sample] = at;
          at += sizes[sample++];
        }
      }
    }
    if (sample != sizes.length) {
      throw new FormatProblem("the clip's index places " + sample + " of " + sizes.length);
    }
    return offsets;
  }

  /// A picture is shown when its composition time lies in an edit.
  private static int hidden(ByteBuffer elst, ByteBuffer table, int count) {
    NavigableMap<Long, Long> shown = shown(elst);
    Runs durations = new Runs(need(table, "stts"));
    Optional<Runs> compositions = find(table, "ctts").map(Runs::new);
    int hidden = 0;
    long decode = 0;
    for (int sample = 0; sample < count; sample++) {
      long at = decode + (compositions.isPresent() ? compositions.get().next() : 0);
      Map.Entry<Long, Long> edit = shown.floorEntry(at);
      if (edit == null || at >= edit.getValue()) {
        hidden++;
      }
      decode += durations.next();
    }
    return hidden;
  }

  /// Where edits begin in media time, and where the longest of those begun by then ends.
  private static NavigableMap<Long, Long> shown(ByteBuffer elst) {
    boolean large = elst.getInt() >>> 24 == 1;
    long entries = Integer.toUnsignedLong(elst.getInt());
    NavigableMap<Long, Long> shown = new TreeMap<>();
    for (long entry = 0; entry < entries; entry++) {
      long duration = large ? elst.getLong() : Integer.toUnsignedLong(elst.getInt());
      long begin = large ? elst.getLong() : elst.getInt();
      if (elst.getInt() != 0x10000) {
        throw new FormatProblem("an edit of the clip changes its speed");
      }
      if (begin != NOTHING) {
        boolean toTheEnd = duration < 0 || begin > Long.MAX_VALUE - duration;
        shown.merge(begin, toTheEnd ? Long.MAX_VALUE : begin + duration, Math::max);
      }
    }
    long end = Long.MIN_VALUE;
    for (Map.Entry<Long, Long> edit : shown.entrySet()) {
      end = Math.max(end, edit.getValue());
      edit.setValue(end);
    }
    return shown;
  }

  /// Ticks a second, by the header of the movie or of its track.
  private static Optional<Integer> timeScale(ByteBuffer parent, String header) {
    return find(parent, header).map(box -> box.getInt(box.get(0) == 1 ? 20 : 12));
  }

  private static ByteBuffer need(ByteBuffer parent, String type) {
    return find(parent, type).orElseThrow(() -> new FormatProblem("the clip has no box " + type));
  }

  /// The content of the one child box of a type.
  private static Optional<ByteBuffer> find(ByteBuffer parent, String type) {
    Optional<ByteBuffer> found = Optional.empty();
    for (int at = 0; at < parent.limit(); ) {
      long size = parent.limit() - at < HEAD_BYTES ? 0 : Integer.toUnsignedLong(parent.getInt(at));
      if (size < HEAD_BYTES || size > parent.limit() - at) {
        throw new FormatProblem("a box of the clip does not fit: " + size + " bytes");
      }
      byte[] name = new byte[4];
      parent.get(at + 4, name);
      if (new String(name, StandardCharsets.ISO_8859_1).equals(type)) {
        if (found.isPresent()) {
          throw new FormatProblem("the clip has a box twice: " + type);
        }
        found = Optional.of(parent.slice(at + HEAD_BYTES, (int) size - HEAD_BYTES));
      }
      at += (int) size;
    }
    return found;
  }

  /// A table of (count, value) for runs of equal values.
  private static final class Runs {
    private final ByteBuffer source;
    private int left;
    private int value;

    Runs(ByteBuffer box) {
      source = box;
      source.getInt();
      source.getInt();
    }

    int next() {
      while (left == 0) {
        left = source.getInt();
        value = source.getInt();
      }
      left--;
      return value;
    }
  }
}
