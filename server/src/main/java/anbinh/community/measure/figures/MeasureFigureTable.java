package anbinh.community.measure.figures;

import anbinh.community.measure.kind.MeasureKind;
import anbinh.identity.AreaScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the rows of `community.measure` that were confirmed. Safe for many threads.
@Repository
class MeasureFigureTable {
  private final JdbcClient database;

  MeasureFigureTable(JdbcClient database) {
    this.database = database;
  }

  /// @param begun within the time, `ended` within it, `inForce` at the end of its last day
  record OfKind(UUID communeId, MeasureKind kind, long begun, long inForce, long ended) {}

  /// @param before the day after the last one
  List<OfKind> list(LocalDate from, LocalDate before, AreaScope scope) {
    return database
        .sql(
            """
            select * from (
              select commune_id, kind,
                count(*) filter (where from_on >= :from and from_on < :before) as begun,
                count(*) filter (where from_on < :before and until_on >= cast(:before as date) - 1) as in_force,
                count(*) filter (where until_on >= cast(:from as date) - 1 and until_on < cast(:before as date) - 1) as ended
              from community.measure
              where confirmed_at is not null
                and (cast(:areas as uuid[]) is null or commune_id = any (:areas))
              group by commune_id, kind) counted
            where begun + in_force + ended > 0
            order by commune_id, kind
            """)
        .param("from", from)
        .param("before", before)
        .param("areas", areas(scope))
        .query((row, number) ->
            new OfKind(
                row.getObject("commune_id", UUID.class),
                MeasureKind.valueOf(row.getString("kind")),
                row.getLong("begun"),
                row.getLong("in_force"),
                row.getLong("ended")))
        .list();
  }

  /// How often sealed measures were opened.
  record Openings(UUID communeId, long count) {}

  List<Openings> openings(Instant start, Instant end, AreaScope scope) {
    return database
        .sql(
            """
            select commune_id, count(*) from community.measure_opening
            where signed and answered_at >= :start and answered_at < :end
              and (cast(:areas as uuid[]) is null or commune_id = any (:areas))
            group by commune_id
            """)
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(end))
        .param("areas", areas(scope))
        .query((row, number) -> new Openings(row.getObject(1, UUID.class), row.getLong(2)))
        .list();
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }
}
