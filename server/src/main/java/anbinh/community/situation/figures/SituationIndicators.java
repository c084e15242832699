package anbinh.community.situation.figures;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of situations, by commune and never by village. Violence in families and
/// children are one part with the kind "other", so that they are told singly nowhere. Merged ones
/// count once, withdrawn ones among the received.
@Component
class SituationIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 7; Thông tư 28/2020/TT-BCA";

  private final JdbcClient database;

  SituationIndicators(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        definition("SITUATIONS_RECEIVED").parted(),
        definition("SITUATIONS_IN_TIME").partOf("SITUATIONS_RECEIVED"),
        IndicatorDefinition.share(
            "SITUATIONS_IN_TIME_SHARE",
            IndicatorTopic.SITUATIONS,
            "SITUATIONS_IN_TIME",
            "SITUATIONS_RECEIVED",
            LAW),
        definition("SITUATIONS_DECIDED"),
        definition("SITUATIONS_FOUNDED").partOf("SITUATIONS_DECIDED"),
        definition("SITUATIONS_NOT_FOUNDED").partOf("SITUATIONS_DECIDED"));
  }

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.SITUATIONS, LAW).hidingSmall();
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with received as (
                  select s.commune_id, case when s.guarded then 'OTHER' else s.kind end as part,
                    date_trunc('month', s.received_at at time zone :zone)::date as month,
                    count(*) as received,
                    count(*) filter (where s.acknowledged_at
                      <= greatest(s.waiting_since, coalesce(s.raised_at, s.waiting_since))
                        + t.acknowledge_minutes * interval '1 minute') as in_time
                  from community.situation s
                  left join community.situation_term t on t.kind = s.kind and t.urgent = s.urgent
                    and t.valid_from <= cast(s.received_at at time zone :zone as date)
                    and (t.valid_to is null
                      or t.valid_to >= cast(s.received_at at time zone :zone as date))
                  where s.received_at >= :start and s.received_at < :end and s.merged_into is null
                    and (cast(:areas as uuid[]) is null or s.commune_id = any (:areas))
                  group by 1, 2, 3
                ), decided as (
                  select commune_id, date_trunc('month', decided_at at time zone :zone)::date as month,
                    count(*) as decided, count(*) filter (where outcome = 'NOT_FOUNDED') as not_founded
                  from community.situation
                  where decided_at >= :start and decided_at < :end and merged_into is null
                    and outcome <> 'RETRACTED'
                    and (cast(:areas as uuid[]) is null or commune_id = any (:areas))
                  group by 1, 2)
                select 'SITUATIONS_RECEIVED' as indicator, commune_id as area_id, part, month,
                  received as count from received
                union all
                select 'SITUATIONS_IN_TIME', commune_id, null, month, sum(in_time) from received
                group by 2, 4
                union all
                select 'SITUATIONS_DECIDED', commune_id, null, month, decided from decided
                union all
                select 'SITUATIONS_NOT_FOUNDED', commune_id, null, month, not_founded from decided
                union all
                select 'SITUATIONS_FOUNDED', commune_id, null, month, decided - not_founded from decided
                """))
        .query(IndicatorCount::event)
        .list();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return List.of();
  }
}
