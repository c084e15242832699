package anbinh.campaign;

import anbinh.identity.session.Access;
import anbinh.platform.indicator.CountedIndicators;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of campaigns: begun ones that were approved, on their first day; what was done
/// and how many came, on the day of it.
@Component
class CampaignIndicators extends CountedIndicators {
  private static final String LAW = "Luật 30/2023/QH15, Điều 8";

  private static final CountedRows ROWS =
      new CountedRows(
          """
          select array['CAMPAIGNS_BEGUN'] as indicators, id, id as object_id, code, title as name,
            area_id, cast(null as text) as part, from_on as day, 1 as count
          from campaign.campaign
          where state not in ('PLANNED', 'REFUSED') and from_on >= :from and from_on < :before
          union all
          select array['CAMPAIGN_ACTIVITIES'], a.id, c.id, c.code, c.title, c.area_id, null,
            a.on_day, 1
          from campaign.activity a join campaign.campaign c on c.id = a.campaign_id
          where a.on_day >= :from and a.on_day < :before and a.withdrawn_at is null
          union all
          select array['CAMPAIGN_ATTENDED'], a.id, c.id, c.code, c.title, c.area_id, null,
            a.on_day, a.attended
          from campaign.activity a join campaign.campaign c on c.id = a.campaign_id
          where a.on_day >= :from and a.on_day < :before and a.withdrawn_at is null
          """,
          "");

  private final Access access;

  CampaignIndicators(SqlClient database, Access access) {
    super(database, ROWS);
    this.access = access;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.events("CAMPAIGNS_BEGUN", IndicatorTopic.CAMPAIGNS, LAW),
        IndicatorDefinition.events("CAMPAIGN_ACTIVITIES", IndicatorTopic.CAMPAIGNS, LAW),
        IndicatorDefinition.events("CAMPAIGN_ATTENDED", IndicatorTopic.CAMPAIGNS, LAW));
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, CampaignsController.READERS);
  }
}
