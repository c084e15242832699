package anbinh.situation.media;

import anbinh.situation.media.MediaCleaner.BrokenMedia;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/// A PNG (ISO/IEC 15948 §5) with the chunks that its colours and pixels need; without text, Exif,
/// times, chunks of programs, and what follows the end.
final class PngCleaner {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int AROUND = 12;
  private static final Set<String> KEPT =
      Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs");

  private PngCleaner() {}

  static boolean isPng(ByteBuffer in) {
    return in.limit() > 8 && in.getLong(0) == SIGNATURE;
  }

  static byte[] clean(ByteBuffer in) throws BrokenMedia {
    var out = new ByteArrayOutputStream(in.limit());
    byte[] signature = new byte[8];
    in.get(0, signature);
    out.writeBytes(signature);
    int at = signature.length;
    boolean pixels = false;
    while (at + AROUND <= in.limit()) {
      int length = in.getInt(at);
      if (length < 0 || length > in.limit() - at - AROUND) {
        throw new BrokenMedia("a chunk of no length");
      }
      String type = MediaCleaner.text(in, at + 4);
      if (at == 8 && !type.equals("IHDR")) {
        throw new BrokenMedia("no header");
      }
      pixels |= type.equals("IDAT");
      if (KEPT.contains(type)) {
        byte[] chunk = new byte[length + AROUND];
        in.get(at, chunk);
        out.writeBytes(chunk);
      }
      if (type.equals("IEND")) {
        if (length != 0 || !pixels) {
          throw new BrokenMedia("an end out of place");
        }
        return out.toByteArray();
      }
      at += length + AROUND;
    }
    throw new BrokenMedia("no end");
  }
}
