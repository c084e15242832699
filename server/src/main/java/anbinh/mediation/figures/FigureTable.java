package anbinh.mediation.figures;

import anbinh.identity.AreaScope;
import anbinh.mediation.figures.MediationFigures.Counts;
import anbinh.mediation.figures.MediationFigures.OfVillage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what was written down of mediations, by the same rows as [MediationIndicators]. Safe for
/// many threads.
@Repository
public class FigureTable {
  private final JdbcClient database;

  FigureTable(JdbcClient database) {
    this.database = database;
  }

  /// @param start of the first day
  /// @param end of the last day
  public List<OfVillage> list(Instant start, Instant end, AreaScope scope) {
    return database
        .sql(
            """
            select village_id, commune_id,
              count(*) filter (where what = 'RECEIVED') as received,
              count(*) filter (where what = 'AGREED') as agreed,
              count(*) filter (where what = 'NOT_AGREED') as not_agreed,
              count(*) filter (where what = 'STOPPED') as stopped,
              count(*) filter (where what = 'ESCALATED') as escalated,
              count(*) filter (where what = 'REFERRED') as referred,
              count(*) filter (where what = 'PENDING') as pending
            from (
              select village_id, commune_id, what from mediation.counted c
              where c.at >= :start and c.at < :end
              union all
              select village_id, commune_id, 'PENDING' from mediation.pending(:end)
            ) counted
            where cast(:areas as uuid[]) is null or village_id = any (:areas)
            group by village_id, commune_id
            order by village_id, commune_id
            """)
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(end))
        .param("areas", areas(scope))
        .query((row, number) ->
            new OfVillage(
                row.getObject("village_id", UUID.class),
                row.getObject("commune_id", UUID.class),
                new Counts(
                    row.getLong("received"),
                    row.getLong("agreed"),
                    row.getLong("not_agreed"),
                    row.getLong("stopped"),
                    row.getLong("escalated"),
                    row.getLong("referred"),
                    row.getLong("pending"))))
        .list();
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }
}
