package anbinh.media.record;

import java.nio.ByteBuffer;

/// A picture as units with their lengths in front (ISO/IEC 14496-15), as files rely on it.
final class NalUnits {
  private NalUnits() {}

  /// Whether units with their four-byte lengths fill a payload exactly.
  static boolean fill(ByteBuffer payload) {
    int at = payload.position();
    int end = payload.limit();
    while (end - at > 4) {
      int length = payload.getInt(at);
      if (length < 1 || length > end - at - 4) {
        return false;
      }
      at += 4 + length;
    }
    return at == end && payload.hasRemaining();
  }
}
