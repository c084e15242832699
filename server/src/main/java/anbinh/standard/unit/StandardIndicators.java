package anbinh.standard.unit;

import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorQuery;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.platform.sql.SqlClient;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.Assessment;
import anbinh.standard.unit.StandardUnits.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What reports tell of the yearly standard: which units of the year of a day were registered by
/// that day, and recognised and not revoked, by the days of the papers; without a paper by the day
/// on which it was done. Which units there are is as the year's list has them.
@Component
class StandardIndicators implements IndicatorSource {
  private static final String LAW = "Thông tư 124/2021/TT-BCA, Điều 5.4; Thông tư 48/2025/TT-BCA";

  private final StandardUnits units;
  private final SqlClient database;
  private final Access access;

  StandardIndicators(StandardUnits units, SqlClient database, Access access) {
    this.units = units;
    this.database = database;
    this.access = access;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("STANDARD_UNITS", IndicatorTopic.STANDARD, LAW),
        IndicatorDefinition.state("STANDARD_REGISTERED", IndicatorTopic.STANDARD, LAW),
        IndicatorDefinition.share(
            "STANDARD_REGISTERED_SHARE",
            IndicatorTopic.STANDARD,
            "STANDARD_REGISTERED",
            "STANDARD_UNITS",
            LAW),
        IndicatorDefinition.state("STANDARD_MET", IndicatorTopic.STANDARD, LAW),
        IndicatorDefinition.share(
            "STANDARD_MET_SHARE", IndicatorTopic.STANDARD, "STANDARD_MET", "STANDARD_UNITS", LAW),
        IndicatorDefinition.state("STANDARD_COMMUNES_MET", IndicatorTopic.STANDARD, LAW));
  }

  @Override
  public Set<String> schemas() {
    return Set.of("standard");
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return List.of();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    record Cell(String indicator, UUID area) {}
    Map<Cell, Long> counts = new HashMap<>();
    for (Row row : rows(span)) {
      row.indicators().forEach(each -> counts.merge(new Cell(each, row.commune()), 1L, Long::sum));
    }
    return counts.entrySet().stream()
        .map(each ->
            new IndicatorCount(
                each.getKey().indicator(), each.getKey().area(), null, null, each.getValue()))
        .toList();
  }

  @Override
  public boolean opens(IndicatorDefinition indicator, UUID areaId) {
    return access.may(access.person(), areaId, Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR);
  }

  @Override
  public List<IndicatorRecord> records(IndicatorQuery query) {
    IndicatorRecord.Cursor after = query.after();
    return rows(query.span()).stream()
        .filter(row -> row.indicators().contains(query.indicator().code()))
        .map(Row::record)
        .filter(each -> after == null || comesAfter(each, after))
        .sorted(IndicatorRecord.ORDER)
        .limit(query.rows())
        .toList();
  }

  private static boolean comesAfter(IndicatorRecord record, IndicatorRecord.Cursor after) {
    int byDay = record.day().compareTo(after.day());
    return byDay < 0 || (byDay == 0 && record.id().toString().compareTo(after.id().toString()) < 0);
  }

  /// One unit and what it counts for.
  private record Row(Set<String> indicators, UUID commune, Unit unit, LocalDate day) {
    IndicatorRecord record() {
      Assessment assessment = unit.assessment();
      return new IndicatorRecord(
          unit.area().id(),
          assessment == null ? null : assessment.id(),
          assessment == null ? unit.area().code() : assessment.code(),
          unit.area().name(),
          unit.area().id(),
          day,
          1);
    }
  }

  /// When what was done with one dossier.
  private record Days(
      @Nullable LocalDate registered, @Nullable LocalDate met, @Nullable LocalDate revoked) {
    private static final Days NONE = new Days(null, null, null);

    boolean registeredBy(LocalDate day) {
      return registered != null && !registered.isAfter(day);
    }

    boolean metOn(LocalDate day) {
      return met != null && !met.isAfter(day) && (revoked == null || revoked.isAfter(day));
    }
  }

  private List<Row> rows(IndicatorSpan span) {
    LocalDate day = span.before().minusDays(1);
    Collection<UUID> areas = span.areas();
    List<Unit> all = units.list(day.getYear());
    Map<UUID, List<Unit>> within = units.byCommune(all);
    Map<UUID, Days> days = days(span, day.getYear());
    List<Row> rows = new ArrayList<>();
    for (Unit commune : all) {
      UUID id = commune.area().id();
      if (commune.kind() == UnitKind.COMMUNE && (areas == null || areas.contains(id))) {
        Days own = days.getOrDefault(dossier(commune), Days.NONE);
        if (own.metOn(day)) {
          rows.add(row(Set.of("STANDARD_COMMUNES_MET"), id, commune, own, day));
        }
        within.getOrDefault(id, List.of()).stream()
            .filter(Unit::counts)
            .map(unit -> row(id, unit, days.getOrDefault(dossier(unit), Days.NONE), day))
            .forEach(rows::add);
      }
    }
    return rows;
  }

  private static UUID dossier(Unit unit) {
    Assessment assessment = unit.assessment();
    return assessment == null ? unit.area().id() : assessment.id();
  }

  private static Row row(UUID commune, Unit unit, Days days, LocalDate day) {
    Set<String> indicators = new HashSet<>(Set.of("STANDARD_UNITS"));
    if (days.registeredBy(day)) {
      indicators.add("STANDARD_REGISTERED");
    }
    if (days.metOn(day)) {
      indicators.add("STANDARD_MET");
    }
    return row(indicators, commune, unit, days, day);
  }

  private static Row row(
      Set<String> indicators, UUID commune, Unit unit, Days days, LocalDate day) {
    LocalDate registered = days.registered();
    return new Row(
        indicators,
        commune,
        unit,
        registered == null || registered.isAfter(day) ? day : registered);
  }

  private record AssessmentDays(
      UUID assessmentId,
      @Nullable LocalDate registered,
      @Nullable LocalDate met,
      @Nullable LocalDate revoked) {}

  private Map<UUID, Days> days(IndicatorSpan span, int year) {
    Map<UUID, Days> found = new HashMap<>();
    database
        .list(
            AssessmentDays.class,
            """
            select assessment_id, min(day) filter (where kind = 'REGISTERED') as registered,
              min(day) filter (where kind = 'DECIDED' and outcome = 'MET') as met,
              min(day) filter (where kind = 'REVOKED') as revoked
            from (
              select s.assessment_id, s.kind, s.outcome,
                coalesce(s.on_day, cast(s.at at time zone :zone as date)) as day
              from standard.step s
              join standard.assessment a on a.id = s.assessment_id
              where a.year = :year) done
            group by assessment_id
            """,
            span.values().and("year", year))
        .forEach(each ->
            found.put(
                each.assessmentId(), new Days(each.registered(), each.met(), each.revoked())));
    return found;
  }
}
