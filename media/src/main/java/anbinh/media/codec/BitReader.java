package anbinh.media.codec;

import java.nio.ByteBuffer;

/// Reads an RBSP bit by bit, most significant bit first (H.264 and H.265 §7.2, §9.1, §9.2).
final class BitReader {
  private final byte[] bytes;
  private final int bitCount;
  private int position;

  private BitReader(byte[] bytes, int length) {
    this.bytes = bytes;
    this.bitCount = length * 8;
  }

  /// The payload of `nal` after its `headerBytes`, with emulation prevention bytes taken out.
  static BitReader ofNal(ByteBuffer nal, int headerBytes) {
    int end = nal.limit();
    byte[] rbsp = new byte[Math.max(0, nal.remaining() - headerBytes)];
    int length = 0;
    int zeros = 0;
    for (int i = nal.position() + headerBytes; i < end; i++) {
      byte next = nal.get(i);
      if (zeros >= 2 && next == 3) {
        zeros = 0;
        continue;
      }
      zeros = next == 0 ? zeros + 1 : 0;
      rbsp[length++] = next;
    }
    return new BitReader(rbsp, length);
  }

  boolean flag() throws MalformedBitstreamException {
    return bits(1) == 1;
  }

  /// An unsigned number of up to 32 bits, as `u(n)`.
  long bits(int count) throws MalformedBitstreamException {
    if (count > bitCount - position) {
      throw new MalformedBitstreamException("ends early");
    }
    long value = 0;
    for (int i = 0; i < count; i++, position++) {
      value = value << 1 | (bytes[position >> 3] >> (7 - (position & 7)) & 1);
    }
    return value;
  }

  int smallBits(int count) throws MalformedBitstreamException {
    return (int) bits(count);
  }

  void skip(int count) throws MalformedBitstreamException {
    if (count > bitCount - position) {
      throw new MalformedBitstreamException("ends early");
    }
    position += count;
  }

  /// An unsigned Exp-Golomb number, as `ue(v)`, which must not exceed `maximum`.
  int unsigned(int maximum, String name) throws MalformedBitstreamException {
    long value = exponentialGolomb();
    if (value > maximum) {
      throw new MalformedBitstreamException(name + " is " + value + ", more than " + maximum);
    }
    return (int) value;
  }

  /// A signed Exp-Golomb number, as `se(v)`.
  long signed() throws MalformedBitstreamException {
    long code = exponentialGolomb();
    return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
  }

  private long exponentialGolomb() throws MalformedBitstreamException {
    int zeros = 0;
    while (!flag()) {
      if (++zeros > 32) {
        throw new MalformedBitstreamException("number of more than 32 bits");
      }
    }
    return (1L << zeros) - 1 + bits(zeros);
  }
}
