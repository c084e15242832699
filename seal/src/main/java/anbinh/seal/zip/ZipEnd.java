package anbinh.seal.zip;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The records that end an archive: where its directory is and how many entries it has.
///
/// @param entries how many entries
/// @param directoryBytes how long the directory is
/// @param directoryOffset where it begins
/// @param zip64 whether the wide records are there
record ZipEnd(long entries, long directoryBytes, long directoryOffset, boolean zip64) {

  /// Reads the last 22 bytes, and the 76 before them when wide records are announced.
  ///
  /// @param end the end record
  /// @param wide the zip64 end record and its locator, or null
  /// @param wideOffset where the zip64 end record was found
  static ZipEnd parse(ByteBuffer end, @Nullable ByteBuffer wide, long wideOffset) {
    if (end.getInt(0) != ZipFormat.END) {
      throw new FormatProblem(
          "the file does not end where a zip archive ends: it is cut off, or something follows it");
    }
    if (end.getShort(20) != 0) {
      throw new FormatProblem("archives with a comment are refused");
    }
    int entries = end.getShort(10) & ZipFormat.MAX_16;
    long bytes = end.getInt(12) & ZipFormat.MAX_32;
    long offset = end.getInt(16) & ZipFormat.MAX_32;
    if (end.getShort(4) != 0
        || end.getShort(6) != 0
        || (end.getShort(8) & ZipFormat.MAX_16) != entries) {
      throw new FormatProblem("archives in several parts are refused");
    }
    boolean needed =
        entries == ZipFormat.MAX_16 || bytes == ZipFormat.MAX_32 || offset == ZipFormat.MAX_32;
    boolean large = wide != null && wide.getLong(48) > ZipFormat.MAX_31;
    if (wide == null ? needed : !needed && !large) {
      throw new FormatProblem("zip64 records are there without need, or are missing");
    }
    return wide == null
        ? limited(new ZipEnd(entries, bytes, offset, false))
        : limited(wide(wide, wideOffset, entries, bytes, offset));
  }

  private static ZipEnd wide(
      ByteBuffer wide, long wideOffset, int entries, long bytes, long offset) {
    int locator = ZipFormat.END64_BYTES;
    if (wide.getInt(0) != ZipFormat.END64
        || wide.getLong(4) != ZipFormat.END64_BYTES - 12
        || wide.getInt(16) != 0
        || wide.getInt(20) != 0
        || wide.getInt(locator) != ZipFormat.LOCATOR64
        || wide.getInt(locator + 4) != 0
        || wide.getLong(locator + 8) != wideOffset
        || wide.getInt(locator + 16) != 1) {
      throw new FormatProblem("the zip64 records at the end of the archive are not in order");
    }
    ZipEnd end = new ZipEnd(wide.getLong(32), wide.getLong(40), wide.getLong(48), true);
    boolean agree =
        wide.getLong(24) == end.entries
            && agrees(entries, ZipFormat.MAX_16, end.entries)
            && agrees(bytes, ZipFormat.MAX_32, end.directoryBytes)
            && agrees(offset, ZipFormat.MAX_32, end.directoryOffset);
    if (!agree) {
      throw new FormatProblem("the two end records of the archive disagree");
    }
    return end;
  }

  private static boolean agrees(long narrow, long mark, long wide) {
    return narrow == mark ? wide >= mark : wide == narrow;
  }

  private static ZipEnd limited(ZipEnd end) {
    if (end.entries < 1 || end.entries > ZipFormat.MAX_ENTRIES) {
      throw new FormatProblem("an archive has 1 to " + ZipFormat.MAX_ENTRIES + " entries");
    }
    if (end.directoryBytes < 0
        || end.directoryOffset < 0
        || end.directoryBytes > 256L * 1024 * 1024) {
      throw new FormatProblem("the directory of the archive is not where it could be");
    }
    return end;
  }
}
