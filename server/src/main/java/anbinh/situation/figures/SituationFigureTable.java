package anbinh.situation.figures;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.situation.figures.SituationFigures.OfKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Counts the rows of `situation.situation`. Safe for many threads.
@Repository
class SituationFigureTable {
  private final SqlClient database;

  SituationFigureTable(SqlClient database) {
    this.database = database;
  }

  /// What was changed, withdrawn or decided counts as it was noted before the end, so that what is
  /// found out later changes no figure of a time that is over.
  ///
  /// @param before the end of what is counted
  /// @param villages whether those of a commune's villages are counted apart
  /// @param without whose part is left out; null for all
  public List<OfKind> list(
      Instant from,
      Instant before,
      ZoneId zone,
      AreaScope scope,
      boolean villages,
      @Nullable UUID without) {
    return database.list(
        OfKind.class,
        """
        select commune_id, case when :villages then village_id end as village_id, kind, guarded,
          date_trunc('month', received_at at time zone :zone)::date as month,
          count(*) as "counts.received",
          count(*) filter (where late) as "counts.late",
          count(*) filter (where id in (
            select s.situation_id from situation.step s
            where s.what in ('CHANGED', 'CHANGED_BESIDE', 'CLASSIFIED') and s.at < :before))
            as "counts.changed",
          count(*) filter (where state = 'RETRACTED' and closed_at < :before) as "counts.withdrawn",
          count(*) filter (where outcome = 'NOT_FOUNDED' and decided_at < :before)
            as "counts.not_founded",
          count(*) filter (where closed_at is null or closed_at >= :before) as "counts.open"
        from situation.situation
        where received_at >= :from and received_at < :before
          and (merged_into is null or not exists (
            select from situation.step s
            where s.situation_id = situation.id and s.what = 'MERGED' and s.at < :before))
          and (cast(:areas as uuid[]) is null or commune_id = any (:areas)
            or village_id = any (:areas))
          and (cast(:without as uuid) is null
            or not exists (select from situation.conflict c
              where c.situation_id = situation.id and c.person_id = cast(:without as uuid)))
        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 5
        """,
        Values.of("without", without)
            .and("zone", zone.getId())
            .and("villages", villages)
            .and("from", from)
            .and("before", before)
            .and(
                "areas",
                switch (scope) {
                  case AreaScope.Everywhere _ -> null;
                  case AreaScope.Within within -> within.areas();
                }));
  }
}
