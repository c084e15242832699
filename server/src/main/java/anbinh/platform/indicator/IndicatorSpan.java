package anbinh.platform.indicator;

import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Of when and where something is counted.
///
/// @param from the first day, the first of a month
/// @param before the day after the last one
/// @param zone whose days and months they are
/// @param areas null for everywhere
public record IndicatorSpan(
    LocalDate from, LocalDate before, ZoneId zone, @Nullable Collection<UUID> areas) {

  /// The values `:from`, `:before` (days), `:start`, `:end` (instants), `:zone` and `:areas`.
  public Values values() {
    return Values.of(this)
        .and("start", from.atStartOfDay(zone).toInstant())
        .and("end", before.atStartOfDay(zone).toInstant())
        .and("zone", zone.getId());
  }
}
