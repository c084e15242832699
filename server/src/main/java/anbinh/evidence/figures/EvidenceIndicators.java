package anbinh.evidence.figures;

import anbinh.identity.Person;
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

/// What reports tell of requests and extractions, each on the day of its own step.
@Component
class EvidenceIndicators extends CountedIndicators {
  private static final String LAW = "Luật 91/2025/QH15, Điều 32; báo cáo năm của Công an tỉnh";

  /// A package is opened by its request, under whose identifier it stands.
  private static final CountedRows ROWS =
      new CountedRows(
          """
          select array['REQUESTS_MADE'] as indicators, id, id as object_id, code,
            cast(null as text) as name, area_id, cast(null as text) as part,
            cast(requested_at at time zone :zone as date) as day, 1 as count
          from evidence.request where requested_at >= :start and requested_at < :end
          union all
          select array['REQUESTS_DECIDED',
              case decision when 'REFUSE' then 'REQUESTS_REFUSED' else 'REQUESTS_APPROVED' end],
            id, id, code, null, area_id, null, cast(decided_at at time zone :zone as date), 1
          from evidence.request where decided_at >= :start and decided_at < :end
          union all
          select case when useful then array['EXTRACTIONS_JUDGED', 'EXTRACTIONS_USEFUL']
              else array['EXTRACTIONS_JUDGED'] end,
            id, id, code, null, area_id, null, cast(outcome_at at time zone :zone as date), 1
          from evidence.request where outcome_at >= :start and outcome_at < :end
          union all
          select array['EXTRACTIONS'], r.id, r.id, e.code, null, r.area_id, null,
            cast(e.sealed_at at time zone :zone as date), 1
          from evidence.extraction e join evidence.request r on r.id = e.request_id
          where e.sealed_at >= :start and e.sealed_at < :end
          """,
          "");

  private final Access access;

  EvidenceIndicators(SqlClient database, Access access) {
    super(database, ROWS);
    this.access = access;
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

  /// Who sees the requests of all, as their list has them: who only sees their own would open fewer
  /// than the number says.
  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    Person person = access.person();
    return access.may(person, areaId, Role.APPROVER, Role.AUDITOR);
  }
}
