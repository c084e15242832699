package anbinh.community.mediation.figures;

import anbinh.community.mediation.MediationFigures.Counts;
import anbinh.community.mediation.MediationFigures.OfVillage;
import anbinh.identity.AreaScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the rows of `community.mediation`. Safe for many threads.
@Repository
public class FigureTable {
  private final JdbcClient database;

  FigureTable(JdbcClient database) {
    this.database = database;
  }

  /// @param before the day after the last one
  /// @param start of the first day
  /// @param end of the last day
  /// @param guarded whether also those count that are hidden from most
  public List<OfVillage> list(
      LocalDate from,
      LocalDate before,
      Instant start,
      Instant end,
      AreaScope scope,
      boolean guarded) {
    return database
        .sql(
            """
            select * from (
              select village_id,
                count(*) filter (where received_on >= :from and received_on < :before) as received,
                count(*) filter (where outcome = 'AGREED' and ended_at >= :start and ended_at < :end)
                  as agreed,
                count(*) filter (where outcome = 'NOT_AGREED' and ended_at >= :start
                  and ended_at < :end) as not_agreed,
                count(*) filter (where outcome = 'STOPPED' and ended_at >= :start
                  and ended_at < :end) as stopped,
                count(*) filter (where outcome = 'ESCALATED' and ended_at >= :start
                  and ended_at < :end) as escalated,
                count(*) filter (where state = 'REFERRED' and closed_at >= :start
                  and closed_at < :end) as referred,
                count(*) filter (where received_on < :before
                  and (ended_at is null or ended_at >= :end)
                  and (state <> 'REFERRED' or closed_at >= :end)) as pending
              from community.mediation
              where (cast(:areas as uuid[]) is null or village_id = any (:areas))
                and (:guarded or not guarded)
              group by village_id) counted
            where received + agreed + not_agreed + stopped + escalated + referred + pending > 0
            order by village_id
            """)
        .param("from", from)
        .param("before", before)
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(end))
        .param("guarded", guarded)
        .param(
            "areas",
            switch (scope) {
              case AreaScope.Everywhere _ -> null;
              case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
            })
        .query((row, number) ->
            new OfVillage(
                row.getObject("village_id", UUID.class),
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
}
