package anbinh.team.roster;

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

/// What reports tell of teams: how many there were on a day and who served, as terms and leavings
/// say it.
@Component
class TeamIndicators extends CountedIndicators {
  private static final String LAW = "Luật 30/2023/QH15, Điều 14, 15; Thông tư 14/2024/TT-BCA";

  private static final String THERE =
      """
      not t.refused and t.established_on < :before
        and (t.dissolved_on is null or t.dissolved_on >= :before)
      """;

  private static final CountedRows ROWS =
      new CountedRows(
          "",
          """
          select array['TEAMS'] as indicators, t.id, t.id as object_id, t.code, t.name,
            t.commune_id as area_id, cast(null as text) as part, t.established_on as day, 1 as count
          from team.team t where %s
          union all
          select array['TEAM_PLANNED'], t.id, t.id, t.code, t.name, t.commune_id, null,
            t.established_on, coalesce((
              select s.planned from team.strength s
              where s.team_id = t.id and s.from_on < :before order by s.from_on desc limit 1), 0)
          from team.team t where %s
          union all
          select array['TEAM_MEMBERS'], t.id, t.id, t.code, t.name, t.commune_id, null,
            t.established_on, served.members
          from team.team t join (
            select l.team_id, count(*) as members from (
              select distinct on (member_id) member_id, team_id from team.term
              where outcome = 'ACCEPTED' and from_on < :before
              order by member_id, from_on desc) l
            join team.member m on m.id = l.member_id
            where m.state = 'RECOGNISED' or (m.state = 'LEFT' and m.left_on >= :before)
            group by l.team_id) served on served.team_id = t.id
          where %s
          """
              .formatted(THERE, THERE, THERE));

  private final Access access;

  TeamIndicators(SqlClient database, Access access) {
    super(database, ROWS);
    this.access = access;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("TEAMS", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.state("TEAM_PLANNED", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.state("TEAM_MEMBERS", IndicatorTopic.TEAMS, LAW),
        IndicatorDefinition.share(
            "TEAM_STRENGTH_SHARE", IndicatorTopic.TEAMS, "TEAM_MEMBERS", "TEAM_PLANNED", LAW));
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, Role.COMMUNITY_OFFICER, Role.CHAIR);
  }
}
