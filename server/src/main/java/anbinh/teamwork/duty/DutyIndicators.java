package anbinh.teamwork.duty;

import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.indicator.CountedIndicators;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of patrols and drills, on the day on which they began. That a later version
/// has a number above 1 is said to PostgreSQL for the sake of an index of these few.
@Component
class DutyIndicators extends CountedIndicators {
  private static final String LAW = "Luật 30/2023/QH15, Điều 14, 15; Thông tư 14/2024/TT-BCA";

  private static final CountedRows ROWS =
      new CountedRows(
          """
          select array['PATROLS'] as indicators, p.id, p.team_id as object_id, t.code, t.name,
            t.commune_id as area_id, cast(null as text) as part,
            cast(v.started_at at time zone :zone as date) as day, 1 as count
          from teamwork.patrol_version v
          join teamwork.patrol p on p.id = v.patrol_id
          join team.team t on t.id = p.team_id
          where v.started_at >= :start and v.started_at < :end and p.annulled_at is null
            and p.kind = 'PATROL'
            and not exists (select from teamwork.patrol_version later
              where later.patrol_id = v.patrol_id and later.version > v.version
                and later.version > 1)
          union all
          select array['DRILLS'], id, id, null, null, commune_id, null, on_day, 1
          from teamwork.drill
          where state = 'HELD' and on_day >= :from and on_day < :before
          """,
          "");

  private final Access access;

  DutyIndicators(SqlClient database, Access access) {
    super(database, ROWS);
    this.access = access;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.events("PATROLS", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.events("DRILLS", IndicatorTopic.TEAMS, LAW));
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, Role.COMMUNITY_OFFICER, Role.CHAIR);
  }
}
