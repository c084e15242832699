package anbinh.seal.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

/// Builds one record of a zip file: little-endian numbers and bytes.
final class ZipRecord {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ZipRecord u16(int... numbers) {
    for (int number : numbers) {
      number(number, 2);
    }
    return this;
  }

  /// Appends 32-bit numbers; one that does not fit is written as the mark that zip64 holds it.
  ZipRecord u32(long... numbers) {
    for (long number : numbers) {
      number(Math.min(number, ZipFormat.MAX_32), 4);
    }
    return this;
  }

  ZipRecord u64(long... numbers) {
    for (long number : numbers) {
      number(number, 8);
    }
    return this;
  }

  ZipRecord bytes(byte[] more) {
    bytes.write(more, 0, more.length);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  void writeTo(RandomAccessFile file) throws IOException {
    file.write(toBytes());
  }

  private void number(long number, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (number >>> (8 * i)));
    }
  }
}
