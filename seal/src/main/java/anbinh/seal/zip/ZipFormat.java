package anbinh.seal.zip;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The records of a zip file (PKWARE APPNOTE 6.3.10), as far as packages use them: stored or
/// deflated entries, UTF-8 names, zip64 where a number does not fit into 31 bits and nowhere else.
final class ZipFormat {
  static final int LOCAL = 0x04034b50;
  static final int CENTRAL = 0x02014b50;
  static final int DESCRIPTOR = 0x08074b50;
  static final int END = 0x06054b50;
  static final int END64 = 0x06064b50;
  static final int LOCATOR64 = 0x07064b50;

  static final int LOCAL_BYTES = 30;
  static final int CENTRAL_BYTES = 46;
  static final int END_BYTES = 22;
  static final int END64_BYTES = 56;
  static final int LOCATOR64_BYTES = 20;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  static final int FLAG_DESCRIPTOR = 0x0008;
  static final int FLAG_UTF8 = 0x0800;
  private static final int FLAGS_OF_DEFLATE = 0x0006;

  static final long MAX_32 = 0xffff_ffffL;

  /// Python's zipfile, by which a package may be packed again, has zip64 for all that is larger.
  static final long MAX_31 = 0x7fff_ffffL;

  static final int MAX_16 = 0xffff;
  static final int MAX_ENTRIES = 200_000;

  private static final int EXTRA_ZIP64 = 0x0001;
  private static final int EXTRA_NTFS_TIMES = 0x000a;
  private static final int EXTRA_UNIX_TIMES = 0x5455;
  private static final int EXTRA_UNIX_OWNER = 0x7875;

  private ZipFormat() {}

  /// What a local or a central header says of an entry. With a data descriptor the local header's
  /// numbers are zero.
  ///
  /// @param name the path
  /// @param flags the general purpose bits
  /// @param method stored or deflated
  /// @param crc the CRC-32 of the content
  /// @param packedBytes how many bytes the entry takes in the archive
  /// @param bytes how many bytes the content has
  /// @param offset where the local header stands; for a local header, where it was found
  /// @param zip64 whether a zip64 field was there
  record Header(
      String name,
      int flags,
      int method,
      long crc,
      long packedBytes,
      long bytes,
      long offset,
      boolean zip64) {
    boolean hasDescriptor() {
      return (flags & FLAG_DESCRIPTOR) != 0;
    }

    /// The same header with the checksum and the sizes of another.
    Header withNumbersOf(Header other) {
      return new Header(
          name, flags, method, other.crc, other.packedBytes, other.bytes, offset, zip64);
    }
  }

  static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Reads a local header, whose fixed part and variable part are given.
  static Header local(ByteBuffer fixed, byte[] name, byte[] extra, long offset) {
    int flags = fixed.getShort(6) & MAX_16;
    int method = fixed.getShort(8) & MAX_16;
    long crc = fixed.getInt(14) & MAX_32;
    long packed = fixed.getInt(18) & MAX_32;
    long bytes = fixed.getInt(22) & MAX_32;
    String path = name(name, flags);
    checkHow(path, flags, method);
    ByteBuffer zip64 = extra(path, extra);
    if ((flags & FLAG_DESCRIPTOR) != 0) {
      boolean blank = crc == 0 && packed == 0 && bytes == 0;
      boolean blank64 = crc == 0 && packed == MAX_32 && bytes == MAX_32;
      if (zip64 != null && zip64.remaining() == 16) {
        blank = (blank || blank64) && zip64.getLong() == 0 && zip64.getLong() == 0;
      }
      if (!blank || (zip64 != null && zip64.hasRemaining())) {
        throw new FormatProblem(
            path + ": numbers stand both in the header and in a data descriptor");
      }
      return new Header(path, flags, method, 0, 0, 0, offset, zip64 != null);
    }
    if (zip64 != null) {
      if (zip64.remaining() != 16 || packed != MAX_32 || bytes != MAX_32) {
        throw new FormatProblem(path + ": a zip64 field does not fit its header");
      }
      bytes = zip64.getLong();
      packed = zip64.getLong();
    }
    checkNumbers(path, method, packed, bytes);
    return new Header(path, flags, method, crc, packed, bytes, offset, zip64 != null);
  }

  /// Reads a central header.
  static Header central(ByteBuffer fixed, byte[] name, byte[] extra) {
    int flags = fixed.getShort(8) & MAX_16;
    int method = fixed.getShort(10) & MAX_16;
    long crc = fixed.getInt(16) & MAX_32;
    long packed = fixed.getInt(20) & MAX_32;
    long bytes = fixed.getInt(24) & MAX_32;
    long offset = fixed.getInt(42) & MAX_32;
    String path = name(name, flags);
    checkHow(path, flags, method);
    if (fixed.getShort(32) != 0) {
      throw new FormatProblem(path + ": entries with comments are refused");
    }
    if (fixed.getShort(34) != 0) {
      throw new FormatProblem(path + ": archives in several parts are refused");
    }
    checkKind(path, fixed.getShort(4) & MAX_16, fixed.getInt(38));
    ByteBuffer zip64 = extra(path, extra);
    if (zip64 != null) {
      boolean wideSizes = bytes == MAX_32 || packed == MAX_32;
      boolean wideOffset = offset == MAX_32;
      bytes = wide(path, bytes, zip64);
      packed = wide(path, packed, zip64);
      offset = wide(path, offset, zip64);
      if (zip64.hasRemaining()) {
        throw new FormatProblem(path + ": a zip64 field holds more than is needed");
      }
      if ((wideSizes && Math.max(bytes, packed) <= MAX_31) || (wideOffset && offset <= MAX_31)) {
        throw new FormatProblem(path + ": a zip64 field holds a number that does not need it");
      }
    } else if (bytes == MAX_32 || packed == MAX_32 || offset == MAX_32) {
      throw new FormatProblem(path + ": a zip64 field is missing");
    }
    checkNumbers(path, method, packed, bytes);
    return new Header(path, flags, method, crc, packed, bytes, offset, zip64 != null);
  }

