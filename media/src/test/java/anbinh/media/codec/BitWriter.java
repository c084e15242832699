package anbinh.media.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Writes NAL units bit by bit, the counterpart of [BitReader].
final class BitWriter {
  private final ByteArrayOutputStream rbsp = new ByteArrayOutputStream();
  private int current;
  private int bitsInCurrent;

  BitWriter bits(long value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      current = current << 1 | (int) (value >>> i & 1);
      if (++bitsInCurrent == 8) {
        rbsp.write(current);
        current = 0;
        bitsInCurrent = 0;
      }
    }
    return this;
  }

  BitWriter flag(boolean value) {
    return bits(value ? 1 : 0, 1);
  }

  BitWriter unsigned(long value) {
    int length = 63 - Long.numberOfLeadingZeros(value + 1);
    return bits(0, length).bits(value + 1, length + 1);
  }

  BitWriter signed(long value) {
    return unsigned(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /// The NAL unit: header, what was written, the stop bit, with emulation prevention.
  ByteBuffer nal(int... header) {
    bits(1, 1);
    while (bitsInCurrent != 0) {
      bits(0, 1);
    }
    return escape(rbsp.toByteArray(), header);
  }

  /// The same, but ending in the middle of what was written.
  ByteBuffer cutNal(int bytes, int... header) {
    while (bitsInCurrent != 0) {
      bits(0, 1);
    }
    byte[] all = rbsp.toByteArray();
    return escape(Arrays.copyOf(all, Math.min(bytes, all.length)), header);
  }

  private static ByteBuffer escape(byte[] payload, int... header) {
    ByteArrayOutputStream nal = new ByteArrayOutputStream();
    for (int one : header) {
      nal.write(one);
    }
    int zeros = 0;
    for (byte one : payload) {
      if (zeros >= 2 && (one & 0xFF) <= 3) {
        nal.write(3);
        zeros = 0;
      }
      zeros = one == 0 ? zeros + 1 : 0;
      nal.write(one);
    }
    return ByteBuffer.wrap(nal.toByteArray());
  }
}
