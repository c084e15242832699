package anbinh.media.rtp;

import java.nio.ByteBuffer;

/// The start codes of a byte stream (H.264 and H.265 annex B), which have no place in RTP but are
/// sent by some cameras. Within a NAL unit they cannot occur.
final class StartCode {
  static final int NOT_FOUND = -1;

  private StartCode() {}

  /// How many bytes a start code at `at` takes, leading zero included; 0 when there is none.
  static int lengthAt(ByteBuffer bytes, int at) {
    if (bytes.limit() - at < 4 || bytes.get(at) != 0 || bytes.get(at + 1) != 0) {
      return 0;
    }
    if (bytes.get(at + 2) == 1) {
      return 3;
    }
    return bytes.get(at + 2) == 0 && bytes.get(at + 3) == 1 ? 4 : 0;
  }

  /// Where the next `00 00 01` begins, or [#NOT_FOUND].
  static int find(byte[] bytes, int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
        return i;
      }
    }
    return NOT_FOUND;
  }
}
