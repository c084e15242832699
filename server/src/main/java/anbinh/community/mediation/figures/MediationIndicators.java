package anbinh.community.mediation.figures;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of mediations, by commune and never by village, so that what is guarded counts
/// in unseen. Without agreement are those that were stopped, too.
@Component
class MediationIndicators implements IndicatorSource {
  private static final String LAW = "Luật 35/2013/QH13, Điều 15, 29; Nghị định 15/2014/NĐ-CP";

  private final JdbcClient database;

  MediationIndicators(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        definition("MEDIATIONS_RECEIVED"),
        definition("MEDIATIONS_ENDED"),
        definition("MEDIATIONS_AGREED").partOf("MEDIATIONS_ENDED"),
        definition("MEDIATIONS_NOT_AGREED").partOf("MEDIATIONS_ENDED"),
        IndicatorDefinition.share(
            "MEDIATION_SUCCESS_SHARE",
            IndicatorTopic.MEDIATION,
            "MEDIATIONS_AGREED",
            "MEDIATIONS_ENDED",
            LAW),
        definition("MEDIATIONS_PASSED_ON"),
        IndicatorDefinition.state("MEDIATIONS_PENDING", IndicatorTopic.MEDIATION, LAW)
            .hidingSmall());
  }

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.MEDIATION, LAW).hidingSmall();
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with happened as (
                  select village_id, received_on as day, array['MEDIATIONS_RECEIVED'] as indicators
                  from community.mediation where received_on >= :from and received_on < :before
                  union all
                  select village_id, cast(ended_at at time zone :zone as date), case outcome
                    when 'AGREED' then array['MEDIATIONS_ENDED', 'MEDIATIONS_AGREED']
                    when 'ESCALATED' then array['MEDIATIONS_PASSED_ON']
                    else array['MEDIATIONS_ENDED', 'MEDIATIONS_NOT_AGREED'] end
                  from community.mediation where ended_at >= :start and ended_at < :end
                  union all
                  select village_id, cast(closed_at at time zone :zone as date),
                    array['MEDIATIONS_PASSED_ON']
                  from community.mediation
                  where state = 'REFERRED' and ended_at is null
                    and closed_at >= :start and closed_at < :end)
                select indicator, village_id as area_id, cast(null as text) as part,
                  date_trunc('month', day)::date as month, count(*) as count
                from happened, unnest(indicators) as indicator
                where cast(:areas as uuid[]) is null or village_id = any (:areas)
                group by 1, 2, 4
                """))
        .query(IndicatorCount::event)
        .list();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                select 'MEDIATIONS_PENDING' as indicator, village_id as area_id,
                  cast(null as text) as part, count(*) as count
                from community.mediation
                where received_on < :before and (ended_at is null or ended_at >= :end)
                  and (state <> 'REFERRED' or closed_at >= :end)
                  and (cast(:areas as uuid[]) is null or village_id = any (:areas))
                group by 2
                """))
        .query(IndicatorCount::state)
        .list();
  }
}
