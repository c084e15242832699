package anbinh.measure.register;

import anbinh.platform.Site;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `measure.monthly_count`: what is left of erased measures, by commune, kind and
/// month. Which beginning and which end are of one measure is told by nothing. Safe for many
/// threads.
@Repository
class MeasureCountTable {
  private final SqlClient database;
  private final Site site;

  MeasureCountTable(SqlClient database, Site site) {
    this.database = database;
    this.site = site;
  }

  /// Counts one that was confirmed and whose end date is over, and deletes it with its number, its
  /// days, and who recorded it, kept it, helped with it or had it opened.
  void take(UUID id) {
    database.update(
        """
        with happened as (
          select commune_id, kind, from_on as day, 1 as begun, 0 as ended, 0 as opened
          from measure.measure where id = :id and confirmed_at is not null
          union all
          select commune_id, kind, until_on + 1, 0, 1, 0
          from measure.measure where id = :id and confirmed_at is not null
          union all
          select o.commune_id, m.kind, cast(o.answered_at at time zone :zone as date), 0, 0, 1
          from measure.opening o join measure.measure m on m.id = o.measure_id
          where o.measure_id = :id and o.signed)
        insert into measure.monthly_count as c (commune_id, kind, month, begun, ended, opened)
          select commune_id, kind, cast(date_trunc('month', day) as date),
            sum(begun), sum(ended), sum(opened)
          from happened group by 1, 2, 3
        on conflict (commune_id, kind, month) do update set begun = c.begun + excluded.begun,
          ended = c.ended + excluded.ended, opened = c.opened + excluded.opened
        """,
        Values.of("id", id).and("zone", site.zone().getId()));
    for (String table : new String[] {"helper", "step", "opening"}) {
      database.update("delete from measure." + table + " where measure_id = ?", id);
    }
    database.update("delete from measure.measure where id = ?", id);
  }
}
