package anbinh.media.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// NAL units that stand one after the other, each preceded by its length in four bytes.
public final class NalUnits {
  private NalUnits() {}

  /// The NAL units in `lengthPrefixed`, without copying. A last one that is cut off and empty ones
  /// are left out.
  public static List<ByteBuffer> list(ByteBuffer lengthPrefixed) {
    List<ByteBuffer> units = new ArrayList<>();
    int at = 0;
    while (lengthPrefixed.limit() - at >= 4) {
      int length = lengthPrefixed.getInt(at);
      at += 4;
      if (length < 0 || length > lengthPrefixed.limit() - at) {
        break;
      }
      if (length > 0) {
        units.add(lengthPrefixed.slice(at, length));
      }
      at += length;
    }
    return units;
  }
}
