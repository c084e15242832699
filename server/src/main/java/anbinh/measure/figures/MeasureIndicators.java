package anbinh.measure.figures;

import anbinh.platform.SiteClock;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What reports tell of legal measures: how many, by commune, and neither of whom nor of what kind.
/// How many are in force is not among it: reports tell nobody of a small state, at any size, since
/// what came and what went would give it away.
@Component
class MeasureIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 11";

  private final SqlClient database;
  private final SiteClock clock;

  MeasureIndicators(SqlClient database, SiteClock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.events("MEASURES_BEGUN", IndicatorTopic.MEASURES, LAW).hidingSmall(),
        IndicatorDefinition.events("MEASURES_ENDED", IndicatorTopic.MEASURES, LAW).hidingSmall(),
        IndicatorDefinition.events("MEASURES_OPENED", IndicatorTopic.MEASURES, LAW).hidingSmall());
  }

  @Override
  public Set<String> schemas() {
    return Set.of("measure");
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return database.list(
        IndicatorCount::event,
        """
        with happened as (
          select 'MEASURES_BEGUN' as indicator, commune_id, from_on as day, 1 as times
          from measure.measure
          where confirmed_at is not null and from_on >= :from and from_on < :before
            and from_on <= :today
          union all
          select 'MEASURES_ENDED', commune_id, until_on + 1, 1
          from measure.measure
          where confirmed_at is not null and until_on + 1 >= :from
            and until_on + 1 < :before
            and until_on < :today
          union all
          select 'MEASURES_OPENED', commune_id,
            cast(answered_at at time zone :zone as date), 1
          from measure.opening
          where signed and answered_at >= :start and answered_at < :end
          union all
          select indicator, commune_id, month, times
          from measure.monthly_count, lateral (values ('MEASURES_BEGUN', begun),
            ('MEASURES_ENDED', ended), ('MEASURES_OPENED', opened)) left_over (indicator, times)
          where times > 0 and month >= :from and month < :before)
        select indicator, commune_id as area_id, cast(null as text) as part,
          date_trunc('month', day)::date as month, sum(times) as count
        from happened
        where cast(:areas as uuid[]) is null or commune_id = any (:areas)
        group by 1, 2, 4
        """,
        span.values().and("today", clock.today()));
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return List.of();
  }
}
