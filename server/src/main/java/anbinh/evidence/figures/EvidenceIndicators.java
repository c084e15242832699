package anbinh.evidence.figures;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of requests and extractions, each on the day of its own step.
@Component
class EvidenceIndicators implements IndicatorSource {
  private static final String LAW = "Luật 91/2025/QH15, Điều 32; báo cáo năm của Công an tỉnh";

  private final JdbcClient database;

  EvidenceIndicators(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        definition("EXTRACTIONS"),
        definition("REQUESTS_MADE"),
        definition("REQUESTS_DECIDED"),
        definition("REQUESTS_APPROVED").partOf("REQUESTS_DECIDED"),
        definition("REQUESTS_REFUSED").partOf("REQUESTS_DECIDED"),
        definition("EXTRACTIONS_JUDGED"),
        definition("EXTRACTIONS_USEFUL").partOf("EXTRACTIONS_JUDGED"),
        IndicatorDefinition.share(
            "EXTRACTIONS_USEFUL_SHARE",
            IndicatorTopic.FOOTAGE,
            "EXTRACTIONS_USEFUL",
            "EXTRACTIONS_JUDGED",
            LAW));
  }

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.FOOTAGE, LAW).hidingSmall();
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with step as (
                  select area_id, requested_at as at, array['REQUESTS_MADE'] as indicators
                  from evidence.request where requested_at >= :start and requested_at < :end
                  union all
                  select area_id, decided_at, array['REQUESTS_DECIDED',
                    case decision when 'REFUSE' then 'REQUESTS_REFUSED' else 'REQUESTS_APPROVED' end]
                  from evidence.request where decided_at >= :start and decided_at < :end
                  union all
                  select area_id, outcome_at, case when useful
                    then array['EXTRACTIONS_JUDGED', 'EXTRACTIONS_USEFUL']
                    else array['EXTRACTIONS_JUDGED'] end
                  from evidence.request where outcome_at >= :start and outcome_at < :end
                  union all
                  select r.area_id, e.sealed_at, array['EXTRACTIONS']
                  from evidence.extraction e join evidence.request r on r.id = e.request_id
                  where e.sealed_at >= :start and e.sealed_at < :end)
                select indicator, area_id, cast(null as text) as part,
                  date_trunc('month', at at time zone :zone)::date as month, count(*) as count
                from step, unnest(indicators) as indicator
                where (cast(:areas as uuid[]) is null or area_id = any (:areas))
                group by 1, 2, 4
                """))
        .query(IndicatorCount::event)
        .list();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return List.of();
  }
}
