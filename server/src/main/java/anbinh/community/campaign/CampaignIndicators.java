package anbinh.community.campaign;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of campaigns: begun ones that were approved, on their first day; what was done
/// and how many came, on the day of it.
@Component
class CampaignIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 8";

  private final JdbcClient database;

  CampaignIndicators(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.events("CAMPAIGNS_BEGUN", IndicatorTopic.CAMPAIGNS, LAW),
        IndicatorDefinition.events("CAMPAIGN_ACTIVITIES", IndicatorTopic.CAMPAIGNS, LAW),
        IndicatorDefinition.events("CAMPAIGN_ATTENDED", IndicatorTopic.CAMPAIGNS, LAW));
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with done as (
                  select c.area_id, date_trunc('month', a.on_day)::date as month, count(*) as activities,
                    sum(a.attended) as attended
                  from community.campaign_activity a join community.campaign c on c.id = a.campaign_id
                  where a.on_day >= :from and a.on_day < :before
                    and (cast(:areas as uuid[]) is null or c.area_id = any (:areas))
                  group by 1, 2)
                select 'CAMPAIGNS_BEGUN' as indicator, area_id, cast(null as text) as part,
                  date_trunc('month', from_on)::date as month, count(*) as count
                from community.campaign
                where state not in ('PLANNED', 'REFUSED') and from_on >= :from and from_on < :before
                  and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                group by 2, 4
                union all
                select 'CAMPAIGN_ACTIVITIES', area_id, null, month, activities from done
                union all
                select 'CAMPAIGN_ATTENDED', area_id, null, month, attended from done where attended > 0
                """))
        .query(IndicatorCount::event)
        .list();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return List.of();
  }
}
