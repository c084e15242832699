package anbinh.platform;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The place this installation serves.
///
/// @param name as shown to people
/// @param zone the zone in which people read times
/// @param demonstration whether cameras and people are made up, and say so
/// @param contact where one asks about one's own data; null: at the office
/// @param address under which anybody reaches the public page, without a path; null when not said
public record Site(
    String name,
    ZoneId zone,
    boolean demonstration,
    @Nullable String contact,
    @Nullable String address) {
  /// One that says neither where to ask nor under which address it is reached.
  public Site(String name, ZoneId zone, boolean demonstration) {
    this(name, zone, demonstration, null, null);
  }

  /// Requires that all here is made up: nothing invented ever comes among what is real.
  public void requireDemonstration() {
    if (!demonstration) {
      throw new IllegalStateException("only a demonstration is filled with what is made up");
    }
  }
}
