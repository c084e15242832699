package anbinh.teamwork.group;

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

/// What reports tell of self-managed groups: those there were on a day, from the day of their paper
/// until their end.
@Component
class GroupIndicators extends CountedIndicators {
  private static final String LAW = "Luật 30/2023/QH15, Điều 8";

  private static final CountedRows ROWS =
      new CountedRows(
          "",
          """
          select array['GROUPS'] as indicators, id, id as object_id, code, name,
            village_id as area_id, kind as part, paper_on as day, 1 as count
          from teamwork.self_managed_group
          where paper_on < :before and (ended_on is null or ended_on >= :before)
          union all
          select array['GROUP_HOUSEHOLDS'], id, id, code, name, village_id, null, paper_on, households
          from teamwork.self_managed_group
          where paper_on < :before and (ended_on is null or ended_on >= :before)
          """);

  private final Access access;

  GroupIndicators(SqlClient database, Access access) {
    super(database, ROWS);
    this.access = access;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("GROUPS", IndicatorTopic.GROUPS, LAW).parted().byVillage(),
        IndicatorDefinition.state("GROUP_HOUSEHOLDS", IndicatorTopic.GROUPS, LAW).byVillage());
  }

  @Override
  public List<String> parts(String indicator) {
    return List.of("SECURITY", "SOCIAL_SECURITY");
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, Role.COMMUNITY_OFFICER, Role.CHAIR);
  }
}
