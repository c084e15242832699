package anbinh.platform.indicator;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Of when and where something is counted.
///
/// @param from the first day, the first of a month
/// @param before the day after the last one
/// @param zone whose days and months they are
/// @param areas null for everywhere
public record IndicatorSpan(
    LocalDate from, LocalDate before, ZoneId zone, @Nullable Collection<UUID> areas) {

  /// Sets `:from`, `:before` (days), `:start`, `:end` (instants), `:zone` and `:areas`.
  public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
    return sql.param("from", from)
        .param("before", before)
        .param("start", Timestamp.from(from.atStartOfDay(zone).toInstant()))
        .param("end", Timestamp.from(before.atStartOfDay(zone).toInstant()))
        .param("zone", zone.getId())
        .param("areas", areas == null ? null : areas.toArray(UUID[]::new));
  }
}
