package anbinh.community.programme.page;

import anbinh.community.programme.ProgrammeFigures.Tally;
import anbinh.identity.AreaScope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the rows of programmes. Safe for many threads.
@Repository
public class ProgrammeTallyTable {
  private final JdbcClient database;

  ProgrammeTallyTable(JdbcClient database) {
    this.database = database;
  }

  public List<Tally> list(int year, AreaScope scope) {
    return database
        .sql(
            """
            select p.commune_id, p.kind_id,
              count(*) filter (where p.state = 'PROPOSED') as proposed,
              count(*) filter (where p.state in ('LAUNCHED', 'ACTIVE')) as running,
              count(*) filter (where p.state = 'DORMANT') as dormant,
              count(*) filter (where p.state = 'ENDED') as ended,
              count(*) filter (where p.parent_id is not null
                and p.state in ('LAUNCHED', 'ACTIVE', 'DORMANT')) as copied,
              count(*) filter (where p.recommended and p.state in ('LAUNCHED', 'ACTIVE'))
                as recommended,
              count(*) filter (where exists (select from community.programme_assessment a
                where a.programme_id = p.id and a.state = 'CONFIRMED' and a.year = :year - 1))
                as assessed,
              coalesce(sum(done.activities), 0) as activities,
              coalesce(sum(done.attended), 0) as attended
            from community.programme p
            left join lateral (
              select count(*) as activities, sum(c.attended) as attended
              from community.programme_activity c
              where c.programme_id = p.id and c.on_day >= :from and c.on_day <= :to
                and c.version = (select max(b.version) from community.programme_activity b
                  where b.id = c.id)) done on true
            where p.state <> 'REFUSED'
              and (cast(:areas as uuid[]) is null or p.commune_id = any (:areas)
                or exists (select from community.programme_area a
                  where a.programme_id = p.id and a.area_id = any (:areas)))
            group by p.commune_id, p.kind_id
            order by p.commune_id, p.kind_id
            """)
        .param("year", year)
        .param("from", LocalDate.of(year, 1, 1))
        .param("to", LocalDate.of(year, 12, 31))
        .param(
            "areas",
            switch (scope) {
              case AreaScope.Everywhere _ -> null;
              case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
            })
        .query((row, number) ->
            new Tally(
                row.getObject("commune_id", UUID.class),
                row.getObject("kind_id", UUID.class),
                row.getLong("proposed"),
                row.getLong("running"),
                row.getLong("dormant"),
                row.getLong("ended"),
                row.getLong("copied"),
                row.getLong("recommended"),
                row.getLong("assessed"),
                row.getLong("activities"),
                row.getLong("attended")))
        .list();
  }
}
