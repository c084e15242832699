package anbinh.seal.zip;

import anbinh.seal.FormatProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/// Writes a zip file whose bytes depend on names, contents and their order alone: entries stored,
/// times fixed at the first of January 1980, rights 0644, no extra fields but zip64 where a number
/// needs it. Content is streamed once; the checksum is put into the header afterwards. The
/// archive's own digest is made behind it, on another thread.
///
/// The file takes its name only when it is whole and on the disk: until [#finish] it is called
/// `….part`, and [#close] without `finish` removes it. Not thread-safe.
public final class ZipWriter implements AutoCloseable {
  private static final int DATE_1980 = 0x0021;
  private static final long PLAIN_FILE_0644 = 0x81a4_0000L;
  private static final int MADE_BY_UNIX = 3 << 8;

  private final Path target;
  private final Path part;
  private final RandomAccessFile file;
  private final TrailingDigest digest;
  private final List<ZipFormat.Header> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final byte[] buffer = new byte[256 * 1024];
  private long bytes;
  private boolean finished;

  private ZipWriter(Path target, Path part, RandomAccessFile file) {
    this.target = target;
    this.part = part;
    this.file = file;
    this.digest = new TrailingDigest(part);
  }

  /// Starts an archive that will stand at `target`.
  public static ZipWriter open(Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw");
    file.setLength(0);
    return new ZipWriter(target, part, file);
  }

  /// Adds an entry; throws [FormatProblem] when the content is not exactly `bytes` long.
  public void add(String name, long bytes, InputStream content) throws IOException {
    if (!names.add(name)) {
      throw new FormatProblem("the archive has an entry of this name: " + name);
    }
    if (entries.size() == ZipFormat.MAX_ENTRIES) {
      throw new FormatProblem("an archive has at most " + ZipFormat.MAX_ENTRIES + " entries");
    }
    long offset = file.getFilePointer();
    boolean zip64 = bytes >= ZipFormat.MAX_32;
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    ZipRecord header = new ZipRecord();
    header.u32(ZipFormat.LOCAL).u16(version(zip64), ZipFormat.FLAG_UTF8, ZipFormat.STORED);
    header.u16(0, DATE_1980).u32(0, bytes, bytes).u16(path.length, zip64 ? 20 : 0).bytes(path);
    if (zip64) {
      header.u16(1, 16).u64(bytes, bytes);
    }
    header.writeTo(file);
    long crc = copy(name, bytes, content);
    long end = file.getFilePointer();
    file.seek(offset + 14);
    new ZipRecord().u32(crc).writeTo(file);
    file.seek(end);
    entries.add(
        new ZipFormat.Header(
            name, ZipFormat.FLAG_UTF8, ZipFormat.STORED, crc, bytes, bytes, offset, zip64));
  }

  /// Has what was added so far brought to the disk and digested while the caller does other things,
  /// so that less is left for [#finish].
  public void settle() throws IOException {
    digest.follow(file.getFilePointer());
  }

  /// Writes the directory, brings the file to the disk and gives it its name.
  ///
  /// @return the SHA-256 of the whole archive, in lower-case hexadecimal
  public String finish() throws IOException {
    long start = file.getFilePointer();
    for (ZipFormat.Header entry : entries) {
      central(entry);
    }
    end(start, file.getFilePointer() - start);
    bytes = file.getFilePointer();
    file.setLength(bytes);
    digest.follow(bytes);
    file.getFD().sync();
    String sha256 = digest.end();
    file.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    finished = true;
    return sha256;
  }

  /// The length of the finished archive.
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    digest.close();
    file.close();
    if (!finished) {
      Files.deleteIfExists(part);
    }
  }

  private long copy(String name, long bytes, InputStream content) throws IOException {
    CRC32 crc = new CRC32();
    long left = bytes;
    while (true) {
      int read = content.read(buffer);
      if (read < 0) {
        break;
      }
      left -= read;
      if (left < 0) {
        break;
      }
      crc.update(buffer, 0, read);
      file.write(buffer, 0, read);
    }
    if (left != 0) {
      throw new FormatProblem(name + " does not have the " + bytes + " bytes it was said to have");
    }
    return crc.getValue();
  }

  private void central(ZipFormat.Header entry) throws IOException {
    byte[] path = entry.name().getBytes(StandardCharsets.UTF_8);
    ZipRecord wide = new ZipRecord();
    if (entry.bytes() >= ZipFormat.MAX_32) {
      wide.u64(entry.bytes(), entry.packedBytes());
    }
    if (entry.offset() >= ZipFormat.MAX_32) {
      wide.u64(entry.offset());
    }
    byte[] extra = wide.toBytes();
    boolean zip64 = extra.length > 0;
    ZipRecord header = new ZipRecord();
    header.u32(ZipFormat.CENTRAL).u16(MADE_BY_UNIX | version(zip64), version(zip64));
    header.u16(ZipFormat.FLAG_UTF8, ZipFormat.STORED, 0, DATE_1980).u32(entry.crc());
    header.u32(entry.packedBytes(), entry.bytes());
    header.u16(path.length, zip64 ? 4 + extra.length : 0, 0, 0, 0);
    header.u32(PLAIN_FILE_0644, entry.offset()).bytes(path);
    if (zip64) {
      header.u16(1, extra.length).bytes(extra);
    }
    header.writeTo(file);
  }

  private void end(long start, long length) throws IOException {
    int count = entries.size();
    ZipRecord end = new ZipRecord();
    if (count >= ZipFormat.MAX_16 || start >= ZipFormat.MAX_32) {
      end.u32(ZipFormat.END64).u64(ZipFormat.END64_BYTES - 12L);
      end.u16(MADE_BY_UNIX | version(true), version(true)).u32(0, 0);
      end.u64(count, count, length, start);
      end.u32(ZipFormat.LOCATOR64, 0).u64(start + length).u32(1);
    }
    int shortCount = Math.min(count, ZipFormat.MAX_16);
    end.u32(ZipFormat.END).u16(0, 0, shortCount, shortCount).u32(length, start).u16(0);
    end.writeTo(file);
  }

  private static int version(boolean zip64) {
    return zip64 ? 45 : 20;
  }
}
