package anbinh.situation.figures;

import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Figure;
import anbinh.platform.SiteClock;
import anbinh.platform.figure.ClosedQuarters;
import anbinh.platform.figure.FigureDays;
import anbinh.platform.figure.GuardedColumns;
import anbinh.platform.figure.GuardedTotals;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.figures.SituationFigures.Counts;
import anbinh.situation.figures.SituationFigures.OfKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/situations/figures`: exact for the officers of the commune, who see the single ones; for
/// all others quarters that are over, without small figures, in which what is guarded counts in
/// unseen.
@RestController
class SituationFiguresController {
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.ANALYST, Role.AUDITOR
  };

  private static final String OTHER = "OTHER";

  private final SituationFigures figures;
  private final SituationOfficers officers;
  private final Areas areas;
  private final Access access;
  private final SiteClock clock;

  SituationFiguresController(
      SituationFigures figures,
      SituationOfficers officers,
      Areas areas,
      Access access,
      SiteClock clock) {
    this.figures = figures;
    this.officers = officers;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /// Over what the lines are summed.
  enum SituationFigureLevel {
    VILLAGE,
    COMMUNE
  }

  /// What is counted.
  enum Column {
    RECEIVED,
    LATE,
    CHANGED,
    WITHDRAWN,
    NOT_FOUNDED,
    OPEN;

    long of(Counts counts) {
      return switch (this) {
        case RECEIVED -> counts.received();
        case LATE -> counts.late();
        case CHANGED -> counts.changed();
        case WITHDRAWN -> counts.withdrawn();
        case NOT_FOUNDED -> counts.notFounded();
        case OPEN -> counts.open();
      };
    }
  }

  record SituationCounts(
      Figure received,
      Figure late,
      Figure changed,
      Figure withdrawn,
      Figure notFounded,
      Figure open) {
    static SituationCounts exact(Counts counts) {
      return of(column -> Figure.of(column.of(counts), true));
    }

    static SituationCounts of(Function<Column, Figure> figure) {
      return new SituationCounts(
          figure.apply(Column.RECEIVED),
          figure.apply(Column.LATE),
          figure.apply(Column.CHANGED),
          figure.apply(Column.WITHDRAWN),
          figure.apply(Column.NOT_FOUNDED),
          figure.apply(Column.OPEN));
    }

    /// An area of which nothing is told has no line, which would tell that there was something.
    boolean tells() {
      return Stream.of(received, late, changed, withdrawn, notFounded, open)
          .anyMatch(each -> each.value() != null);
    }
  }

  /// @param areaId the commune's where the reporter did not know the village
  record SituationFigureLine(UUID areaId, String areaName, SituationCounts counts) {}

  record SituationKindLine(String kind, SituationCounts counts) {}

  /// @param month its first day
  record SituationMonthLine(LocalDate month, SituationCounts counts) {}

  /// @param to the last day; null where no quarter that was asked for is over
  /// @param nextOn the day from which the quarter that runs is told; null where days are told
  /// @param exact whether nothing is hidden
  record SituationFiguresView(
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate nextOn,
      boolean exact,
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
    LocalDate today = clock.today();
    AreaScope scope = access.scope(reader, READERS);
    if (!seesSingleOnes(reader)) {
      return hidden(ClosedQuarters.of(from, to, today), level, scope);
    }
    FigureDays days = FigureDays.of(from, to, today);
    boolean villages = level == SituationFigureLevel.VILLAGE;
    List<OfKind> found = figures.list(days.from(), days.to(), scope, villages, reader.id());
    return new SituationFiguresView(
        days.from(),
        days.to(),
        null,
        true,
        SituationCounts.exact(found.stream().map(OfKind::counts).reduce(Counts.NONE, Counts::plus)),
        lines(exact(sums(found, each -> villages ? place(each) : each.communeId()))),
        exact(sums(found, OfKind::kind)).entrySet().stream()
            .map(each -> new SituationKindLine(each.getKey(), each.getValue()))
            .toList(),
        exact(sums(found, OfKind::month)).entrySet().stream()
            .map(each -> new SituationMonthLine(each.getKey().atDay(1), each.getValue()))
            .toList());
  }

  private static UUID place(OfKind of) {
    UUID village = of.villageId();
    return village == null ? of.communeId() : village;
  }

  /// Whoever has the desk of all communes in their area.
  private boolean seesSingleOnes(Person reader) {
    return reader.has(Role.COMMUNITY_OFFICER)
        && !reader.has(Role.AUDITOR)
        && officers.desk(reader).upper().isEmpty();
  }

  /// Kinds are told over several communes only, and violence in families and children with the kind
  /// "other", as in reports; months are not told, of which three would give a quarter away.
  private SituationFiguresView hidden(
      ClosedQuarters span, SituationFigureLevel level, AreaScope scope) {
    boolean villages = level == SituationFigureLevel.VILLAGE;
    Map<UUID, Integer> sizes = new HashMap<>();
    // One more for what was reported without a village.
    areas.countVillages(scope::includes).forEach((commune, size) -> sizes.put(commune, size + 1));
    List<List<OfKind>> quarters =
        span.each().stream().map(each -> figures.list(each.from(), each.to(), scope)).toList();
    var columns =
        GuardedColumns.of(
            Column.class,
            quarters,
            (each, column) ->
                new GuardedTotals.OfPlace(place(each), each.communeId(), column.of(each.counts())),
            sizes,
            _ -> true);
    Map<UUID, SituationCounts> told = new HashMap<>();
    quarters.stream()
        .flatMap(List::stream)
        .map(each -> villages ? place(each) : each.communeId())
        .filter(scope::includes)
        .distinct()
        .forEach(area ->
            told.put(
                area, told(columns, each -> villages ? each.place(area) : each.commune(area))));
    told.values().removeIf(each -> !each.tells());
    return new SituationFiguresView(
        span.from(),
        span.to(),
        span.nextOn(),
        false,
        told(columns, GuardedTotals::total),
        lines(told),
        sizes.size() > 1 ? kinds(quarters) : List.of(),
        List.of());
  }

  private static SituationCounts told(
      GuardedColumns<Column> columns, Function<GuardedTotals, Figure> part) {
    return SituationCounts.of(column -> columns.over(column, part));
  }

  private static List<SituationKindLine> kinds(List<List<OfKind>> quarters) {
    List<Map<String, Counts>> sums =
        quarters.stream()
            .map(quarter -> sums(quarter, each -> each.guarded() ? OTHER : each.kind()))
            .toList();
    return sums.stream()
        .flatMap(each -> each.keySet().stream())
        .distinct()
        .sorted()
        .map(kind ->
            new SituationKindLine(
                kind,
                SituationCounts.of(column ->
                    GuardedTotals.over(
                        sums.stream()
                            .map(quarter ->
                                Figure.hidden(column.of(quarter.getOrDefault(kind, Counts.NONE))))
                            .toList()))))
        .filter(each -> each.counts().tells())
        .toList();
  }

  private List<SituationFigureLine> lines(Map<UUID, SituationCounts> counts) {
    Map<UUID, String> names = areas.names(counts.keySet());
    return counts.entrySet().stream()
        .map(each ->
            new SituationFigureLine(
                each.getKey(), names.getOrDefault(each.getKey(), ""), each.getValue()))
        .sorted(Comparator.comparing(SituationFigureLine::areaName))
        .toList();
  }

  private static <K> Map<K, SituationCounts> exact(Map<K, Counts> sums) {
    Map<K, SituationCounts> counts = new TreeMap<>();
    sums.forEach((key, sum) -> counts.put(key, SituationCounts.exact(sum)));
    return counts;
  }

  private static <K> Map<K, Counts> sums(List<OfKind> found, Function<OfKind, K> key) {
    Map<K, Counts> sums = new TreeMap<>();
    found.forEach(each -> sums.merge(key.apply(each), each.counts(), Counts::plus));
    return sums;
  }
}
