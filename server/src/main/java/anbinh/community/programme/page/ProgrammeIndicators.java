package anbinh.community.programme.page;

import anbinh.community.programme.kind.KindTexts;
import anbinh.community.programme.kind.ProgrammeKinds;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reports tell of programmes, in the commune that keeps each: those that run at the end of a
/// day by their kind; launched and copied ones on the day of launching, assessed ones on the day on
/// which the assessment of the commune that keeps it was confirmed.
@Component
class ProgrammeIndicators implements IndicatorSource {
  private static final String LAW = "Luật 30/2023/QH15, Điều 8; Thông tư 124/2021/TT-BCA, Điều 5";

  private final JdbcClient database;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;

  ProgrammeIndicators(JdbcClient database, ProgrammeKinds kinds, KindTexts texts) {
    this.database = database;
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
  public List<IndicatorCount> events(IndicatorSpan span) {
    return span.bind(
            database.sql(
                """
                with happened as (
                  select id as programme_id, launched_on as day, case when parent_id is null
                    then array['PROGRAMMES_LAUNCHED']
                    else array['PROGRAMMES_LAUNCHED', 'PROGRAMMES_COPIED'] end as indicators
                  from community.programme where launched_on >= :from and launched_on < :before
                  union all
                  select programme_id, cast(decided_at at time zone :zone as date),
                    array['PROGRAMMES_ASSESSED']
                  from community.programme_assessment
                  where state = 'CONFIRMED' and commune_id is null
                    and decided_at >= :start and decided_at < :end
                  union all
                  select a.programme_id, a.on_day, array['PROGRAMME_ACTIVITIES']
                  from community.programme_activity a
                  where a.on_day >= :from and a.on_day < :before
                    and not exists (select from community.programme_activity later
                      where later.id = a.id and later.version > a.version))
                select indicator, p.commune_id as area_id, cast(null as text) as part,
                  date_trunc('month', day)::date as month, count(*) as count
                from happened join community.programme p on p.id = programme_id,
                  unnest(indicators) as indicator
                where cast(:areas as uuid[]) is null or p.commune_id = any (:areas)
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
                select 'PROGRAMMES' as indicator, p.commune_id as area_id, cast(k.id as text) as part,
                  count(*) as count
                from community.programme p join community.programme_kind k on k.id = p.kind_id
                where p.launched_on < :before and (p.ended_on is null or p.ended_on >= :before)
                  and coalesce((
                    select a.kind from community.programme_act a
                    where a.programme_id = p.id and a.outcome = 'ACCEPTED'
                      and a.kind in ('REST', 'RESUME')
                      and a.decided_at < cast(:before as date)::timestamp at time zone :zone
                    order by a.decided_at desc limit 1), 'RESUME') <> 'REST'
                  and (cast(:areas as uuid[]) is null or p.commune_id = any (:areas))
                group by 2, 3
                """))
        .query(IndicatorCount::state)
        .list();
  }

  @Override
  public Map<String, String> partNames(String indicator, Locale language) {
    List<UUID> used =
        database
            .sql("select distinct kind_id from community.programme order by 1")
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    Map<String, String> names = new LinkedHashMap<>();
    kinds
        .find(used)
        .values()
        .forEach(kind -> names.put(kind.id().toString(), texts.text(kind, language).name()));
    return names;
  }
}
