package anbinh.media.codec;

/// The recovery point message (H.264 §D.2.8, H.265 §D.3.8; SEI payload type 6), by which an encoder
/// without IDR pictures says where decoding can start.
public final class RecoveryPoint {
  /// The message tells of no recovery point.
  public static final int NONE = -1;

  private static final int PAYLOAD_TYPE = 6;

  private RecoveryPoint() {}

  /// How many pictures after this one are right: 0 for this one itself, more where the picture is
  /// renewed gradually, [#NONE] where nothing is said. Of H.265, whose count is signed, only 0 can
  /// be told from the rest.
  ///
  /// Allocates nothing, as messages come with every picture of many cameras.
  ///
  /// @param from after the header of the NAL unit
  public static int find(byte[] bytes, int from, int to) {
    int at = from;
    while (to - at >= 3) {
      int type = 0;
      while (at < to && bytes[at] == (byte) 0xFF) {
        type += 255;
        at = next(bytes, at);
      }
      type += at < to ? bytes[at] & 0xFF : 0;
      at = next(bytes, at);
      int size = 0;
      while (at < to && bytes[at] == (byte) 0xFF) {
        size += 255;
        at = next(bytes, at);
      }
      size += at < to ? bytes[at] & 0xFF : 0;
      at = next(bytes, at);
      if (type == PAYLOAD_TYPE) {
        return size > 0 ? exponentialGolomb(bytes, at, to) : NONE;
      }
      for (int i = 0; i < size && at < to; i++) {
        at = next(bytes, at);
      }
    }
    return NONE;
  }

  /// The place after `at`, past a byte of emulation prevention.
  private static int next(byte[] bytes, int at) {
    int after = at + 1;
    boolean prevention =
        at > 0 && after < bytes.length && bytes[after] == 3 && bytes[at] == 0 && bytes[at - 1] == 0;
    return prevention ? after + 1 : after;
  }

  private static int exponentialGolomb(byte[] bytes, int from, int to) {
    long bits = 0;
    int at = from;
    for (int i = 0; i < 5; i++) {
      bits = bits << 8 | (at < to ? bytes[at] & 0xFF : 0);
      at = at < to ? next(bytes, at) : at;
    }
    int zeros = Long.numberOfLeadingZeros(bits << 24 | 1);
    return zeros > 16 ? NONE : (int) ((bits << 24 << zeros) >>> (63 - zeros)) - 1;
  }
}
