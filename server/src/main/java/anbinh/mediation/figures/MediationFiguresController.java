package anbinh.mediation.figures;

import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.mediation.figures.MediationFigures.Counts;
import anbinh.mediation.figures.MediationFigures.OfVillage;
import anbinh.platform.Figure;
import anbinh.platform.SiteClock;
import anbinh.platform.figure.ClosedQuarters;
import anbinh.platform.figure.FigureDays;
import anbinh.platform.figure.GuardedColumns;
import anbinh.platform.figure.GuardedTotals;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/mediations/figures`: by village or commune. Who sees figures only gets quarters that are
/// over, without small ones; how many were referred is told of whole communes and never of a
/// village.
@RestController
class MediationFiguresController {
  private static final Role[] SEE_SINGLE_ONES = {
    Role.COMMUNITY_OFFICER, Role.MEDIATOR, Role.VILLAGE_HEAD, Role.AUDITOR
  };
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER,
    Role.MEDIATOR,
    Role.VILLAGE_HEAD,
    Role.AUDITOR,
    Role.CHAIR,
    Role.PARTNER,
    Role.ANALYST
  };

  private final MediationFigures figures;
  private final Areas areas;
  private final Access access;
  private final SiteClock clock;

  MediationFiguresController(
      MediationFigures figures, Areas areas, Access access, SiteClock clock) {
    this.figures = figures;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /// Over what the lines are summed.
  enum FigureLevel {
    VILLAGE,
    COMMUNE
  }

  /// @param referred null of villages
  /// @param pending null of villages to who sees figures only: with what came and what ended it
  ///   would tell what was referred
  /// @param success agreed of those that ended by law, in percent; null where it would say too much
  record MediationCounts(
      Figure received,
      Figure agreed,
      Figure notAgreed,
      Figure stopped,
      Figure escalated,
      @Nullable Figure referred,
      @Nullable Figure pending,
      @Nullable Long success) {
    static MediationCounts exact(Counts counts, boolean referred) {
      return new MediationCounts(
          Figure.of(counts.received(), true),
          Figure.of(counts.agreed(), true),
          Figure.of(counts.notAgreed(), true),
          Figure.of(counts.stopped(), true),
          Figure.of(counts.escalated(), true),
          referred ? Figure.of(counts.referred(), true) : null,
          Figure.of(counts.pending(), true),
          counts.successPercent());
    }

    /// Of what is told, and of nothing else.
    static @Nullable Long success(Figure agreed, Figure notAgreed, Figure stopped) {
      Long part = agreed.value();
      Long other = notAgreed.value();
      Long rest = stopped.value();
      return part == null || other == null || rest == null
          ? null
          : MediationFigures.percent(part, part + other + rest);
    }
  }

  record MediationFigureLine(UUID areaId, String areaName, MediationCounts counts) {}

  /// @param to the last day; null where no quarter that was asked for is over
  /// @param nextOn the day from which the quarter that runs is told; null where days are told
  /// @param exact whether nothing is hidden
  record MediationFiguresView(
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate nextOn,
      boolean exact,
      MediationCounts total,
      List<MediationFigureLine> lines) {
    MediationFiguresView {
      lines = List.copyOf(lines);
    }
  }

  @GetMapping("/api/mediations/figures")
  MediationFiguresView figures(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "VILLAGE") FigureLevel level) {
    Person reader = access.require(READERS);
    LocalDate today = clock.today();
    AreaScope scope = access.scope(reader, READERS);
    if (Arrays.stream(SEE_SINGLE_ONES).anyMatch(reader::has)) {
      boolean referred = level == FigureLevel.COMMUNE && countsReferred(reader);
      return exact(FigureDays.of(from, to, today), level, scope, referred);
    }
    return hidden(ClosedQuarters.of(from, to, today), level, scope);
  }

  /// Whose list has all that is referred, be it that they cannot tell what is guarded.
  private static boolean countsReferred(Person reader) {
    return reader.has(Role.COMMUNITY_OFFICER)
        || (reader.has(Role.AUDITOR) && !reader.has(Role.MEDIATOR));
  }

  private MediationFiguresView exact(
      FigureDays days, FigureLevel level, AreaScope scope, boolean referred) {
    Map<UUID, Counts> sums = new HashMap<>();
    Counts total = Counts.NONE;
    for (OfPlace each : places(days.from(), days.to(), scope)) {
      total = total.plus(each.counts());
      sums.merge(
          level == FigureLevel.COMMUNE ? each.communeId() : each.villageId(),
          each.counts(),
          Counts::plus);
    }
    if (!referred) {
      // A village of which nothing else is told has no line: that would tell of a referral.
      sums.values().removeIf(each -> each.withoutReferred().equals(Counts.NONE));
    }
    Map<UUID, MediationCounts> lines = new HashMap<>();
    sums.forEach((area, counts) -> lines.put(area, MediationCounts.exact(counts, referred)));
    return new MediationFiguresView(
        days.from(), days.to(), null, true, MediationCounts.exact(total, referred), lines(lines));
  }

  /// A village as it lay in a commune then.
  private record OfPlace(UUID villageId, UUID communeId, Counts counts) {}

  private List<OfPlace> places(LocalDate first, LocalDate last, AreaScope scope) {
    List<OfVillage> counted = figures.list(first, last, scope);
    Map<UUID, UUID> communes =
        areas.communesOf(
            counted.stream()
                .filter(each -> each.communeId() == null)
                .map(OfVillage::villageId)
                .distinct()
                .toList());
    return counted.stream()
        .map(each ->
            new OfPlace(
                each.villageId(),
                Objects.requireNonNullElseGet(
                    each.communeId(),
                    () -> communes.getOrDefault(each.villageId(), each.villageId())),
                each.counts()))
        .toList();
  }

  /// What is counted of a quarter.
  private enum Column {
    RECEIVED,
    AGREED,
    NOT_AGREED,
    STOPPED,
    ESCALATED,
    REFERRED,
    PENDING;

    long of(Counts counts) {
      return switch (this) {
        case RECEIVED -> counts.received();
        case AGREED -> counts.agreed();
        case NOT_AGREED -> counts.notAgreed();
        case STOPPED -> counts.stopped();
        case ESCALATED -> counts.escalated();
        case REFERRED -> counts.referred();
        case PENDING -> counts.pending();
      };
    }

    boolean ofVillages() {
      return this != REFERRED && this != PENDING;
    }
  }

  private MediationFiguresView hidden(ClosedQuarters span, FigureLevel level, AreaScope scope) {
    Map<UUID, Integer> sizes = areas.countVillages(scope::includes);
    List<List<OfPlace>> quarters =
        span.each().stream().map(each -> places(each.from(), each.to(), scope)).toList();
    var columns =
        GuardedColumns.of(
            Column.class,
            quarters,
            (each, column) ->
                new GuardedTotals.OfPlace(
                    each.villageId(), each.communeId(), column.of(each.counts())),
            sizes,
            Column::ofVillages);
    boolean villages = level == FigureLevel.VILLAGE;
    Map<UUID, MediationCounts> lines = new HashMap<>();
    quarters.stream()
        .flatMap(List::stream)
        .map(each -> villages ? each.villageId() : each.communeId())
        .filter(area -> villages || scope.includes(area))
        .distinct()
        .forEach(area ->
            lines.put(
                area,
                counts(
                    columns, villages, each -> villages ? each.place(area) : each.commune(area))));
    lines.values().removeIf(each -> !tells(each));
    return new MediationFiguresView(
        span.from(),
        span.to(),
        span.nextOn(),
        false,
        counts(columns, villages, GuardedTotals::total),
        lines(lines));
  }

  private static MediationCounts counts(
      GuardedColumns<Column> columns, boolean villages, Function<GuardedTotals, Figure> part) {
    Figure agreed = columns.over(Column.AGREED, part);
    Figure notAgreed = columns.over(Column.NOT_AGREED, part);
    Figure stopped = columns.over(Column.STOPPED, part);
    return new MediationCounts(
        columns.over(Column.RECEIVED, part),
        agreed,
        notAgreed,
        stopped,
        columns.over(Column.ESCALATED, part),
        villages ? null : columns.over(Column.REFERRED, part),
        villages ? null : columns.last(Column.PENDING, part),
        MediationCounts.success(agreed, notAgreed, stopped));
  }

  /// An area of which nothing is told has no line, which would tell that there was something.
  private static boolean tells(MediationCounts counts) {
    return Stream.of(
            counts.received(),
            counts.agreed(),
            counts.notAgreed(),
            counts.stopped(),
            counts.escalated(),
            counts.referred(),
            counts.pending())
        .anyMatch(each -> each != null && each.value() != null);
  }

  private List<MediationFigureLine> lines(Map<UUID, MediationCounts> counts) {
    Map<UUID, String> names = areas.names(counts.keySet());
    return counts.entrySet().stream()
        .map(each ->
            new MediationFigureLine(
                each.getKey(), names.getOrDefault(each.getKey(), ""), each.getValue()))
        .sorted(Comparator.comparing(MediationFigureLine::areaName))
        .toList();
  }
}
