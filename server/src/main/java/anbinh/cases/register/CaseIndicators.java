package anbinh.cases.register;

import anbinh.cases.type.CaseTypes;
import anbinh.identity.session.Access;
import anbinh.platform.indicator.CountedIndicators;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of cases: opened on the day of opening, the others on the day of closing.
@Component
class CaseIndicators extends CountedIndicators {
  private static final String LAW = "Báo cáo năm của Công an tỉnh";

  private static final CountedRows ROWS =
      new CountedRows(
          """
          select array['CASES_OPENED'] as indicators, id, id as object_id, code,
            cast(null as text) as name, area_id, type as part,
            cast(opened_at at time zone :zone as date) as day, 1 as count
          from cases.case_file where opened_at >= :start and opened_at < :end
          union all
          select case when clarified and cardinality(clarified_by) > 0
              then array['CASES_CLOSED', 'CASES_CLARIFIED', 'CASES_CLARIFIED_BY_FOOTAGE']
              when clarified then array['CASES_CLOSED', 'CASES_CLARIFIED']
              else array['CASES_CLOSED'] end,
            id, id, code, null, area_id, type, cast(closed_at at time zone :zone as date), 1
          from cases.case_file where closed_at >= :start and closed_at < :end
          """,
          "");

  private final CaseTypes types;
  private final Access access;

  CaseIndicators(SqlClient database, CaseTypes types, Access access) {
    super(database, ROWS);
    this.access = access;
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
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, CasesController.READERS);
  }

  @Override
  public Map<String, String> partNames(String indicator, Locale language) {
    Map<String, String> names = new LinkedHashMap<>();
    types.list().forEach(type -> names.put(type.code(), type.names().in(language.getLanguage())));
    return names;
  }
}
