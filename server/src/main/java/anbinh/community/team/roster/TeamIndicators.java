package anbinh.community.team.roster;

import anbinh.identity.Access;
import anbinh.identity.Role;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorQuery;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of teams: how many there were on a day and who served, as terms and leavings
/// say it; patrols and drills on the day on which they began. That a later version has a number
/// above 1 is said to PostgreSQL for the sake of an index of these few.
@Component
class TeamIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 14, 15; Thông tư 14/2024/TT-BCA";

  private static final String THERE =
      """
      not t.refused and t.established_on < :before
        and (t.dissolved_on is null or t.dissolved_on >= :before)
      """;

  private static final CountedRows ROWS =
      new CountedRows(
          """
          select array['PATROLS'] as indicators, p.id, p.team_id as object_id, t.code, t.name,
            t.commune_id as area_id, cast(null as text) as part,
            cast(v.started_at at time zone :zone as date) as day, 1 as count
          from community.patrol_version v
          join community.patrol p on p.id = v.patrol_id
          join community.team t on t.id = p.team_id
          where v.started_at >= :start and v.started_at < :end and p.annulled_at is null
            and p.kind = 'PATROL'
            and not exists (select from community.patrol_version later
              where later.patrol_id = v.patrol_id and later.version > v.version
                and later.version > 1)
          union all
          select array['DRILLS'], id, id, null, null, commune_id, null, on_day, 1
          from community.drill
          where state = 'HELD' and on_day >= :from and on_day < :before
          """,
          """
          select array['TEAMS'] as indicators, t.id, t.id as object_id, t.code, t.name,
            t.commune_id as area_id, cast(null as text) as part, t.established_on as day, 1 as count
          from community.team t where %s
          union all
          select array['TEAM_PLANNED'], t.id, t.id, t.code, t.name, t.commune_id, null,
            t.established_on, coalesce((
              select s.planned from community.team_strength s
              where s.team_id = t.id and s.from_on < :before order by s.from_on desc limit 1), 0)
          from community.team t where %s
          union all
          select array['TEAM_MEMBERS'], t.id, t.id, t.code, t.name, t.commune_id, null,
            t.established_on, served.members
          from community.team t join (
            select l.team_id, count(*) as members from (
              select distinct on (member_id) member_id, team_id from community.term
              where outcome = 'ACCEPTED' and from_on < :before
              order by member_id, from_on desc) l
            join community.member m on m.id = l.member_id
            where m.state = 'RECOGNISED' or (m.state = 'LEFT' and m.left_on >= :before)
            group by l.team_id) served on served.team_id = t.id
          where %s
          """
              .formatted(THERE, THERE, THERE));

  private final JdbcClient database;
  private final Access access;

  TeamIndicators(JdbcClient database, Access access) {
    this.database = database;
    this.access = access;
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
    return ROWS.events(database, span, definitions());
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return ROWS.states(database, span, definitions());
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, Role.COMMUNITY_OFFICER, Role.CHAIR);
  }

  @Override
  public List<IndicatorRecord> records(IndicatorQuery query) {
    return ROWS.records(database, query);
  }
}
