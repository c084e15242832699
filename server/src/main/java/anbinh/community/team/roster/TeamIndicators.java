package anbinh.community.team.roster;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of teams: how many there were on a day and who served, as terms and leavings
/// say it; patrols and drills on the day on which they began.
@Component
class TeamIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 14, 15; Thông tư 14/2024/TT-BCA";

  private final JdbcClient database;

  TeamIndicators(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("TEAMS", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.state("TEAM_PLANNED", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.state("TEAM_MEMBERS", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.share(
            "TEAM_STRENGTH_SHARE", IndicatorTopic.TEAMS, "TEAM_MEMBERS", "TEAM_PLANNED", LAW),
        IndicatorDefinition.events("PATROLS", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.events("DRILLS", IndicatorTopic.TEAMS, LAW));
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                select 'PATROLS' as indicator, t.commune_id as area_id, cast(null as text) as part,
                  date_trunc('month', v.started_at at time zone :zone)::date as month, count(*) as count
                from community.patrol_version v
                join community.patrol p on p.id = v.patrol_id
                join community.team t on t.id = p.team_id
                where v.started_at >= :start and v.started_at < :end
                  and not exists (select from community.patrol_version later
                    where later.patrol_id = v.patrol_id and later.version > v.version)
                  and (cast(:areas as uuid[]) is null or t.commune_id = any (:areas))
                group by 2, 4
                union all
                select 'DRILLS', commune_id, null, date_trunc('month', on_day)::date, count(*)
                from community.drill
                where state = 'HELD' and on_day >= :from and on_day < :before
                  and (cast(:areas as uuid[]) is null or commune_id = any (:areas))
                group by 2, 4
                """))
        .query(IndicatorCount::event)
        .list();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with there as (
                  select id, commune_id from community.team
                  where not refused and established_on < :before
                    and (dissolved_on is null or dissolved_on >= :before)
                    and (cast(:areas as uuid[]) is null or commune_id = any (:areas))
                ), latest as (
                  select distinct on (member_id) member_id, team_id from community.term
                  where outcome = 'ACCEPTED' and from_on < :before
                  order by member_id, from_on desc
                )
                select 'TEAMS' as indicator, commune_id as area_id, cast(null as text) as part,
                  count(*) as count
                from there group by 2
                union all
                select 'TEAM_PLANNED', t.commune_id, null, sum(coalesce((
                  select s.planned from community.team_strength s
                  where s.team_id = t.id and s.from_on < :before order by s.from_on desc limit 1), 0))
                from there t group by 2
                union all
                select 'TEAM_MEMBERS', t.commune_id, null, count(*)
                from there t join latest l on l.team_id = t.id
                join community.member m on m.id = l.member_id
                where m.state = 'RECOGNISED' or (m.state = 'LEFT' and m.left_on >= :before)
                group by 2
                """))
        .query(IndicatorCount::state)
        .list();
  }
}
