package anbinh.media.mp4;

import anbinh.media.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of nested boxes (ISO/IEC 14496-12 §4.2), whose sizes are filled in when each is closed.
/// For one thread.
final class BoxWriter {
  private byte[] bytes;
  private int size;
  private final int[] starts = new int[16];
  private int depth;

  BoxWriter(int capacity) {
    bytes = new byte[capacity];
  }

  void open(String type) {
    starts[depth++] = size;
    int32(0);
    text(type);
  }

  void openFull(String type, int version, int flags) {
    open(type);
    int32(version << 24 | flags);
  }

  void close() {
    int start = starts[--depth];
    setInt32(start, size - start);
  }

  void int8(int value) {
    require(1);
    bytes[size++] = (byte) value;
  }

  void int16(int value) {
    int8(value >> 8);
    int8(value);
  }

  void int32(int value) {
    require(4);
    size += 4;
    setInt32(size - 4, value);
  }

  void int64(long value) {
    int32((int) (value >> 32));
    int32((int) value);
  }

  void zeros(int count) {
    require(count);
    size += count;
  }

  void text(String ascii) {
    raw(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  void raw(byte[] source) {
    require(source.length);
    System.arraycopy(source, 0, bytes, size, source.length);
    size += source.length;
  }

  void raw(Bytes source) {
    require(source.size());
    source.asBuffer().get(bytes, size, source.size());
    size += source.size();
  }

  /// Overwrites four bytes written before.
  void setInt32(int offset, int value) {
    bytes[offset] = (byte) (value >> 24);
    bytes[offset + 1] = (byte) (value >> 16);
    bytes[offset + 2] = (byte) (value >> 8);
    bytes[offset + 3] = (byte) value;
  }

  int size() {
    return size;
  }

  byte[] toArray() {
    if (depth != 0) {
      throw new IllegalStateException(depth + " boxes are still open");
    }
    return Arrays.copyOf(bytes, size);
  }

  private void require(int count) {
    if (bytes.length - size < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
    }
  }
}
