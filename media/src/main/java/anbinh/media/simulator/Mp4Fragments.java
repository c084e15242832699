package anbinh.media.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The samples that movie fragments list for one track (ISO/IEC 14496-12 §8.8). When fragments say
/// they begin counts for the first only: their pictures follow each other.
final class Mp4Fragments {
  private static final int NOT_SYNC = 0x10000;
  private static final int MAX_SAMPLES = 1_000_000;

  private record Defaults(long duration, int bytes, int flags) {}

  private final int track;
  private final Defaults defaults;
  private final List<Mp4Sample> samples = new ArrayList<>();
  private OptionalLong begin = OptionalLong.empty();
  private long dataEnd;

  private Mp4Fragments(int track, Defaults defaults) {
    this.track = track;
    this.defaults = defaults;
  }

  /// @param moov that says what holds for all fragments
  static Mp4Fragments of(Mp4Box moov, int track) {
    Defaults found = new Defaults(0, 0, 0);
    for (Mp4Box box : moov.find("mvex").map(Mp4Box::children).orElse(List.of())) {
      ByteBuffer content = box.content();
      if (box.type().equals("trex") && content.getInt(4) == track) {
        found = new Defaults(content.getInt(12), content.getInt(16), content.getInt(20));
      }
    }
    return new Mp4Fragments(track, found);
  }

  List<Mp4Sample> samples() {
    return samples;
  }

  /// When the first sample is decoded, in ticks of the track.
  long begin() {
    return begin.orElse(0);
  }

  /// Takes in a `moof` box.
  ///
  /// @param start of the box in the file
  void add(Mp4Box moof, long start) {
    dataEnd = start;
    for (Mp4Box box : moof.children()) {
      if (box.type().equals("traf")) {
        addTrack(box, start);
      }
    }
  }

  private void addTrack(Mp4Box traf, long start) {
    ByteBuffer header = traf.get("tfhd").content();
    int flags = header.getInt(0);
    Fields fields = new Fields(header, 8);
    long base = fields.longIf(flags, 0x1).orElse((flags & 0x20000) != 0 ? start : dataEnd);
    fields.intIf(flags, 0x2);
    boolean ours = header.getInt(4) == track;
    Defaults own =
        new Defaults(
            fields.intIf(flags, 0x8).map(value -> (long) value).orElse(defaults.duration()),
            fields.intIf(flags, 0x10).orElse(defaults.bytes()),
            fields.intIf(flags, 0x20).orElse(defaults.flags()));
    dataEnd = base;
    if (ours && begin.isEmpty()) {
      begin = OptionalLong.of(traf.find("tfdt").map(Mp4Fragments::decodeTime).orElse(0L));
    }
    for (Mp4Box box : traf.children()) {
      if (box.type().equals("trun")) {
        addRun(box.content(), base, own, ours);
      }
    }
  }

  private static long decodeTime(Mp4Box tfdt) {
    ByteBuffer content = tfdt.content();
    return content.get(0) == 1
        ? Math.max(0, content.getLong(4))
        : Integer.toUnsignedLong(content.getInt(4));
  }

  private void addRun(ByteBuffer run, long base, Defaults own, boolean ours) {
    int flags = run.getInt(0);
    int count = run.getInt(4);
    if (count < 0 || count > MAX_SAMPLES - samples.size()) {
      throw new IllegalArgumentException("a fragment of " + count + " samples");
    }
    Fields fields = new Fields(run, 8);
    Optional<Integer> place = fields.intIf(flags, 0x1);
    long at = place.isPresent() ? base + place.get() : dataEnd;
    Optional<Integer> firstFlags = fields.intIf(flags, 0x4);
    for (int i = 0; i < count; i++) {
      long duration = fields.intIf(flags, 0x100).map(value -> (long) value).orElse(own.duration());
      int bytes = fields.intIf(flags, 0x200).orElse(own.bytes());
      int told = fields.intIf(flags, 0x400).orElse(own.flags());
      int sampleFlags = i == 0 ? firstFlags.orElse(told) : told;
      long offset = fields.intIf(flags, 0x800).orElse(0);
      if (ours) {
        boolean key = (sampleFlags & NOT_SYNC) == 0;
        samples.add(new Mp4Sample(at, bytes, Math.max(0, duration), offset, key));
      }
      at += Integer.toUnsignedLong(bytes);
    }
    dataEnd = at;
  }

  /// Reads fields that are there when a flag says so.
  private static final class Fields {
    private final ByteBuffer content;
    private int at;

    Fields(ByteBuffer content, int at) {
      this.content = content;
      this.at = at;
    }

    Optional<Integer> intIf(int flags, int flag) {
      if ((flags & flag) == 0) {
        return Optional.empty();
      }
      at += 4;
      return Optional.of(content.getInt(at - 4));
    }

    Optional<Long> longIf(int flags, int flag) {
      if ((flags & flag) == 0) {
        return Optional.empty();
      }
      at += 8;
      return Optional.of(content.getLong(at - 8));
    }
  }
}
