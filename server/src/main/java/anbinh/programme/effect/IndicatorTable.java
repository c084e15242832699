package anbinh.programme.effect;

import anbinh.programme.Indicator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of numbers that were entered; what was replaced stays. Safe for many threads.
@Repository
class IndicatorTable {
  private final JdbcClient database;

  IndicatorTable(JdbcClient database) {
    this.database = database;
  }

  /// A number of an area and a quarter.
  ///
  /// @param value null where what stood was withdrawn
  /// @param source where it was taken from, as the report is called
  /// @param reason why it took the place of another; null of the first one
  record Entered(
      UUID id,
      UUID areaId,
      Indicator indicator,
      Quarter quarter,
      @Nullable Integer value,
      SourceKind sourceKind,
      String source,
      @Nullable String reason,
      UUID enteredBy,
      Instant enteredAt) {}

  /// Those that hold, of some areas within a time.
  List<Entered> list(
      Indicator indicator, Collection<UUID> areas, @Nullable Quarter from, @Nullable Quarter to) {
    return database
        .sql(
            """
            select id, area_id, indicator, year, quarter, value, source_kind, source, reason,
              entered_by, entered_at
            from programme.indicator_value
            where indicator = :indicator and area_id = any (:areas) and replaced_by is null
              and (cast(:from as int) is null or year * 4 + quarter >= :from)
              and (cast(:to as int) is null or year * 4 + quarter <= :to)
            order by year, quarter, area_id
            """)
        .param("indicator", indicator.name())
        .param("areas", areas.toArray(UUID[]::new))
        .param("from", from == null ? null : from.year() * 4 + from.number())
        .param("to", to == null ? null : to.year() * 4 + to.number())
        .query(IndicatorTable::entered)
        .list();
  }

  /// What was ever entered for an area and a quarter, newest first.
  List<Entered> history(Indicator indicator, UUID area, Quarter quarter) {
    return database
        .sql(
            """
            select id, area_id, indicator, year, quarter, value, source_kind, source, reason,
              entered_by, entered_at
            from programme.indicator_value
            where indicator = ? and area_id = ? and year = ? and quarter = ?
            order by entered_at desc, id desc limit 200
            """)
        .params(indicator.name(), area, quarter.year(), quarter.number())
        .query(IndicatorTable::entered)
        .list();
  }

  /// One after another in a commune, until the transaction ends.
  void lockForUpdate(UUID communeId) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('programme.indicator ' || ?, 0))")
        .param(communeId.toString())
        .query((row, number) -> true)
        .single();
  }

  void insert(Entered entered) {
    database
        .sql(
            """
            insert into programme.indicator_value
              (id, area_id, indicator, year, quarter, value, source_kind, source, reason, entered_by,
                entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(entered.id())
        .param(entered.areaId())
        .param(entered.indicator().name())
        .param(entered.quarter().year())
        .param(entered.quarter().number())
        .param(entered.value())
        .param(entered.sourceKind().name())
        .param(entered.source())
        .param(entered.reason())
        .param(entered.enteredBy())
        .param(Timestamp.from(entered.enteredAt()))
        .update();
  }

  /// Has a number give way to another, which is to be entered in the same transaction.
  void replace(UUID id, UUID by) {
    database
        .sql("update programme.indicator_value set replaced_by = ? where id = ?")
        .params(by, id)
        .update();
  }

  private static Entered entered(ResultSet row, int number) throws SQLException {
    return new Entered(
        row.getObject("id", UUID.class),
        row.getObject("area_id", UUID.class),
        Indicator.valueOf(row.getString("indicator")),
        new Quarter(row.getInt("year"), row.getInt("quarter")),
        row.getObject("value", Integer.class),
        SourceKind.valueOf(row.getString("source_kind")),
        row.getString("source"),
        row.getString("reason"),
        row.getObject("entered_by", UUID.class),
        row.getTimestamp("entered_at").toInstant());
  }
}
