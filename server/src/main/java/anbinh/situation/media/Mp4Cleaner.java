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
/// would stay. Times of the recording are zeroed, and so are the names of what made it: in
/// handlers, in descriptions of samples (the coder's name and maker), and where the samples lie.
final class Mp4Cleaner {
  private static final String ROOT = "";

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

  /// The boxes of a description of samples that decoding needs.
  private static final Set<String> KEPT_OF_SAMPLES =
      Set.of(
          "avcC", "hvcC", "lhvC", "vpcC", "av1C", "dvcC", "dvvC", "d263", "esds", "colr", "pasp",
          "clap", "btrt", "fiel", "mdcv", "clli", "wave", "chan", "dac3", "dec3", "dOps", "alac",
          "damr", "srat", "pcmC", "dfLa");

  /// Those that begin with four letters for their maker (3GPP TS 26.244 §6.5 and §6.8).
  private static final Set<String> OF_A_MAKER = Set.of("d263", "damr");

  private static final int PICTURE_HEAD = 86;
  private static final int SOUND_HEAD = 36;

  private static final byte[] FREE = "free".getBytes(US_ASCII);

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private String handler = "";
  private int descriptions;
  private int descriptionsEnd;
  private boolean picture;
  private boolean sound;
  private boolean samples;
  private int blanked;

  Mp4Cleaner(byte[] given) {
    this.bytes = given.clone();
    this.buffer = ByteBuffer.wrap(bytes);
  }

  void clean() throws BrokenMedia {
    walk(ROOT, 0, bytes.length);
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

  private void walk(String parent, int from, int to) throws BrokenMedia {
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
      } else if (type.equals("mdia")) {
        track(at + header, end);
      } else if (KEPT.containsKey(type)) {
        walk(type, at + header, end);
      } else {
        leaf(parent, type, at + header, end);
      }
      at = end;
    }
  }

  private void blank(int at, int header, int end) {
    System.arraycopy(FREE, 0, bytes, at + 4, FREE.length);
    zero(at + header, end);
    blanked += end - at - header;
  }

  private void leaf(String parent, String type, int from, int end) throws BrokenMedia {
    switch (type) {
      case "hdlr" -> handler(parent, from, end);
      case "stsd" -> {
        descriptions = from;
        descriptionsEnd = end;
      }
      case "dref" -> forgetReferences(from, end);
      case "mvhd", "tkhd", "mdhd" -> forgetTimes(from, end);
      case "mdat" -> samples = true;
      default -> {}
    }
  }

  /// A track, whose samples are described before or after it is said what they are of.
  private void track(int from, int end) throws BrokenMedia {
    handler = "";
    descriptions = 0;
    descriptionsEnd = 0;
    walk("mdia", from, end);
    switch (handler) {
      case "vide" -> picture = true;
      case "soun" -> sound = true;
      default -> throw new BrokenMedia("a track of something else");
    }
    forgetMakers();
  }

  /// What a track is of; its maker and name are blanked (§8.4.3, and QuickTime's component).
  private void handler(String parent, int from, int end) throws BrokenMedia {
    if (end - from < 24) {
      throw new BrokenMedia("a short handler");
    }
    if (parent.equals("mdia")) {
      handler = MediaCleaner.text(buffer, from + 8);
    }
    zero(from + 12, end);
  }

  /// Where the samples lie (§8.7.2): in this file, whatever it was called before.
  private void forgetReferences(int from, int end) throws BrokenMedia {
    int at = from + 8;
    while (at < end) {
      int size = size(at, end, 12);
      zero(at + 12, at + size);
      at += size;
    }
  }

  /// Descriptions of samples (§12.1.3, §12.2.3, and QuickTime's of sound).
  private void forgetMakers() throws BrokenMedia {
    int at = descriptions + 8;
    while (at < descriptionsEnd) {
      int size;
      if (handler.equals("vide")) {
        size = size(at, descriptionsEnd, PICTURE_HEAD);
        zero(at + 16, at + 32);
        zero(at + 50, at + 82);
        extensions(at + PICTURE_HEAD, at + size);
      } else {
        size = size(at, descriptionsEnd, SOUND_HEAD);
        int head = soundHead(at);
        zero(at + 18, at + 24);
        extensions(Math.min(at + head, at + size), at + size);
      }
      at += size;
    }
  }

  private int soundHead(int at) throws BrokenMedia {
    boolean quickTime = buffer.get(descriptions) == 0;
    return switch (buffer.getShort(at + 16)) {
      case 0 -> SOUND_HEAD;
      case 1 -> quickTime ? SOUND_HEAD + 16 : SOUND_HEAD;
      case 2 -> SOUND_HEAD + 36;
      default -> throw new BrokenMedia("sound of another version");
    };
  }

  private void extensions(int from, int end) {
    int at = from;
    while (end - at >= 8) {
      int size = buffer.getInt(at);
      if (size < 8 || size > end - at) {
        break;
      }
      String type = MediaCleaner.text(buffer, at + 4);
      if (!KEPT_OF_SAMPLES.contains(type)) {
        blank(at, 8, at + size);
      } else if (OF_A_MAKER.contains(type)) {
        zero(at + 8, Math.min(at + 12, at + size));
      }
      at += size;
    }
    zero(at, end);
  }

  private int size(int at, int end, int least) throws BrokenMedia {
    int size = end - at < least ? 0 : buffer.getInt(at);
    if (size < least || size > end - at) {
      throw new BrokenMedia("an entry of no length");
    }
    return size;
  }

  private void zero(int from, int end) {
    Arrays.fill(bytes, from, end, (byte) 0);
  }

  /// When it was made and changed (§8.2.2, §8.3.2, §8.4.2).
  private void forgetTimes(int from, int end) throws BrokenMedia {
    int length = buffer.get(from) == 1 ? 16 : 8;
    if (end - from < 4 + length) {
      throw new BrokenMedia("a short header");
    }
    zero(from + 4, from + 4 + length);
  }
}
