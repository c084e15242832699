package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// The form of an entry bundle: entries one after another, each after its length as a big-endian
/// unsigned 16-bit number (C2SP tlog-tiles).
public final class Entries {
  /// The longest entry.
  static final int MAX_ENTRY_BYTES = 65_535;

  private Entries() {}

  static void write(byte[] entry, ByteArrayOutputStream out) {
    out.write(entry.length >>> 8);
    out.write(entry.length);
    out.write(entry, 0, entry.length);
  }

  static byte[] write(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      write(entry, out);
    }
    return out.toByteArray();
  }

  /// Reads a bundle of exactly `count` entries; throws [FormatProblem] for any other bytes.
  public static List<byte[]> parse(byte[] bundle, int count) {
    return read(bundle, 0, bundle.length, count);
  }

  /// Reads exactly `count` entries that fill the bytes exactly.
  static List<byte[]> read(byte[] bytes, int from, int to, int count) {
    List<byte[]> entries = new ArrayList<>(Math.min(count, 1024));
    int at = from;
    for (int i = 0; i < count; i++) {
      if (at + 2 > to) {
        throw new FormatProblem("only " + i + " of " + count + " entries are there");
      }
      int length = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      at += 2;
      if (at + length > to) {
        throw new FormatProblem("entry " + i + " of " + count + " is cut off");
      }
      byte[] entry = new byte[length];
      System.arraycopy(bytes, at, entry, 0, length);
      entries.add(entry);
      at += length;
    }
    if (at != to) {
      throw new FormatProblem("bytes follow the last of " + count + " entries");
    }
    return entries;
  }
}
