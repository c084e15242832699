package anbinh.platform.sheet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A font that shows letters from before Unicode.
///
/// @param capitals whether it shows small letters as capitals
record LegacyFont(TextEncoding encoding, boolean capitals) {
  /// By its name, such as `.VnTime`, `.VnArialH` or `VNI-Times`; null for any other.
  static @Nullable LegacyFont find(String name) {
    String small = name.strip().toLowerCase(Locale.ROOT);
    if (small.startsWith(".vn")) {
      return new LegacyFont(TextEncoding.TCVN3, small.endsWith("h"));
    }
    return small.startsWith("vni-") ? new LegacyFont(TextEncoding.VNI, false) : null;
  }
}
