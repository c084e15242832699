package anbinh.measure.figures;

import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.measure.figures.MeasureFigureTable.OfKind;
import anbinh.measure.figures.MeasureFigureTable.Openings;
import anbinh.measure.kind.MeasureKind;
import anbinh.measure.kind.MeasureRule;
import anbinh.measure.kind.MeasureRule.Minors;
import anbinh.measure.kind.MeasureRuleTable;
import anbinh.platform.Figure;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.figure.ClosedQuarters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/measures/figures`: by commune, quarter and kind. Small ones are hidden from everybody:
/// whoever keeps a measure sees that one, and nobody sees all of a commune.
@RestController
class MeasureFiguresController {
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.ANALYST, Role.AUDITOR
  };

  /// Who watches over the offices is told exactly how often they opened what was sealed.
  private static final Role[] WATCHERS = {Role.ANALYST, Role.AUDITOR};

  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2199;
  private static final int QUARTERS = 4;

  private final MeasureFigureTable table;
  private final MeasureRuleTable rules;
  private final Areas areas;
  private final Access access;
  private final SiteClock clock;
  private final Site site;

  MeasureFiguresController(
      MeasureFigureTable table,
      MeasureRuleTable rules,
      Areas areas,
      Access access,
      SiteClock clock,
      Site site) {
    this.table = table;
    this.rules = rules;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
    this.site = site;
  }

  record MeasureKindCounts(MeasureKind kind, Figure begun, Figure inForce, Figure ended) {}

  /// @param openings how often a sealed one was opened
  record MeasureFigureLine(
      UUID communeId,
      String communeName,
      Figure begun,
      Figure inForce,
      Figure ended,
      Figure openings) {}

  /// @param to the last day; null where the quarter is not over, of which nothing is told
  /// @param nextOn the day from which the quarter that runs is told
  /// @param kinds over all communes, for who reads more than one, without those that only minors
  ///   have: in one commune, or of children, a kind points to somebody
  /// @param lines of communes with five or more of something, or where a sealed one was opened
  record MeasureFiguresView(
      LocalDate from,
      @Nullable LocalDate to,
      LocalDate nextOn,
      Figure begun,
      Figure inForce,
      Figure ended,
      Figure openings,
      List<MeasureKindCounts> kinds,
      List<MeasureFigureLine> lines) {
    MeasureFiguresView {
      kinds = List.copyOf(kinds);
      lines = List.copyOf(lines);
    }
  }

  private record Sum(long begun, long inForce, long ended) {
    static final Sum NONE = new Sum(0, 0, 0);

    Sum plus(Sum other) {
      return new Sum(begun + other.begun, inForce + other.inForce, ended + other.ended);
    }
  }

  /// One that runs changes in the second in which a single measure is confirmed, and what lies
  /// ahead is known of single ones: from when one ends to whom. So nothing is told of it.
  ///
  /// @param quarter 1 to 4, of a year; the last one that is over where neither is said
  @GetMapping("/api/measures/figures")
  MeasureFiguresView figures(
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable Integer quarter) {
    Person reader = access.require(READERS);
    ClosedQuarters span = span(year, quarter);
    boolean watches = Arrays.stream(WATCHERS).anyMatch(reader::has);
    LocalDate last = span.to();
    if (last == null) {
      return new MeasureFiguresView(
          span.from(),
          null,
          span.nextOn(),
          Figure.HIDDEN,
          Figure.HIDDEN,
          Figure.HIDDEN,
          Figure.HIDDEN,
          List.of(),
          List.of());
    }
    LocalDate from = span.from();
    LocalDate before = last.plusDays(1);
    AreaScope scope = access.scope(reader, READERS);
    List<OfKind> counted = table.list(from, before, scope);
    Map<UUID, Long> openings = new HashMap<>();
    for (Openings each : table.openings(from, before, site.zone(), scope)) {
      openings.put(each.communeId(), each.count());
    }
    Map<UUID, Map<MeasureKind, Sum>> communes = new HashMap<>();
    Map<MeasureKind, Sum> all = new EnumMap<>(MeasureKind.class);
    for (OfKind each : counted) {
      var sum = new Sum(each.begun(), each.inForce(), each.ended());
      communes
          .computeIfAbsent(each.communeId(), _ -> new EnumMap<>(MeasureKind.class))
          .merge(each.kind(), sum, Sum::plus);
      all.merge(each.kind(), sum, Sum::plus);
    }
    Sum total = total(all);
    long opened = openings.values().stream().mapToLong(Long::longValue).sum();
    return new MeasureFiguresView(
        from,
        last,
        span.nextOn(),
        Figure.hidden(total.begun()),
        Figure.hidden(total.inForce()),
        Figure.hidden(total.ended()),
        Figure.of(opened, watches),
        readsMore(scope) ? kinds(all) : List.of(),
        lines(communes, openings, watches));
  }

  private ClosedQuarters span(@Nullable Integer year, @Nullable Integer quarter) {
    if (year == null && quarter == null) {
      return ClosedQuarters.last(clock.today());
    }
    if (year == null || quarter == null) {
      throw Problem.invalid(year == null ? "year" : "quarter", "required");
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Problem.invalid("year", "range", FIRST_YEAR, LAST_YEAR);
    }
    if (quarter < 1 || quarter > QUARTERS) {
      throw Problem.invalid("quarter", "range", 1, QUARTERS);
    }
    return ClosedQuarters.quarter(year, quarter, clock.today());
  }

  private List<MeasureFigureLine> lines(
      Map<UUID, Map<MeasureKind, Sum>> communes, Map<UUID, Long> openings, boolean watches) {
    Set<UUID> ids = new HashSet<>(communes.keySet());
    ids.addAll(openings.keySet());
    Map<UUID, String> names = areas.names(ids);
    return ids.stream()
        .map(id -> {
          Map<MeasureKind, Sum> kinds = communes.getOrDefault(id, Map.of());
          Sum sum = total(kinds);
          return new MeasureFigureLine(
              id,
              names.getOrDefault(id, ""),
              Figure.hidden(sum.begun()),
              Figure.hidden(sum.inForce()),
              Figure.hidden(sum.ended()),
              Figure.of(openings.getOrDefault(id, 0L), watches));
        })
        .filter(each ->
            openings.containsKey(each.communeId())
                || tells(each.begun(), each.inForce(), each.ended()))
        .sorted(Comparator.comparing(MeasureFigureLine::communeName))
        .toList();
  }

  private static Sum total(Map<MeasureKind, Sum> kinds) {
    return kinds.values().stream().reduce(Sum.NONE, Sum::plus);
  }

  private static boolean tells(Figure... counts) {
    return Stream.of(counts).anyMatch(each -> each.value() != null);
  }

  private boolean readsMore(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> true;
      case AreaScope.Within within ->
          areas.list().stream()
                  .filter(each -> each.kind().isCommune() && within.areas().contains(each.id()))
                  .count()
              > 1;
    };
  }

  private List<MeasureKindCounts> kinds(Map<MeasureKind, Sum> kinds) {
    Set<MeasureKind> ofMinors =
        rules.list().stream()
            .filter(each -> each.minors() == Minors.ONLY)
            .map(MeasureRule::kind)
            .collect(Collectors.toSet());
    return kinds.entrySet().stream()
        .filter(each -> !ofMinors.contains(each.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(each ->
            new MeasureKindCounts(
                each.getKey(),
                Figure.hidden(each.getValue().begun()),
                Figure.hidden(each.getValue().inForce()),
                Figure.hidden(each.getValue().ended())))
        .filter(each -> tells(each.begun(), each.inForce(), each.ended()))
        .toList();
  }
}
