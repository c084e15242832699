package anbinh.seal.zip;

import anbinh.seal.FormatProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads an archive from its first byte to its last, once, and hands the content of every entry on.
///
/// It follows the local headers only, then checks that the directory and the end record say the
/// same and that nothing follows. Checksums, sizes, data descriptors and the exact end of every
/// deflate stream are checked. Throws [FormatProblem] otherwise. Memory does not grow with the
/// content.
public final class ZipStream implements AutoCloseable {
  private static final int MAX_NAME_BYTES = 4096;
  private static final long BOMB_BYTES = 16L * 1024 * 1024;
  private static final long BOMB_RATIO = 200;

  private final ZipInput in;
  private final Content content;
  private final Inflater inflater = new Inflater(true);
  private final byte[] out = new byte[64 * 1024];
  private final List<ZipFormat.Header> headers = new ArrayList<>();
  private final List<ZipEntryInfo> entries = new ArrayList<>();

  private ZipStream(InputStream in, Content content) {
    this.in = new ZipInput(in);
    this.content = content;
  }

  /// Takes the content of the entries, one entry after another.
  public interface Content {
    /// An entry begins.
    void begin(String name) throws IOException;

    /// The next piece of its content.
    void data(byte[] bytes, int offset, int length) throws IOException;

    /// The entry is over and its checksum is right.
    void end() throws IOException;
  }

  /// Reads the whole archive and lists its entries.
  public static List<ZipEntryInfo> read(InputStream archive, Content content) throws IOException {
    try (ZipStream stream = new ZipStream(archive, content)) {
      return stream.read();
    }
  }

  @Override
  public void close() {
    inflater.close();
  }

  private List<ZipEntryInfo> read() throws IOException {
    Set<String> names = new HashSet<>();
    while (true) {
      long offset = in.position();
      int signature = ZipFormat.wrap(in.take(4)).getInt();
      if (signature == ZipFormat.CENTRAL && !headers.isEmpty()) {
        directory(offset);
        return List.copyOf(entries);
      }
      if (signature != ZipFormat.LOCAL) {
        throw new FormatProblem(
            offset == 0
                ? "the file does not begin as a zip archive"
                : "at byte " + offset + " there is neither an entry nor the directory");
      }
      if (headers.size() == ZipFormat.MAX_ENTRIES) {
        throw new FormatProblem("an archive has at most " + ZipFormat.MAX_ENTRIES + " entries");
      }
      ZipFormat.Header header = entry(offset);
      if (!names.add(header.name())) {
        throw new FormatProblem(header.name() + " stands twice in the archive");
      }
      headers.add(header);
    }
  }

  private ZipFormat.Header entry(long offset) throws IOException {
    byte[] fixedBytes = new byte[ZipFormat.LOCAL_BYTES];
    System.arraycopy(in.take(ZipFormat.LOCAL_BYTES - 4), 0, fixedBytes, 4, fixedBytes.length - 4);
    ByteBuffer fixed = ZipFormat.wrap(fixedBytes);
    int nameBytes = fixed.getShort(26) & ZipFormat.MAX_16;
    if (nameBytes > MAX_NAME_BYTES) {
      throw new FormatProblem("a name in the archive is too long");
    }
    byte[] name = in.take(nameBytes);
    byte[] extra = in.take(fixed.getShort(28) & ZipFormat.MAX_16);
    ZipFormat.Header local = ZipFormat.local(fixed, name, extra, offset);
    long contentOffset = in.position();
    CRC32 crc = new CRC32();
    content.begin(local.name());
    long bytes = local.method() == ZipFormat.STORED ? copy(local, crc) : inflate(local, crc);
    long packed = in.position() - contentOffset;
    ZipFormat.Header seen =
        new ZipFormat.Header(
            local.name(),
            local.flags(),
            local.method(),
            crc.getValue(),
            packed,
            bytes,
            offset,
            local.zip64());
    if (local.hasDescriptor()) {
      ByteBuffer descriptor = ZipFormat.wrap(in.take(ZipFormat.descriptorBytes(seen)));
      ZipFormat.checkDescriptor(descriptor, seen);
    } else if (packed < local.packedBytes()) {
      throw new FormatProblem(local.name() + ": something follows its deflate stream");
    } else if (local.crc() != seen.crc()
        || local.packedBytes() != packed
        || local.bytes() != bytes) {
      throw new FormatProblem(local.name() + ": its checksum or its size is wrong");
    }
    content.end();
    entries.add(
        new ZipEntryInfo(
            seen.name(), seen.method(), seen.crc(), packed, bytes, offset, contentOffset));
    return seen;
  }

