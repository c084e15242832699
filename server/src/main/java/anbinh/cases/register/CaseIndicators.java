package anbinh.cases.register;

import anbinh.cases.CaseTypes;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of cases: opened on the day of opening, the others on the day of closing.
@Component
class CaseIndicators implements IndicatorSource {
  private static final String LAW = "Báo cáo năm của Công an tỉnh";

  private final JdbcClient database;
  private final CaseTypes types;

  CaseIndicators(JdbcClient database, CaseTypes types) {
    this.database = database;
    this.types = types;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        definition("CASES_OPENED").parted(),
        definition("CASES_CLOSED"),
        definition("CASES_CLARIFIED").partOf("CASES_CLOSED").parted(),
        definition("CASES_CLARIFIED_BY_FOOTAGE").partOf("CASES_CLARIFIED").parted(),
        IndicatorDefinition.share(
            "CASES_CLARIFIED_SHARE", IndicatorTopic.CASES, "CASES_CLARIFIED", "CASES_CLOSED", LAW));
  }

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.CASES, LAW).hidingSmall();
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with ended as (
                  select area_id, type, date_trunc('month', closed_at at time zone :zone)::date as month,
                    count(*) as closed, count(*) filter (where clarified) as clarified,
                    count(*) filter (where clarified and cardinality(clarified_by) > 0) as by_footage
                  from cases.case_file
                  where closed_at >= :start and closed_at < :end
                    and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                  group by 1, 2, 3)
                select 'CASES_OPENED' as indicator, area_id, type as part,
                  date_trunc('month', opened_at at time zone :zone)::date as month, count(*) as count
                from cases.case_file
                where opened_at >= :start and opened_at < :end
                  and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                group by 2, 3, 4
                union all
                select 'CASES_CLOSED', area_id, null, month, sum(closed) from ended group by 2, 4
                union all
                select 'CASES_CLARIFIED', area_id, type, month, clarified from ended where clarified > 0
                union all
                select 'CASES_CLARIFIED_BY_FOOTAGE', area_id, type, month, by_footage from ended
                where by_footage > 0
                """))
        .query(IndicatorCount::event)
        .list();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return List.of();
  }

  @Override
  public Map<String, String> partNames(String indicator, Locale language) {
    Map<String, String> names = new LinkedHashMap<>();
    types.list().forEach(type -> names.put(type.code(), type.names().in(language.getLanguage())));
    return names;
  }
}
