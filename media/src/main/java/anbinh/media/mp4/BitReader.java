package anbinh.media.mp4;

import anbinh.media.Bytes;

/// Bits of a NAL unit's payload with emulation prevention bytes (00 00 **03**) left out. Beyond the
/// end it reads zeros, so that a short parameter set yields plain values instead of a failure.
final class BitReader {
  private final Bytes nal;
  private int at;
  private int zeros;
  private int current;
  private int bitsLeft;

  BitReader(Bytes nal, int firstByte) {
    this.nal = nal;
    this.at = firstByte;
  }

  int bit() {
    if (bitsLeft == 0) {
      current = nextByte();
      bitsLeft = 8;
    }
    bitsLeft--;
    return (current >> bitsLeft) & 1;
  }

  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  void skip(int count) {
    for (int i = 0; i < count; i++) {
      bit();
    }
  }

  /// An Exp-Golomb number `ue(v)`; more than 31 leading zeros read as 0.
  int unsignedExpGolomb() {
    int leading = 0;
    while (bit() == 0) {
      if (++leading > 31) {
        return 0;
      }
    }
    return (1 << leading) - 1 + bits(leading);
  }

  private int nextByte() {
    if (at >= nal.size()) {
      return 0;
    }
    int value = nal.at(at++) & 0xFF;
    if (zeros >= 2 && value == 3) {
      zeros = 0;
      return nextByte();
    }
    zeros = value == 0 ? zeros + 1 : 0;
    return value;
  }
}
