package anbinh.community.situation.figures;

import anbinh.areas.Areas;
import anbinh.community.situation.SituationFigures;
import anbinh.community.situation.SituationFigures.Counts;
import anbinh.community.situation.SituationFigures.OfKind;
import anbinh.community.situation.desk.SituationOfficers;
import anbinh.identity.Access;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.FieldProblem;
import anbinh.platform.Figure;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/situations/figures`: exact for the officers of the commune, who see the single ones; for
/// all others whole quarters without small figures, and by village without what is guarded.
@RestController
class SituationFiguresController {
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.ANALYST, Role.AUDITOR
  };

  private final SituationFigures figures;
  private final SituationOfficers officers;
  private final Areas areas;
  private final Access access;
  private final InstantSource clock;
  private final Site site;

  SituationFiguresController(
      SituationFigures figures,
      SituationOfficers officers,
      Areas areas,
      Access access,
      InstantSource clock,
      Site site) {
    this.figures = figures;
    this.officers = officers;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
    this.site = site;
  }

  /// Over what the lines are summed.
  enum SituationFigureLevel {
    VILLAGE,
    COMMUNE
  }

  record SituationCounts(
      Figure received,
      Figure late,
      Figure changed,
      Figure withdrawn,
      Figure notFounded,
      Figure open) {
    static SituationCounts of(Counts counts, boolean exact) {
      return new SituationCounts(
          Figure.of(counts.received(), exact),
          Figure.of(counts.late(), exact),
          Figure.of(counts.changed(), exact),
          Figure.of(counts.withdrawn(), exact),
          Figure.of(counts.notFounded(), exact),
          Figure.of(counts.open(), exact));
    }
  }

  /// @param areaId the commune's where the reporter did not know the village
  record SituationFigureLine(UUID areaId, String areaName, SituationCounts counts) {}

  record SituationKindLine(String kind, SituationCounts counts) {}

  /// @param month its first day
  record SituationMonthLine(LocalDate month, SituationCounts counts) {}

  /// @param exact whether nothing is hidden
  /// @param withGuarded whether violence in families and children are counted in
  record SituationFiguresView(
      LocalDate from,
      LocalDate to,
      boolean exact,
      boolean withGuarded,
      SituationCounts total,
      List<SituationFigureLine> lines,
      List<SituationKindLine> kinds,
      List<SituationMonthLine> months) {
    SituationFiguresView {
      lines = List.copyOf(lines);
      kinds = List.copyOf(kinds);
      months = List.copyOf(months);
    }
  }

  @GetMapping("/api/situations/figures")
  SituationFiguresView figures(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "VILLAGE") SituationFigureLevel level) {
    Person reader = access.require(READERS);
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    if (last.isBefore(first)) {
      throw Problem.invalid("to", "after-from");
    }
    boolean exact = seesSingleOnes(reader);
    if (!exact) {
      checkQuarters(first, last, today);
    }
    boolean withGuarded = exact || level == SituationFigureLevel.COMMUNE;
    AreaScope scope = access.scope(reader, READERS);
    List<OfKind> found =
        figures
            .list(
                first,
                last,
                scope,
                level != SituationFigureLevel.COMMUNE,
                exact ? reader.id() : null)
            .stream()
            .filter(each -> withGuarded || !each.guarded())
            .toList();
    Counts total = found.stream().map(OfKind::counts).reduce(Counts.NONE, Counts::plus);
    return new SituationFiguresView(
        first,
        last,
        exact,
        withGuarded,
        SituationCounts.of(total, exact),
        areaLines(found, level, exact),
        sums(found, OfKind::kind).entrySet().stream()
            .map(each ->
                new SituationKindLine(each.getKey(), SituationCounts.of(each.getValue(), exact)))
            .toList(),
        months(found, exact));
  }

  /// Whoever has the desk of all communes in their area.
  private boolean seesSingleOnes(Person reader) {
    return reader.has(Role.COMMUNITY_OFFICER)
        && !reader.has(Role.AUDITOR)
        && officers.desk(reader).upper().isEmpty();
  }

  private List<SituationFigureLine> areaLines(
      List<OfKind> found, SituationFigureLevel level, boolean exact) {
    Map<UUID, Counts> sums =
        sums(
            found,
            each -> {
              UUID village = each.villageId();
              return level == SituationFigureLevel.COMMUNE || village == null
                  ? each.communeId()
                  : village;
            });
    Map<UUID, String> names = areas.names(sums.keySet());
    return sums.entrySet().stream()
        .map(each ->
            new SituationFigureLine(
                each.getKey(),
                names.getOrDefault(each.getKey(), ""),
                SituationCounts.of(each.getValue(), exact)))
        .sorted(Comparator.comparing(SituationFigureLine::areaName))
        .toList();
  }

  /// Single months only for who sees single ones: three of them would give a quarter away.
  private static List<SituationMonthLine> months(List<OfKind> found, boolean exact) {
    if (!exact) {
      return List.of();
    }
    Map<YearMonth, Counts> sums = sums(found, OfKind::month);
    return sums.entrySet().stream()
        .map(each ->
            new SituationMonthLine(
                each.getKey().atDay(1), SituationCounts.of(each.getValue(), true)))
        .toList();
  }

  private static <K extends Comparable<K>> Map<K, Counts> sums(
      List<OfKind> found, Function<OfKind, K> key) {
    Map<K, Counts> sums = new TreeMap<>();
    found.forEach(each -> sums.merge(key.apply(each), each.counts(), Counts::plus));
    return sums;
  }

  /// By figures of two times that differ by a day, a day's single ones would be known.
  private static void checkQuarters(LocalDate first, LocalDate last, LocalDate today) {
    var problems = new ArrayList<FieldProblem>();
    if (!isQuarterStart(first)) {
      problems.add(new FieldProblem("from", "quarter-start"));
    }
    if (!last.equals(today) && !isQuarterStart(last.plusDays(1))) {
      problems.add(new FieldProblem("to", "quarter-end"));
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
  }

  private static boolean isQuarterStart(LocalDate day) {
    return day.getDayOfMonth() == 1 && day.getMonth() == day.getMonth().firstMonthOfQuarter();
  }
}
