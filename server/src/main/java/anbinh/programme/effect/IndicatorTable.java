package anbinh.programme.effect;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.Indicator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of numbers that were entered; what was replaced stays. Safe for many threads.
@Repository
class IndicatorTable {
  private final SqlClient database;

  IndicatorTable(SqlClient database) {
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
    return database.list(
        Entered.class,
        """
        select id, area_id, indicator, year as "quarter.year", quarter as "quarter.number", value,
          source_kind, source, reason, entered_by, entered_at
        from programme.indicator_value
        where indicator = :indicator and area_id = any (:areas) and replaced_by is null
          and (cast(:from as int) is null or year * 4 + quarter >= :from)
          and (cast(:to as int) is null or year * 4 + quarter <= :to)
        order by year, quarter, area_id
        """,
        Values.of("indicator", indicator)
            .and("areas", areas)
            .and("from", from == null ? null : from.year() * 4 + from.number())
            .and("to", to == null ? null : to.year() * 4 + to.number()));
  }

  /// What was ever entered for an area and a quarter, newest first.
  List<Entered> history(Indicator indicator, UUID area, Quarter quarter) {
    return database.list(
        Entered.class,
        """
        select id, area_id, indicator, year as "quarter.year", quarter as "quarter.number", value,
          source_kind, source, reason, entered_by, entered_at
        from programme.indicator_value
        where indicator = :indicator and area_id = :area and year = :year and quarter = :number
        order by entered_at desc, id desc limit 200
        """,
        Values.of(quarter).and("indicator", indicator).and("area", area));
  }

  /// One after another in a commune, until the transaction ends.
  void lockForUpdate(UUID communeId) {
    database.list(
        String.class,
        "select pg_advisory_xact_lock(hashtextextended('programme.indicator ' || ?, 0))",
        communeId.toString());
  }

  void insert(Entered entered) {
    database.update(
        """
        insert into programme.indicator_value
          (id, area_id, indicator, year, quarter, value, source_kind, source, reason, entered_by,
            entered_at)
        values (:id, :areaId, :indicator, :quarter.year, :quarter.number, :value, :sourceKind,
          :source, :reason, :enteredBy, :enteredAt)
        """,
        entered);
  }

  /// Has a number give way to another, which is to be entered in the same transaction.
  void replace(UUID id, UUID by) {
    database.update("update programme.indicator_value set replaced_by = ? where id = ?", by, id);
  }
}
