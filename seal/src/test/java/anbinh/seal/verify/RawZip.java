package anbinh.seal.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Writes zip files field by field, so that a test can put a lie into any of them.
final class RawZip {
  final List<Entry> entries = new ArrayList<>();
  byte[] before = new byte[0];
  byte[] beforeDirectory = new byte[0];
  byte[] afterDirectory = new byte[0];
  byte[] after = new byte[0];
  byte[] comment = new byte[0];
  int offsetShift;
  int countShift;
  boolean zip64;
  long zip64CountShift;

  /// One entry; local and central values can be set apart.
  static final class Entry {
    byte[] localName;
    byte[] centralName;
    byte[] content;
    byte[] packed;
    int method;
    int flags = 0x0800;
    int centralFlags = -1;
    int centralMethod = -1;
    long crc;
    long centralCrc = -1;
    long localBytes = -1;
    long localPacked = -1;
    long centralBytes = -1;
    long centralPacked = -1;
    int attributes = 0x81a4_0000;
    int madeBy = 3 << 8 | 20;
    byte[] localExtra = new byte[0];
    byte[] centralExtra = new byte[0];
    byte[] entryComment = new byte[0];
    byte[] gapAfter = new byte[0];
    long descriptorCrcShift;
    boolean inDirectory = true;
    boolean inBody = true;
    long offset;

    Entry(String name, byte[] content) {
      this.localName = name.getBytes(StandardCharsets.UTF_8);
      this.centralName = localName;
      this.content = content;
      this.packed = content;
      CRC32 crc32 = new CRC32();
      crc32.update(content);
      this.crc = crc32.getValue();
    }

    String name() {
      return new String(centralName, StandardCharsets.UTF_8);
    }

    void rename(String name) {
      localName = name.getBytes(StandardCharsets.UTF_8);
      centralName = localName;
    }

    void replace(byte[] bytes) {
      Entry other = new Entry("x", bytes);
      content = bytes;
      packed = bytes;
      crc = other.crc;
    }

    void deflate() {
      Deflater deflater = new Deflater(9, true);
      deflater.setInput(content);
      deflater.finish();
      byte[] out = new byte[content.length + 1000];
      int length = deflater.deflate(out);
      deflater.end();
      packed = java.util.Arrays.copyOf(out, length);
      method = 8;
    }

    void descriptor() {
      deflate();
      flags |= 8;
    }
  }

  static RawZip of(Path zip) throws IOException {
    RawZip raw = new RawZip();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
        raw.entries.add(new Entry(entry.getName(), file.getInputStream(entry).readAllBytes()));
      }
    }
    return raw;
  }

  Entry get(String suffix) {
    return entries.stream().filter(e -> e.name().endsWith(suffix)).findFirst().orElseThrow();
  }

  RawZip with(Consumer<RawZip> change) {
    change.accept(this);
    return this;
  }

  byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    for (Entry e : entries) {
      e.offset = out.size();
      if (!e.inBody) {
        continue;
      }
      boolean descriptor = (e.flags & 8) != 0;
      u32(out, 0x04034b50);
      u16(out, 20, e.flags, e.method, 0, 0x21);
      u32(out, descriptor ? 0 : e.crc);
      u32(out, descriptor ? 0 : e.localPacked >= 0 ? e.localPacked : e.packed.length);
      u32(out, descriptor ? 0 : e.localBytes >= 0 ? e.localBytes : e.content.length);
      u16(out, e.localName.length, e.localExtra.length);
      out.writeBytes(e.localName);
      out.writeBytes(e.localExtra);
      out.writeBytes(e.packed);
      if (descriptor) {
        u32(out, 0x08074b50, e.crc + e.descriptorCrcShift, e.packed.length, e.content.length);
      }
      out.writeBytes(e.gapAfter);
    }
    out.writeBytes(beforeDirectory);
    int start = out.size();
    int count = countShift;
    for (Entry e : entries) {
      if (!e.inDirectory) {
        continue;
      }
      count++;
      u32(out, 0x02014b50);
      u16(out, e.madeBy, 20, e.centralFlags >= 0 ? e.centralFlags : e.flags);
      u16(out, e.centralMethod >= 0 ? e.centralMethod : e.method, 0, 0x21);
      u32(out, e.centralCrc >= 0 ? e.centralCrc : e.crc);
      u32(out, e.centralPacked >= 0 ? e.centralPacked : e.packed.length);
      u32(out, e.centralBytes >= 0 ? e.centralBytes : e.content.length);
      u16(out, e.centralName.length, e.centralExtra.length, e.entryComment.length, 0, 0);
      u32(out, e.attributes, e.offset + offsetShift);
      out.writeBytes(e.centralName);
      out.writeBytes(e.centralExtra);
      out.writeBytes(e.entryComment);
    }
    int length = out.size() - start;
    out.writeBytes(afterDirectory);
    if (zip64) {
      long end64 = out.size();
      u32(out, 0x06064b50, 44, 0);
      u16(out, 45, 45);
      u32(out, 0, 0);
      u64(out, count + zip64CountShift, count + zip64CountShift, length, start);
      u32(out, 0x07064b50, 0);
      u64(out, end64);
      u32(out, 1);
    }
    u32(out, 0x06054b50);
    u16(out, 0, 0, count, count);
    u32(out, length, start + offsetShift);
    u16(out, comment.length);
    out.writeBytes(comment);
    out.writeBytes(after);
    return out.toByteArray();
  }

  Path writeTo(Path file) throws IOException {
    return Files.write(file, write());
  }

  private static void u16(ByteArrayOutputStream out, int... numbers) {
    for (int number : numbers) {
      out.write(number);
      out.write(number >>> 8);
    }
  }

  private static void u32(ByteArrayOutputStream out, long... numbers) {
    for (long number : numbers) {
      u16(out, (int) number, (int) (number >>> 16));
    }
  }

  private static void u64(ByteArrayOutputStream out, long... numbers) {
    for (long number : numbers) {
      u32(out, number, number >>> 32);
    }
  }
}
