package anbinh.mediation.figures;

import anbinh.identity.AreaScope;
import anbinh.mediation.figures.MediationFigures.OfVillage;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Counts what was written down of mediations, by the same rows as [MediationIndicators]. Safe for
/// many threads.
@Repository
class FigureTable {
  private final SqlClient database;

  FigureTable(SqlClient database) {
    this.database = database;
  }

  /// @param start of the first day
  /// @param end of the last day
  public List<OfVillage> list(Instant start, Instant end, AreaScope scope) {
    return database.list(
        OfVillage.class,
        """
        select village_id, commune_id,
          count(*) filter (where what = 'RECEIVED') as "counts.received",
          count(*) filter (where what = 'AGREED') as "counts.agreed",
          count(*) filter (where what = 'NOT_AGREED') as "counts.not_agreed",
          count(*) filter (where what = 'STOPPED') as "counts.stopped",
          count(*) filter (where what = 'ESCALATED') as "counts.escalated",
          count(*) filter (where what = 'REFERRED') as "counts.referred",
          count(*) filter (where what = 'PENDING') as "counts.pending"
        from (
          select village_id, commune_id, what from mediation.counted c
          where c.at >= :start and c.at < :end
          union all
          select village_id, commune_id, 'PENDING' from mediation.pending(:end)
        ) counted
        where cast(:areas as uuid[]) is null or village_id = any (:areas)
        group by village_id, commune_id
        order by village_id, commune_id
        """,
        Values.of("start", start).and("end", end).and("areas", areas(scope)));
  }

  private static @Nullable Collection<UUID> areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas();
    };
  }
}
