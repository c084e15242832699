package anbinh.media.simulator;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the index and the fragments of a film lie among its outermost boxes.
///
/// @param moov the index
/// @param fragments where each `moof` begins
/// @param cutShort whether the last box is longer than the file
record Mp4Layout(Mp4Box moov, List<Long> fragments, boolean cutShort) {
  private static final int MAXIMUM_INDEX_BYTES = 64 * 1024 * 1024;

  /// A box of the file: where it and its content begin, and where it should end.
  private record Place(String type, long start, long content, long end) {}

  static Mp4Layout of(MemorySegment file) throws IOException {
    Optional<Mp4Box> moov = Optional.empty();
    List<Long> fragments = new ArrayList<>();
    boolean cutShort = false;
    long at = 0;
    while (file.byteSize() - at >= 8) {
      Place place = place(file, at);
      if (place.end() - place.start() < 8) {
        break;
      }
      cutShort = place.end() > file.byteSize();
      if (place.type().equals("moov") && !cutShort) {
        moov = Optional.of(box(file, place));
      } else if (place.type().equals("moof") && !cutShort) {
        fragments.add(at);
      }
      at = place.end();
    }
    if (moov.isEmpty()) {
      throw new IOException(withoutIndex(file));
    }
    return new Mp4Layout(moov.get(), fragments, cutShort);
  }

  /// The box that begins at `start`.
  static Mp4Box box(MemorySegment file, long start) throws IOException {
    return box(file, place(file, start));
  }

  private static Mp4Box box(MemorySegment file, Place place) throws IOException {
    long length = place.end() - place.content();
    if (length > MAXIMUM_INDEX_BYTES) {
      throw new IOException("its index is longer than 64 MiB");
    }
    return new Mp4Box(place.type(), file.asSlice(place.content(), length).asByteBuffer());
  }

  private static Place place(MemorySegment file, long at) {
    ByteBuffer header = file.asSlice(at, Math.min(16, file.byteSize() - at)).asByteBuffer();
    long size = Integer.toUnsignedLong(header.getInt(0));
    String type = Mp4Box.type(header, 4);
    if (size == 1 && header.limit() == 16) {
      long large = header.getLong(8);
      // Negative, or too long to add: certainly beyond the end.
      long end = large < 0 || large > Long.MAX_VALUE - at ? Long.MAX_VALUE : at + large;
      return new Place(type, at, at + 16, large < 16 && large >= 0 ? at : end);
    }
    return new Place(type, at, at + 8, size == 0 ? file.byteSize() : at + size);
  }

  /// Says what the file is instead.
  private static String withoutIndex(MemorySegment file) {
    byte[] head = new byte[(int) Math.min(16, file.byteSize())];
    file.asSlice(0, head.length).asByteBuffer().get(head);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (head.length == 0) {
      return "it is empty";
    }
    if (text.startsWith("ftyp", 4) || text.startsWith("mdat", 4) || text.startsWith("wide", 4)) {
      return "it is an MP4 file without its index (no moov box): it was cut short or its recording"
          + " never finished; get the whole file";
    }
    if (text.startsWith("RIFF") && text.startsWith("AVI", 8)) {
      return "it is an AVI file, not MP4";
    }
    if (text.startsWith("\u001aE\u00df\u00a3")) {
      return "it is a Matroska or WebM file, not MP4";
    }
    if (text.startsWith("\u0000\u0000\u0001\u00ba")) {
      return "it is an MPEG programme stream, not MP4";
    }
    if (text.startsWith("G")
        && file.byteSize() > 188
        && file.asSlice(188).asByteBuffer().get(0) == 'G') {
      return "it is an MPEG transport stream, not MP4";
    }
    if (text.startsWith("\u0000\u0000\u0000\u0001") || text.startsWith("\u0000\u0000\u0001")) {
      return "it is a bare video stream, not MP4";
    }
    return "it is no MP4 file (no moov box)";
  }
}
