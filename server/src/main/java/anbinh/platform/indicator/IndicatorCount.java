package anbinh.platform.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many of an indicator there are in one area, of one part, and in one month.
///
/// @param areaId the smallest unit of the record, be it a village
/// @param part null where the indicator has no parts
/// @param month null of a state
public record IndicatorCount(
    String indicator, UUID areaId, @Nullable String part, @Nullable YearMonth month, long count) {

  /// Reads the columns `indicator`, `area_id`, `part`, `month` (its first day) and `count`.
  public static IndicatorCount event(ResultSet row, int number) throws SQLException {
    return new IndicatorCount(
        row.getString("indicator"),
        row.getObject("area_id", UUID.class),
        row.getString("part"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("count"));
  }
}
