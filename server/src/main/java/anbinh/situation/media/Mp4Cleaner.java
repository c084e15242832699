package anbinh.situation.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import anbinh.situation.media.MediaCleaner.BrokenMedia;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/// An MP4 or one of its kin (ISO/IEC 14496-12), in which every box that picture and sound do not
/// need becomes free space of nothing but zeros: `udta` with the place (`©xyz`, `loci`), `meta`,
/// `uuid` and what nobody knows. No box moves, so no offset changes. A file with a track of
/// anything but picture and sound, such as places by the second, is not taken, since its samples
/// would stay. Times of the recording are zeroed.
final class Mp4Cleaner {
  private static final String ROOT = "";
  private static final int DEEPEST = 8;

  /// The boxes that are kept, by the one that they lie in.
  private static final Map<String, Set<String>> KEPT =
      Map.ofEntries(
          Map.entry(ROOT, Set.of("ftyp", "moov", "mdat", "moof", "sidx", "mfra", "styp")),
          Map.entry("moov", Set.of("mvhd", "trak", "mvex")),
          Map.entry("mvex", Set.of("mehd", "trex")),
          Map.entry("trak", Set.of("tkhd", "edts", "mdia")),
          Map.entry("edts", Set.of("elst")),
          Map.entry("mdia", Set.of("mdhd", "hdlr", "minf")),
          Map.entry("minf", Set.of("vmhd", "smhd", "dinf", "stbl", "hdlr")),
          Map.entry("dinf", Set.of("dref")),
          Map.entry(
              "stbl",
              Set.of(
                  "stsd", "stts", "ctts", "stsc", "stsz", "stz2", "stco", "co64", "stss", "sdtp",
                  "sgpd", "sbgp", "cslg")),
          Map.entry("moof", Set.of("mfhd", "traf")),
          Map.entry("traf", Set.of("tfhd", "tfdt", "trun", "sdtp")),
          Map.entry("mfra", Set.of("tfra", "mfro")));

  private static final byte[] FREE = "free".getBytes(US_ASCII);

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private boolean picture;
  private boolean sound;
  private boolean samples;
  private int blanked;

  Mp4Cleaner(byte[] given) {
    this.bytes = given.clone();
    this.buffer = ByteBuffer.wrap(bytes);
  }

  void clean() throws BrokenMedia {
    walk(ROOT, 0, bytes.length, 0);
    if (!samples || !(picture || sound)) {
      throw new BrokenMedia("neither picture nor sound");
    }
  }

  boolean hasPicture() {
    return picture;
  }

  int blanked() {
    return blanked;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  private void walk(String parent, int from, int to, int depth) throws BrokenMedia {
    if (depth > DEEPEST) {
      throw new BrokenMedia("too deep");
    }
    Set<String> kept = KEPT.getOrDefault(parent, Set.of());
    int at = from;
    while (at < to) {
      if (to - at < 8) {
        throw new BrokenMedia("a box of no length");
      }
      int header = 8;
      long size = buffer.getInt(at) & 0xFFFF_FFFFL;
      String type = MediaCleaner.text(buffer, at + 4);
      if (size == 1) {
        header = 16;
        if (to - at < header) {
          throw new BrokenMedia("a box of no length");
        }
        size = buffer.getLong(at + 8);
      } else if (size == 0) {
        if (!parent.equals(ROOT)) {
          throw new BrokenMedia("a box without an end");
        }
        size = (long) to - at;
      }
      if (size < header || size > to - at) {
        throw new BrokenMedia("a box of no length");
      }
      int end = at + (int) size;
      if (!kept.contains(type)) {
        blank(at, header, end);
      } else if (KEPT.containsKey(type)) {
        walk(type, at + header, end, depth + 1);
      } else {
        leaf(parent, type, at + header, end);
      }
      at = end;
    }
  }

  private void blank(int at, int header, int end) {
    System.arraycopy(FREE, 0, bytes, at + 4, FREE.length);
    Arrays.fill(bytes, at + header, end, (byte) 0);
    blanked += end - at - header;
  }

  private void leaf(String parent, String type, int from, int end) throws BrokenMedia {
    switch (type) {
      case "hdlr" -> {
        if (parent.equals("mdia")) {
          handler(from, end);
        }
      }
      case "mvhd", "tkhd", "mdhd" -> forgetTimes(from, end);
      case "mdat" -> samples = true;
      default -> {}
    }
  }

  /// What a track is of; its name is blanked.
  private void handler(int from, int end) throws BrokenMedia {
    if (end - from < 24) {
      throw new BrokenMedia("a short handler");
    }
    switch (MediaCleaner.text(buffer, from + 8)) {
      case "vide" -> picture = true;
      case "soun" -> sound = true;
      default -> throw new BrokenMedia("a track of something else");
    }
    Arrays.fill(bytes, from + 24, end, (byte) 0);
  }

  /// When it was made and changed (§8.2.2, §8.3.2, §8.4.2).
  private void forgetTimes(int from, int end) throws BrokenMedia {
    int length = buffer.get(from) == 1 ? 16 : 8;
    if (end - from < 4 + length) {
      throw new BrokenMedia("a short header");
    }
    Arrays.fill(bytes, from + 4, from + 4 + length, (byte) 0);
  }
}
