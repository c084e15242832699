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
    if (small.startsWith("vni-")) {
      return new LegacyFont(TextEncoding.VNI, false);
    }
    return small.startsWith("vi ") ? new LegacyFont(TextEncoding.VISCII, false) : null;
  }

  /// The encoding that a font shows and that is not read here; null for any other font.
  static @Nullable String unread(String name) {
    return name.strip().toLowerCase(Locale.ROOT).startsWith("vps") ? "VPS" : null;
  }
}
