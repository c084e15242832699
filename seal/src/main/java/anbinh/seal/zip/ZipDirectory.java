package anbinh.seal.zip;

import anbinh.seal.FormatProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads an archive from its end: the end record, the directory, and every local header.
///
/// The entries must fill the archive from its first byte to the directory without a gap or an
/// overlap, in the directory's order, and the directory must reach the end record. Content is not
/// read. Throws [FormatProblem] otherwise.
public final class ZipDirectory {
  private static final int MAX_NAME_BYTES = 4096;

  private final RandomAccessFile file;

  private ZipDirectory(RandomAccessFile file) {
    this.file = file;
  }

  /// Lists the entries of the archive in `path`.
  public static List<ZipEntryInfo> read(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return new ZipDirectory(file).read();
    }
  }

  private List<ZipEntryInfo> read() throws IOException {
    long length = file.length();
    if (length < ZipFormat.END_BYTES) {
      throw new FormatProblem("the file is too short to be a zip archive");
    }
    long endOffset = length - ZipFormat.END_BYTES;
    ByteBuffer end = ZipFormat.wrap(bytes(endOffset, ZipFormat.END_BYTES));
    long wideOffset = endOffset - ZipFormat.LOCATOR64_BYTES - ZipFormat.END64_BYTES;
    ByteBuffer wide = null;
    if (wideOffset >= 0
        && ZipFormat.wrap(bytes(endOffset - ZipFormat.LOCATOR64_BYTES, 4)).getInt()
            == ZipFormat.LOCATOR64) {
      wide = ZipFormat.wrap(bytes(wideOffset, ZipFormat.END64_BYTES + ZipFormat.LOCATOR64_BYTES));
    }
    ZipEnd summary = ZipEnd.parse(end, wide, wideOffset);
    long directoryEnd = wide == null ? endOffset : wideOffset;
    if (summary.directoryOffset() + summary.directoryBytes() != directoryEnd) {
      throw new FormatProblem(
          "the directory does not reach the end record: something stands before, between or after");
    }
    List<ZipFormat.Header> directory = directory(summary, directoryEnd);
    List<ZipEntryInfo> entries = new ArrayList<>();
    long at = 0;
    for (ZipFormat.Header entry : directory) {
      if (entry.offset() != at) {
        throw new FormatProblem(
            entry.name() + " does not begin where the entry before it ends (" + at + ")");
      }
      ZipEntryInfo info = local(entry, summary.directoryOffset());
      entries.add(info);
      at = info.contentOffset() + info.packedBytes();
      if (entry.hasDescriptor()) {
        at += descriptor(entry, at);
      }
    }
    if (at != summary.directoryOffset()) {
      throw new FormatProblem("something stands between the last entry and the directory");
    }
    return List.copyOf(entries);
  }

  private List<ZipFormat.Header> directory(ZipEnd end, long directoryEnd) throws IOException {
    ByteBuffer bytes = ZipFormat.wrap(bytes(end.directoryOffset(), (int) end.directoryBytes()));
    List<ZipFormat.Header> headers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (long i = 0; i < end.entries(); i++) {
      if (bytes.remaining() < ZipFormat.CENTRAL_BYTES
          || bytes.getInt(bytes.position()) != ZipFormat.CENTRAL) {
        throw new FormatProblem("the directory has " + i + " entries and not " + end.entries());
      }
      ByteBuffer fixed =
          bytes.slice(bytes.position(), ZipFormat.CENTRAL_BYTES).order(bytes.order());
      bytes.position(bytes.position() + ZipFormat.CENTRAL_BYTES);
      byte[] name = take(bytes, fixed.getShort(28) & ZipFormat.MAX_16);
      byte[] extra = take(bytes, fixed.getShort(30) & ZipFormat.MAX_16);
      ZipFormat.Header header = ZipFormat.central(fixed, name, extra);
      if (!names.add(header.name())) {
        throw new FormatProblem(header.name() + " stands twice in the archive");
      }
      headers.add(header);
    }
    if (bytes.hasRemaining()) {
      throw new FormatProblem("the directory has more than " + end.entries() + " entries");
    }
    if (directoryEnd > file.length()) {
      throw new FormatProblem("the directory reaches beyond the file");
    }
    return headers;
  }

  private ZipEntryInfo local(ZipFormat.Header central, long limit) throws IOException {
    long offset = central.offset();
    if (offset + ZipFormat.LOCAL_BYTES > limit) {
      throw new FormatProblem(central.name() + " reaches into the directory");
    }
    ByteBuffer fixed = ZipFormat.wrap(bytes(offset, ZipFormat.LOCAL_BYTES));
    if (fixed.getInt(0) != ZipFormat.LOCAL) {
      throw new FormatProblem(central.name() + ": there is no entry where the directory says");
    }
    int nameBytes = fixed.getShort(26) & ZipFormat.MAX_16;
    int extraBytes = fixed.getShort(28) & ZipFormat.MAX_16;
    long content = offset + ZipFormat.LOCAL_BYTES + nameBytes + extraBytes;
    if (nameBytes > MAX_NAME_BYTES || central.packedBytes() > limit - content) {
      throw new FormatProblem(central.name() + " reaches into the directory");
    }
    ZipFormat.Header local =
        ZipFormat.local(
            fixed,
            bytes(offset + ZipFormat.LOCAL_BYTES, nameBytes),
            bytes(offset + ZipFormat.LOCAL_BYTES + nameBytes, extraBytes),
            offset);
    ZipFormat.agree(local.hasDescriptor() ? local.withNumbersOf(central) : local, central);
    return new ZipEntryInfo(
        central.name(),
        central.method(),
        central.crc(),
        central.packedBytes(),
        central.bytes(),
        offset,
        content);
  }

  /// Checks the descriptor after an entry and returns its length.
  private int descriptor(ZipFormat.Header central, long at) throws IOException {
    int width = ZipFormat.descriptorBytes(central);
    if (at + width > file.length()) {
      throw new FormatProblem(central.name() + ": its data descriptor is cut off");
    }
    ZipFormat.checkDescriptor(ZipFormat.wrap(bytes(at, width)), central);
    return width;
  }

  private byte[] bytes(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || length > file.length() - offset) {
      throw new FormatProblem("the archive points beyond its own end");
    }
    byte[] bytes = new byte[length];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  private static byte[] take(ByteBuffer from, int length) {
    if (length > from.remaining()) {
      throw new FormatProblem("the directory is cut off");
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
