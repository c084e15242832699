package anbinh.areas.unit;

import anbinh.areas.Area;
import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A unit with the days of its existence.
///
/// @param from its first day; null when nobody knows
/// @param to its last day; null for a present one
/// @param district in which a past commune lay
/// @param endReason in somebody's words
public record Unit(
    Area area,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String district,
    @Nullable String endReason) {
  /// A present one.
  public static Unit since(Area area, LocalDate from) {
    return new Unit(area, from, null, null, null);
  }

  public boolean present() {
    return to == null;
  }

  /// A name as it is kept: composed, however it came.
  public static String written(String name) {
    return Normalizer.normalize(name.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
  }
}
