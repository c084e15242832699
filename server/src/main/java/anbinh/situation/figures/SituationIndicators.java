package anbinh.situation.figures;

import anbinh.areas.unit.Areas;
import anbinh.identity.session.Access;
import anbinh.platform.SiteClock;
import anbinh.platform.indicator.CountedIndicators;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.officer.SituationAccess;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of situations, by commune and never by village. Violence in families and
/// children are one part with the kind "other", so that they are told singly nowhere. Merged ones
/// count once, withdrawn ones among the received.
@Component
class SituationIndicators extends CountedIndicators {
  private static final String LAW = "Luật 30/2023/QH15, Điều 7; Thông tư 28/2020/TT-BCA";

  private static final CountedRows ROWS =
      new CountedRows(
          """
          select case when s.acknowledged_at
                <= greatest(s.waiting_since, coalesce(s.raised_at, s.waiting_since))
                  + t.acknowledge_minutes * interval '1 minute'
              then array['SITUATIONS_RECEIVED', 'SITUATIONS_IN_TIME']
              else array['SITUATIONS_RECEIVED'] end as indicators,
            s.id, s.id as object_id, s.code, cast(null as text) as name, s.commune_id as area_id,
            case when s.guarded then 'OTHER' else s.kind end as part,
            cast(s.received_at at time zone :zone as date) as day, 1 as count
          from situation.situation s
          left join situation.term t on t.kind = s.kind and t.urgent = s.urgent
            and t.valid_from <= cast(s.received_at at time zone :zone as date)
            and (t.valid_to is null
              or t.valid_to >= cast(s.received_at at time zone :zone as date))
          where s.received_at >= :start and s.received_at < :end and s.merged_into is null
          union all
          select case outcome
              when 'NOT_FOUNDED' then array['SITUATIONS_DECIDED', 'SITUATIONS_NOT_FOUNDED']
              else array['SITUATIONS_DECIDED', 'SITUATIONS_FOUNDED'] end,
            id, id, code, null, commune_id, null,
            cast(decided_at at time zone :zone as date), 1
          from situation.situation
          where decided_at >= :start and decided_at < :end and merged_into is null
            and outcome <> 'RETRACTED'
          """,
          "");

  private final SituationOfficers officers;
  private final SituationAccess desk;
  private final Areas areas;
  private final Access access;
  private final SituationKinds kinds;
  private final SiteClock clock;

  SituationIndicators(
      SqlClient database,
      SituationOfficers officers,
      SituationAccess desk,
      Areas areas,
      Access access,
      SituationKinds kinds,
      SiteClock clock) {
    super(database, ROWS);
    this.kinds = kinds;
    this.clock = clock;
    this.officers = officers;
    this.desk = desk;
    this.areas = areas;
    this.access = access;
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
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return areas.find(areaId).filter(area -> area.kind().isCommune()).isPresent()
        && officers.isResponsible(access.person(), areaId);
  }

  @Override
  public List<String> parts(String indicator) {
    return kinds.list(clock.today()).stream()
        .filter(each -> !each.guarded())
        .map(SituationKind::code)
        .toList();
  }

  /// As the desk's list: those in which the reader has a part or is named.
  @Override
  public Set<UUID> withheld(Collection<IndicatorRecord> situations) {
    return desk.havingPart(situations.stream().map(IndicatorRecord::id).toList(), access.person());
  }
}
