package anbinh.programme.web;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.web.ProgrammeFigures.Tally;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/// Counts the rows of programmes. Safe for many threads.
@Repository
class ProgrammeCountTable {
  private final SqlClient database;

  ProgrammeCountTable(SqlClient database) {
    this.database = database;
  }

  /// By the papers: what was launched, rested, resumed and ended until a day.
  ///
  /// @param from the first day whose activities are counted, and `to` the last
  /// @param day on which they stand so
  public List<Tally> list(LocalDate from, LocalDate to, LocalDate day, AreaScope scope) {
    return database.list(
        Tally.class,
        """
        with stood as (
          select p.id, p.commune_id, p.kind_id, p.parent_id,
            p.launched_on is not null and p.launched_on <= :day as launched,
            p.ended_on is not null and p.ended_on <= :day as ended,
            %s as rests,
            coalesce((select c.conclusion = 'RECOMMEND' from programme.assessment c
              where c.programme_id = p.id and c.commune_id is null and c.state = 'CONFIRMED'
                and coalesce(c.paper_on, cast(c.decided_at as date)) <= :day
              order by c.year desc limit 1), false) as recommends,
            exists (select from programme.assessment c
              where c.programme_id = p.id and c.commune_id is null and c.state = 'CONFIRMED'
                and c.year = cast(extract(year from cast(:to as date)) as int) - 1
                and coalesce(c.paper_on, cast(c.decided_at as date)) <= :day) as assessed
          from programme.programme p
          where (cast(p.created_at as date) <= :day or p.launched_on <= :day)
            and not exists (select from programme.proposal a
              where a.programme_id = p.id and a.kind = 'LAUNCH' and a.outcome = 'REFUSED'
                and cast(a.decided_at as date) <= :day)
            and (cast(:areas as uuid[]) is null or p.commune_id = any (:areas)
              or exists (select from programme.area a
                where a.programme_id = p.id and a.area_id = any (:areas))))
        select p.commune_id, p.kind_id,
          count(*) filter (where not p.launched) as proposed,
          count(*) filter (where p.launched and not p.ended and not p.rests) as running,
          count(*) filter (where p.launched and not p.ended and p.rests) as dormant,
          count(*) filter (where p.launched and p.ended) as ended,
          count(*) filter (where p.parent_id is not null and p.launched and not p.ended)
            as copied,
          count(*) filter (where p.recommends and p.launched and not p.ended and not p.rests)
            as recommended,
          count(*) filter (where p.assessed) as assessed,
          coalesce(sum(done.activities), 0) as activities,
          coalesce(sum(done.attended), 0) as attended
        from stood p
        left join lateral (
          select count(*) as activities, sum(c.attended) as attended
          from programme.activity c
          where c.programme_id = p.id and c.on_day >= :from and c.on_day <= :to
            and c.version = (select max(b.version) from programme.activity b
              where b.id = c.id)) done on true
        group by p.commune_id, p.kind_id
        order by p.commune_id, p.kind_id
        """
            .formatted(ProgrammeStanding.RESTS),
        Values.of("from", from)
            .and("to", to)
            .and("day", day)
            .and(
                "areas",
                switch (scope) {
                  case AreaScope.Everywhere _ -> null;
                  case AreaScope.Within within -> within.areas();
                }));
  }
}
