package anbinh.media.codec;

import java.util.Locale;

/// The general part of an H.265 `profile_tier_level` (§7.3.3).
///
/// @param compatibility the 32 `general_profile_compatibility_flag`s, flag 0 in the highest bit
/// @param constraints the 48 bits that follow them, `general_progressive_source_flag` highest
public record H265Profile(
    int space, boolean highTier, int profile, long compatibility, long constraints, int level) {

  /// Reads the structure and skips what it says about `subLayersMinusOne` lower layers.
  static H265Profile parse(BitReader reader, int subLayersMinusOne)
      throws MalformedBitstreamException {
    int space = reader.smallBits(2);
    boolean highTier = reader.flag();
    int profile = reader.smallBits(5);
    long compatibility = reader.bits(32);
    long constraints = reader.bits(32) << 16 | reader.bits(16);
    int level = reader.smallBits(8);
    int skipped = 0;
    for (int i = 0; i < subLayersMinusOne; i++) {
      skipped += (reader.flag() ? 88 : 0) + (reader.flag() ? 8 : 0);
    }
    reader.skip(subLayersMinusOne > 0 ? (8 - subLayersMinusOne) * 2 : 0);
    reader.skip(skipped);
    return new H265Profile(space, highTier, profile, compatibility, constraints, level);
  }

  /// The RFC 6381 string of a sample entry `hvc1` (ISO/IEC 14496-15 §E.3).
  public String codecs() {
    StringBuilder text = new StringBuilder("hvc1.");
    if (space > 0) {
      text.append((char) ('A' + space - 1));
    }
    text.append(profile).append('.');
    text.append(hex(Integer.reverse((int) compatibility) & 0xFFFF_FFFFL));
    text.append('.').append(highTier ? 'H' : 'L').append(level);
    for (long rest = constraints; rest != 0; rest = rest << 8 & 0xFFFF_FFFF_FFFFL) {
      text.append('.').append(hex(rest >> 40));
    }
    return text.toString();
  }

  private static String hex(long value) {
    return Long.toHexString(value).toUpperCase(Locale.ROOT);
  }
}