  private long copy(ZipFormat.Header entry, CRC32 crc) throws IOException {
    long left = entry.bytes();
    while (left > 0) {
      if (!in.fill()) {
        throw new FormatProblem(entry.name() + " is cut off");
      }
      int count = (int) Math.min(left, in.to - in.from);
      crc.update(in.buffer, in.from, count);
      content.data(in.buffer, in.from, count);
      in.from += count;
      left -= count;
    }
    return entry.bytes();
  }

  private long inflate(ZipFormat.Header entry, CRC32 crc) throws IOException {
    inflater.reset();
    long start = in.position();
    long bytes = 0;
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(out);
        // All input may be read while some of what it unpacks to is still to come.
        if (count == 0 && !inflater.finished()) {
          feed(entry, start);
        }
        bytes += count;
        if (bytes > BOMB_BYTES && bytes / BOMB_RATIO > inflater.getBytesRead()) {
          throw new FormatProblem(
              entry.name() + " unpacks to more than " + BOMB_RATIO + " times its size");
        }
        crc.update(out, 0, count);
        content.data(out, 0, count);
      }
    } catch (DataFormatException e) {
      throw new FormatProblem(entry.name() + ": its deflate stream is damaged", e);
    }
    in.from -= inflater.getRemaining();
    return bytes;
  }

  private void feed(ZipFormat.Header entry, long start) throws IOException {
    if (inflater.needsDictionary()) {
      throw new FormatProblem(entry.name() + ": its deflate stream needs a dictionary");
    }
    if (!in.fill()) {
      throw new FormatProblem(entry.name() + " is cut off");
    }
    int count = in.to - in.from;
    if (!entry.hasDescriptor()) {
      count = (int) Math.min(count, entry.packedBytes() - (in.position() - start));
    }
    if (count == 0) {
      throw new FormatProblem(entry.name() + ": its deflate stream does not end in time");
    }
    inflater.setInput(in.buffer, in.from, count);
    in.from += count;
  }

  private void directory(long offset) throws IOException {
    for (int i = 0; i < headers.size(); i++) {
      if (i > 0 && ZipFormat.wrap(in.take(4)).getInt() != ZipFormat.CENTRAL) {
        throw new FormatProblem("the directory has " + i + " entries and not " + headers.size());
      }
      byte[] fixedBytes = new byte[ZipFormat.CENTRAL_BYTES];
      System.arraycopy(
          in.take(ZipFormat.CENTRAL_BYTES - 4), 0, fixedBytes, 4, fixedBytes.length - 4);
      ByteBuffer fixed = ZipFormat.wrap(fixedBytes);
      byte[] name = in.take(fixed.getShort(28) & ZipFormat.MAX_16);
      byte[] extra = in.take(fixed.getShort(30) & ZipFormat.MAX_16);
      ZipFormat.agree(headers.get(i), ZipFormat.central(fixed, name, extra));
    }
    long directoryEnd = in.position();
    byte[] first = in.take(4);
    ByteBuffer wide = null;
    if (ZipFormat.wrap(first).getInt() == ZipFormat.END64) {
      byte[] rest = in.take(ZipFormat.END64_BYTES + ZipFormat.LOCATOR64_BYTES - 4);
      wide = ZipFormat.wrap(join(first, rest));
      first = in.take(4);
    }
    ByteBuffer end = ZipFormat.wrap(join(first, in.take(ZipFormat.END_BYTES - 4)));
    ZipEnd summary = ZipEnd.parse(end, wide, directoryEnd);
    if (summary.entries() != headers.size()
        || summary.directoryOffset() != offset
        || summary.directoryBytes() != directoryEnd - offset) {
      throw new FormatProblem("the end record does not describe the directory before it");
    }
    if (in.fill()) {
      throw new FormatProblem("something follows the end of the archive");
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
