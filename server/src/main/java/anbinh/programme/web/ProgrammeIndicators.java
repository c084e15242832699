package anbinh.programme.web;

import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.indicator.CountedRows;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorQuery;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of programmes, in the commune that keeps each: those that run at the end of a
/// day by their kind; launched and copied ones on the day of launching, assessed ones on the day on
/// which the assessment of the commune that keeps it was confirmed.
@Component
class ProgrammeIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 8; Thông tư 124/2021/TT-BCA, Điều 5";

  private static final CountedRows ROWS =
      new CountedRows(
          """
          select case when parent_id is null then array['PROGRAMMES_LAUNCHED']
              else array['PROGRAMMES_LAUNCHED', 'PROGRAMMES_COPIED'] end as indicators,
            id, id as object_id, code, name, commune_id as area_id, cast(null as text) as part,
            launched_on as day, 1 as count
          from programme.programme where launched_on >= :from and launched_on < :before
          union all
          select array['PROGRAMMES_ASSESSED'], a.id, p.id, p.code, p.name, p.commune_id, null,
            cast(a.decided_at at time zone :zone as date), 1
          from programme.assessment a join programme.programme p on p.id = a.programme_id
          where a.state = 'CONFIRMED' and a.commune_id is null
            and a.decided_at >= :start and a.decided_at < :end
          union all
          select array['PROGRAMME_ACTIVITIES'], a.id, p.id, p.code, p.name, p.commune_id, null,
            a.on_day, 1
          from programme.activity a join programme.programme p on p.id = a.programme_id
          where a.on_day >= :from and a.on_day < :before
            and not exists (select from programme.activity later
              where later.id = a.id and later.version > a.version)
          """,
          """
          select array['PROGRAMMES'] as indicators, p.id, p.id as object_id, p.code, p.name,
            p.commune_id as area_id, cast(p.kind_id as text) as part, p.launched_on as day,
            1 as count
          from programme.programme p
          where p.launched_on < :before and (p.ended_on is null or p.ended_on >= :before)
            and not %s
          """
              .formatted(ProgrammeStanding.RESTS.replace(":day", "cast(:before as date) - 1")));

  private final SqlClient database;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final Access access;

  ProgrammeIndicators(SqlClient database, ProgrammeKinds kinds, KindTexts texts, Access access) {
    this.database = database;
    this.access = access;
    this.kinds = kinds;
    this.texts = texts;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("PROGRAMMES", IndicatorTopic.PROGRAMMES, LAW).parted(),
        IndicatorDefinition.events("PROGRAMMES_LAUNCHED", IndicatorTopic.PROGRAMMES, LAW),
        IndicatorDefinition.events("PROGRAMMES_COPIED", IndicatorTopic.PROGRAMMES, LAW),
        IndicatorDefinition.events("PROGRAMMES_ASSESSED", IndicatorTopic.PROGRAMMES, LAW),
        IndicatorDefinition.events("PROGRAMME_ACTIVITIES", IndicatorTopic.PROGRAMMES, LAW));
  }

  @Override
  public Set<String> schemas() {
    return ROWS.schemas();
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return ROWS.events(database, span, definitions());
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return ROWS.states(database, span, definitions());
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(
        access.person(), areaId, Role.COMMUNITY_OFFICER, Role.CHAIR, Role.PARTNER, Role.AUDITOR);
  }

  @Override
  public List<IndicatorRecord> records(IndicatorQuery query) {
    return ROWS.records(database, query);
  }

  @Override
  public Map<String, String> partNames(String indicator, Locale language) {
    List<UUID> used =
        database.list(UUID.class, "select distinct kind_id from programme.programme order by 1");
    Map<String, String> names = new LinkedHashMap<>();
    kinds
        .find(used)
        .values()
        .forEach(kind -> names.put(kind.id().toString(), texts.text(kind, language).name()));
    return names;
  }
}
