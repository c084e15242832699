package anbinh.situation.media;

import anbinh.situation.media.MediaCleaner.BrokenMedia;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A JPEG (ITU-T T.81 annex B) with its tables, frame and scans, the colour marks of JFIF, Adobe
/// and ICC, and of Exif the way up only; without all other application data, comments, and what
/// follows the picture.
final class JpegCleaner {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int SOF0 = 0xC0;
  private static final int JPG = 0xC8;
  private static final int SOF15 = 0xCF;
  private static final int DQT = 0xDB;
  private static final int DRI = 0xDD;
  private static final int RST0 = 0xD0;
  private static final int RST7 = 0xD7;
  private static final byte[] ICC = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int ORIENTATION = 0x0112;
  private static final int MAX_JFIF = 14;

  private JpegCleaner() {}

  static boolean isJpeg(ByteBuffer in) {
    return in.limit() > 4
        && (in.get(0) & 0xFF) == 0xFF
        && (in.get(1) & 0xFF) == SOI
        && (in.get(2) & 0xFF) == 0xFF;
  }

  static byte[] clean(ByteBuffer in) throws BrokenMedia {
    var out = new ByteArrayOutputStream(in.limit());
    out.write(0xFF);
    out.write(SOI);
    in.position(2);
    boolean scanned = false;
    while (true) {
      int marker = marker(in);
      if (marker == EOI) {
        if (!scanned) {
          throw new BrokenMedia("no scan");
        }
        out.write(0xFF);
        out.write(EOI);
        return out.toByteArray();
      }
      if (marker == SOI || marker == 0x01 || (marker >= RST0 && marker <= RST7)) {
        throw new BrokenMedia("a marker out of place");
      }
      byte[] segment = segment(in);
      byte[] kept = kept(marker, segment);
      if (kept.length > 0) {
        write(out, marker, kept);
      }
      if (marker == SOS) {
        scanned = true;
        copyScan(in, out);
      }
    }
  }

  private static int marker(ByteBuffer in) throws BrokenMedia {
    if ((in.get() & 0xFF) != 0xFF) {
      throw new BrokenMedia("no marker");
    }
    int marker = in.get() & 0xFF;
    while (marker == 0xFF) {
      marker = in.get() & 0xFF;
    }
    if (marker == 0) {
      throw new BrokenMedia("no marker");
    }
    return marker;
  }

  private static byte[] segment(ByteBuffer in) throws BrokenMedia {
    int length = (in.getShort() & 0xFFFF) - 2;
    if (length < 0 || length > in.remaining()) {
      throw new BrokenMedia("a segment of no length");
    }
    byte[] segment = new byte[length];
    in.get(segment);
    return segment;
  }

  /// What is kept of a segment; nothing of most application data.
  private static byte[] kept(int marker, byte[] segment) {
    if (marker == APP0) {
      // Without the thumbnail that may follow.
      boolean jfif =
          segment.length >= MAX_JFIF
              && segment[0] == 'J'
              && segment[1] == 'F'
              && segment[2] == 'I'
              && segment[3] == 'F'
              && segment[4] == 0;
      if (!jfif) {
        return new byte[0];
      }
      byte[] bare = Arrays.copyOf(segment, MAX_JFIF);
      bare[MAX_JFIF - 2] = 0;
      bare[MAX_JFIF - 1] = 0;
      return bare;
    }
    if (marker == APP1) {
      int way = orientation(segment);
      return way > 1 && way <= 8 ? exif(way) : new byte[0];
    }
    if (marker == APP2) {
      return startsWith(segment, ICC) ? segment : new byte[0];
    }
    if (marker == APP14) {
      return segment.length == 12 && segment[0] == 'A' && segment[1] == 'd' ? segment : new byte[0];
    }
    return isPicture(marker) ? segment : new byte[0];
  }

  /// Whether it is a frame, its tables (DHT and DAC are among the frames), its lines, its restarts
  /// or a scan. What is reserved may hold anything.
  private static boolean isPicture(int marker) {
    return (marker >= SOF0 && marker <= SOF15 && marker != JPG)
        || (marker >= DQT && marker <= DRI)
        || marker == SOS;
  }

  private static void write(ByteArrayOutputStream out, int marker, byte[] segment) {
    out.write(0xFF);
    out.write(marker);
    out.write((segment.length + 2) >> 8);
    out.write(segment.length + 2);
    out.write(segment, 0, segment.length);
  }

  /// Up to the next marker that ends the scan.
  private static void copyScan(ByteBuffer in, ByteArrayOutputStream out) {
    while (true) {
      int one = in.get() & 0xFF;
      if (one == 0xFF) {
        int next = in.get(in.position()) & 0xFF;
        if (next != 0 && next != 0xFF && (next < RST0 || next > RST7)) {
          in.position(in.position() - 1);
          return;
        }
        if (next == 0xFF) {
          continue; // Filling.
        }
        out.write(0xFF);
        out.write(in.get());
      } else {
        out.write(one);
      }
    }
  }

  /// Which side of the picture is up (Exif 2.32 §4.6.4); 1 where it does not say.
  private static int orientation(byte[] segment) {
    if (!startsWith(segment, EXIF) || segment.length < EXIF.length + 8) {
      return 1;
    }
    ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice();
    if (tiff.get(0) == 'I') {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
    }
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + 12 * i;
      if (at + 12 > tiff.limit()) {
        return 1;
      }
      if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
        return tiff.getShort(at + 8) & 0xFFFF;
      }
    }
    return 1;
  }

  /// An Exif of one entry.
  private static byte[] exif(int way) {
    ByteBuffer exif = ByteBuffer.allocate(EXIF.length + 8 + 2 + 12 + 4);
    exif.put(EXIF).put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
    exif.putShort((short) way).putShort((short) 0).putInt(0);
    return exif.array();
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    return bytes.length >= beginning.length
        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
  }
}
