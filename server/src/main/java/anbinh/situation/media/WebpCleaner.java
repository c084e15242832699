package anbinh.situation.media;

import anbinh.situation.media.MediaCleaner.BrokenMedia;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/// A WebP (RFC 9649 §2) with its picture, alpha and colours; without Exif, XMP, unknown chunks, and
/// what follows. One that moves is not taken.
final class WebpCleaner {
  private static final int HEADER = 12;
  private static final int EXIF_AND_XMP = 0b0000_1100;
  private static final int ANIMATION = 0b0000_0010;
  private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");

  private WebpCleaner() {}

  static boolean isWebp(ByteBuffer in) {
    return in.limit() > HEADER + 8
        && MediaCleaner.text(in, 0).equals("RIFF")
        && MediaCleaner.text(in, 8).equals("WEBP");
  }

  static byte[] clean(ByteBuffer given) throws BrokenMedia {
    ByteBuffer in = given.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int end = in.getInt(4) + 8;
    if (end < HEADER || end > in.limit()) {
      throw new BrokenMedia("no length");
    }
    var out = new ByteArrayOutputStream(end);
    out.writeBytes(new byte[HEADER]);
    boolean picture = false;
    int at = HEADER;
    while (at + 8 <= end) {
      String type = MediaCleaner.text(in, at);
      int length = in.getInt(at + 4);
      if (length < 0 || length > end - at - 8) {
        throw new BrokenMedia("a chunk of no length");
      }
      int padded = length + (length & 1);
      if (KEPT.contains(type)) {
        byte[] chunk = new byte[8 + padded];
        in.get(at, chunk, 0, Math.min(chunk.length, end - at));
        if (type.equals("VP8X")) {
          if (length < 10 || (chunk[8] & ANIMATION) != 0) {
            throw new BrokenMedia("it moves");
          }
          chunk[8] &= (byte) ~EXIF_AND_XMP;
        }
        picture |= type.startsWith("VP8") && !type.equals("VP8X");
        out.writeBytes(chunk);
      }
      at += 8 + padded;
    }
    if (!picture) {
      throw new BrokenMedia("no picture");
    }
    byte[] bytes = out.toByteArray();
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x46464952).putInt(bytes.length - 8).putInt(0x50424557);
    return bytes;
  }
}
