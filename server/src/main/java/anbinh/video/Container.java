package anbinh.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;

/// What a file is by its first bytes; its name and what the sender says of it count for nothing.
public enum Container {
  /// ISO base media file format (ISO/IEC 14496-12) and QuickTime.
  MP4("video/mp4", true),
  AVI("video/x-msvideo", true),
  MATROSKA("video/x-matroska", true),
  /// ISO/IEC 13818-1, packets of 188 bytes, or of 192 with a time before each.
  MPEG_TS("video/mp2t", true),
  MPEG_PS("video/mp2p", true),
  /// The recorders of Dahua and those that are made alike.
  DAV("application/octet-stream", true),
  /// The recorders of Hikvision: a head of their own, then a programme stream.
  HIKVISION("application/octet-stream", true),
  JPEG("image/jpeg", false),
  PNG("image/png", false),
  HEIF("image/heif", false),
  WEBP("image/webp", false);

  /// How much of the beginning [#of] needs.
  public static final int HEAD_BYTES = 1024;

  private static final Set<String> ATOMS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
  private static final Set<String> PICTURES =
      Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif");

  private final String mediaType;
  private final boolean video;

  Container(String mediaType, boolean video) {
    this.mediaType = mediaType;
    this.video = video;
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean video() {
    return video;
  }

  /// Whether there are files of this kind that only their maker's program reads.
  public boolean proprietary() {
    return this == DAV || this == HIKVISION;
  }

  /// @param head the first [#HEAD_BYTES] of a file, or all of a shorter one
  public static Optional<Container> of(byte[] head) {
    if (at(head, 0, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (at(head, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Optional.of(PNG);
    }
    if (text(head, 0, 4).equals("RIFF")) {
      return switch (text(head, 8, 4)) {
        case "AVI " -> Optional.of(AVI);
        case "WEBP" -> Optional.of(WEBP);
        default -> Optional.empty();
      };
    }
    if (at(head, 0, 0x1a, 0x45, 0xdf, 0xa3)) {
      return Optional.of(MATROSKA);
    }
    if (at(head, 0, 0, 0, 1, 0xba)) {
      return Optional.of(MPEG_PS);
    }
    if (text(head, 0, 4).equals("DHAV") || text(head, 0, 5).equals("DAHUA")) {
      return Optional.of(DAV);
    }
    if (text(head, 0, 4).equals("IMKH")) {
      return Optional.of(HIKVISION);
    }
    String atom = text(head, 4, 4);
    if (atom.equals("ftyp")) {
      return Optional.of(PICTURES.contains(text(head, 8, 4)) ? HEIF : MP4);
    }
    if (ATOMS.contains(atom)) {
      return Optional.of(MP4);
    }
    return packets(head, 0, 188) || packets(head, 4, 192) ? Optional.of(MPEG_TS) : Optional.empty();
  }

  /// Whether the sync byte of a transport stream stands at the distance of its packets.
  private static boolean packets(byte[] head, int first, int length) {
    int seen = 0;
    for (int at = first; at < head.length; at += length) {
      if (head[at] != 0x47) {
        return false;
      }
      seen++;
    }
    return seen >= 3;
  }

  private static boolean at(byte[] head, int from, int... bytes) {
    if (head.length < from + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[from + i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] head, int from, int length) {
    return head.length < from + length ? "" : new String(head, from, length, ISO_8859_1);
  }
}
