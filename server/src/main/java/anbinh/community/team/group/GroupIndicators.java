package anbinh.community.team.group;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of self-managed groups: those there were on a day, from the day of their paper
/// until their end.
@Component
class GroupIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 8";

  private final JdbcClient database;

  GroupIndicators(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("GROUPS", IndicatorTopic.GROUPS, LAW).parted().byVillage(),
        IndicatorDefinition.state("GROUP_HOUSEHOLDS", IndicatorTopic.GROUPS, LAW).byVillage());
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return List.of();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with there as (
                  select village_id, kind, households from community.self_managed_group
                  where paper_on < :before and (ended_on is null or ended_on >= :before)
                    and (cast(:areas as uuid[]) is null or village_id = any (:areas)))
                select 'GROUPS' as indicator, village_id as area_id, kind as part, count(*) as count
                from there group by 2, 3
                union all
                select 'GROUP_HOUSEHOLDS', village_id, null, sum(households) from there group by 2
                """))
        .query(IndicatorCount::state)
        .list();
  }
}
