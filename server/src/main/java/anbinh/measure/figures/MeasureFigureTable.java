package anbinh.measure.figures;

import anbinh.identity.AreaScope;
import anbinh.measure.kind.MeasureKind;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// Counts the rows of `measure.measure` that were confirmed, and what is left of those that were
/// erased. Safe for many threads.
@Repository
class MeasureFigureTable {
  private final SqlClient database;

  MeasureFigureTable(SqlClient database) {
    this.database = database;
  }

  /// @param begun within the time, `ended` within it, `inForce` at the end of its last day
  record OfKind(UUID communeId, MeasureKind kind, long begun, long inForce, long ended) {}

  /// @param before the day after the last one
  List<OfKind> list(LocalDate from, LocalDate before, AreaScope scope) {
    return database.list(
        OfKind.class,
        """
        with happened as (
          select commune_id, kind, from_on as day, 1 as begun, 0 as ended
          from measure.measure where confirmed_at is not null
          union all
          select commune_id, kind, until_on + 1, 0, 1
          from measure.measure where confirmed_at is not null
          union all
          select commune_id, kind, month, begun, ended from measure.monthly_count)
        select * from (
          select commune_id, kind,
            coalesce(sum(begun) filter (where day >= :from), 0) as begun,
            sum(begun - ended) as in_force,
            coalesce(sum(ended) filter (where day >= :from), 0) as ended
          from happened
          where day < :before
            and (cast(:areas as uuid[]) is null or commune_id = any (:areas))
          group by commune_id, kind) counted
        where begun + in_force + ended > 0
        order by commune_id, kind
        """,
        Values.of("from", from).and("before", before).and("areas", scope.areas()));
  }

  /// How often sealed measures were opened.
  record Openings(UUID communeId, long count) {}

  List<Openings> openings(LocalDate from, LocalDate before, ZoneId zone, AreaScope scope) {
    return database.list(
        Openings.class,
        """
        with happened as (
          select commune_id, 1 as opened from measure.opening
          where signed and answered_at >= :start and answered_at < :end
          union all
          select commune_id, opened from measure.monthly_count
          where month >= :from and month < :before and opened > 0)
        select commune_id, sum(opened) as count from happened
        where cast(:areas as uuid[]) is null or commune_id = any (:areas)
        group by commune_id
        """,
        Values.of("from", from)
            .and("before", before)
            .and("start", from.atStartOfDay(zone).toInstant())
            .and("end", before.atStartOfDay(zone).toInstant())
            .and("areas", scope.areas()));
  }
}