  /// Throws unless the two headers and the descriptor, if there is one, say the same.
  static void agree(Header local, Header central) {
    boolean same =
        local.name().equals(central.name())
            && local.flags() == central.flags()
            && local.method() == central.method()
            && local.offset() == central.offset()
            && local.crc() == central.crc()
            && local.packedBytes() == central.packedBytes()
            && local.bytes() == central.bytes();
    if (!same) {
      throw new FormatProblem(
          central.name() + ": the directory of the archive and the entry itself disagree");
    }
  }

  /// How long the descriptor after this entry is: signature, checksum and two sizes, which are wide
  /// exactly when one of them does not fit into 32 bits.
  static int descriptorBytes(Header entry) {
    return entry.packedBytes() >= MAX_32 || entry.bytes() >= MAX_32 ? 24 : 16;
  }

  /// Throws unless a descriptor says what the entry says.
  static void checkDescriptor(ByteBuffer descriptor, Header entry) {
    boolean wide = descriptor.remaining() == 24;
    long packed = wide ? descriptor.getLong(8) : descriptor.getInt(8) & MAX_32;
    long bytes = wide ? descriptor.getLong(16) : descriptor.getInt(12) & MAX_32;
    if (descriptor.getInt(0) != DESCRIPTOR
        || (descriptor.getInt(4) & MAX_32) != entry.crc()
        || packed != entry.packedBytes()
        || bytes != entry.bytes()) {
      throw new FormatProblem(entry.name() + ": its data descriptor disagrees");
    }
  }

  private static long wide(String path, long narrow, ByteBuffer zip64) {
    if (narrow != MAX_32) {
      return narrow;
    }
    if (zip64.remaining() < 8) {
      throw new FormatProblem(path + ": a zip64 field is too short");
    }
    return zip64.getLong();
  }

  private static String name(byte[] bytes, int flags) {
    String name;
    try {
      name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("the name of an entry is not valid UTF-8", e);
    }
    if ((flags & FLAG_UTF8) == 0 && name.length() != bytes.length) {
      throw new FormatProblem(
          name + ": the name is not ASCII and not marked as UTF-8; unpack and check the folder");
    }
    return name;
  }

  private static void checkHow(String path, int flags, int method) {
    if ((flags & 0x2041) != 0) {
      throw new FormatProblem(path + ": encrypted entries are refused");
    }
    int allowed = FLAG_DESCRIPTOR | FLAG_UTF8 | (method == DEFLATED ? FLAGS_OF_DEFLATE : 0);
    if ((flags & ~allowed) != 0) {
      throw new FormatProblem(path + ": flags " + Integer.toHexString(flags) + " are refused");
    }
    if (method != STORED && method != DEFLATED) {
      throw new FormatProblem(path + ": compression method " + method + " is refused");
    }
    if (method == STORED && (flags & FLAG_DESCRIPTOR) != 0) {
      throw new FormatProblem(path + ": a stored entry with a data descriptor is refused");
    }
  }

  private static void checkKind(String path, int madeBy, int attributes) {
    int kind = attributes >>> 28;
    boolean unix = madeBy >>> 8 == 3 || madeBy >>> 8 == 19;
    int expected = path.endsWith("/") ? 4 : 8;
    if (unix && kind != 0 && kind != expected) {
      throw new FormatProblem(
          path + (kind == 10 ? ": symbolic links are refused" : ": this is not a plain file"));
    }
  }

  private static void checkNumbers(String path, int method, long packed, long bytes) {
    if (packed < 0 || bytes < 0) {
      throw new FormatProblem(path + ": a size does not fit 63 bits");
    }
    if (method == STORED && packed != bytes) {
      throw new FormatProblem(path + ": a stored entry has two different sizes");
    }
    if (path.endsWith("/") && bytes != 0) {
      throw new FormatProblem(path + ": a folder has content");
    }
  }

  /// Checks the extra fields and returns the body of the zip64 one.
  private static @Nullable ByteBuffer extra(String path, byte[] extra) {
    ByteBuffer fields = wrap(extra);
    ByteBuffer zip64 = null;
    Set<Integer> seen = new HashSet<>();
    while (fields.hasRemaining()) {
      if (fields.remaining() < 4) {
        throw new FormatProblem(path + ": an extra field is cut off");
      }
      int id = fields.getShort() & MAX_16;
      int length = fields.getShort() & MAX_16;
      if (length > fields.remaining() || !seen.add(id)) {
        throw new FormatProblem(path + ": an extra field is cut off or stands twice");
      }
      ByteBuffer body = fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      fields.position(fields.position() + length);
      switch (id) {
        case EXTRA_ZIP64 -> zip64 = body;
        case EXTRA_UNIX_TIMES, EXTRA_UNIX_OWNER, EXTRA_NTFS_TIMES -> {}
        default ->
            throw new FormatProblem(
                path + ": the extra field " + Integer.toHexString(id) + " is refused");
      }
    }
    return zip64;
  }
}
