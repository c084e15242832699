package anbinh.seal.zip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// An archive built in memory, entry by entry, with as few bytes as the format allows.
final class ZipFixture {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final List<byte[]> directory = new ArrayList<>();

  static ZipFixture archive() {
    return new ZipFixture();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  ZipFixture stored(String name, byte[] content) {
    return add(name, ZipFormat.STORED, false, content, content);
  }

  ZipFixture deflated(String name, byte[] packed, byte[] content) {
    return add(name, ZipFormat.DEFLATED, false, packed, content);
  }

  ZipFixture described(String name, byte[] packed, byte[] content) {
    return add(name, ZipFormat.DEFLATED, true, packed, content);
  }

  private ZipFixture add(
      String name, int method, boolean described, byte[] packed, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    long offset = body.size();
    byte[] path = utf8(name);
    int flags = ZipFormat.FLAG_UTF8 | (described ? ZipFormat.FLAG_DESCRIPTOR : 0);
    ZipRecord local = new ZipRecord().u32(ZipFormat.LOCAL).u16(20, flags, method, 0, 0x21);
    if (described) {
      local.u32(0, 0, 0);
    } else {
      local.u32(crc.getValue(), packed.length, content.length);
    }
    body.writeBytes(local.u16(path.length, 0).bytes(path).bytes(packed).toBytes());
    if (described) {
      ZipRecord descriptor = new ZipRecord().u32(ZipFormat.DESCRIPTOR, crc.getValue());
      body.writeBytes(descriptor.u32(packed.length, content.length).toBytes());
    }
    ZipRecord central = new ZipRecord().u32(ZipFormat.CENTRAL).u16(20, 20, flags, method, 0, 0x21);
    central.u32(crc.getValue(), packed.length, content.length);
    central.u16(path.length, 0, 0, 0, 0).u32(0, offset).bytes(path);
    directory.add(central.toBytes());
    return this;
  }

  /// Turns the order of the directory round.
  ZipFixture reversed() {
    Collections.reverse(directory);
    return this;
  }

  /// Puts bytes behind the last entry.
  ZipFixture gap(byte[] gap) {
    body.writeBytes(gap);
    return this;
  }

  byte[] build() {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.writeBytes(body.toByteArray());
    directory.forEach(archive::writeBytes);
    int start = body.size();
    int length = archive.size() - start;
    int count = directory.size();
    if (count >= ZipFormat.MAX_16) {
      ZipRecord wide = new ZipRecord().u32(ZipFormat.END64).u64(44).u16(45, 45).u32(0, 0);
      wide.u64(count, count, length, start).u32(ZipFormat.LOCATOR64, 0);
      archive.writeBytes(wide.u64(start + length).u32(1).toBytes());
    }
    int narrow = Math.min(count, ZipFormat.MAX_16);
    ZipRecord end = new ZipRecord().u32(ZipFormat.END).u16(0, 0, narrow, narrow);
    archive.writeBytes(end.u32(length, start).u16(0).toBytes());
    return archive.toByteArray();
  }
}
