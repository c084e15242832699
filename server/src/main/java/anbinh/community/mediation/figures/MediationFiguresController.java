package anbinh.community.mediation.figures;

import anbinh.areas.Area;
import anbinh.areas.Areas;
import anbinh.community.mediation.MediationFigures;
import anbinh.community.mediation.MediationFigures.Counts;
import anbinh.community.mediation.MediationFigures.OfVillage;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/mediations/figures`: by village or commune; small ones are hidden from who sees figures
/// only.
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
  private final InstantSource clock;
  private final Site site;

  MediationFiguresController(
      MediationFigures figures, Areas areas, Access access, InstantSource clock, Site site) {
    this.figures = figures;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
    this.site = site;
  }

  /// Over what the lines are summed.
  enum FigureLevel {
    VILLAGE,
    COMMUNE
  }

  /// @param success agreed of those that ended by law, in percent; null where it would say too much
  record MediationCounts(
      Figure received,
      Figure agreed,
      Figure notAgreed,
      Figure stopped,
      Figure escalated,
      Figure referred,
      Figure pending,
      @Nullable Long success) {
    static MediationCounts of(Counts counts, boolean exact) {
      Figure agreed = Figure.of(counts.agreed(), exact);
      return new MediationCounts(
          Figure.of(counts.received(), exact),
          agreed,
          Figure.of(counts.notAgreed(), exact),
          Figure.of(counts.stopped(), exact),
          Figure.of(counts.escalated(), exact),
          Figure.of(counts.referred(), exact),
          Figure.of(counts.pending(), exact),
          exact ? counts.successPercent() : success(agreed, Figure.of(counts.ended(), false)));
    }

    /// Of rounded figures, so that it tells no more than they do.
    private static @Nullable Long success(Figure agreed, Figure ended) {
      Long part = agreed.value();
      Long whole = ended.value();
      return part == null || whole == null
          ? null
          : MediationFigures.percent(Math.min(part, whole), whole);
    }
  }

  record MediationFigureLine(UUID areaId, String areaName, MediationCounts counts) {}

  /// @param exact whether nothing is hidden
  record MediationFiguresView(
      LocalDate from,
      LocalDate to,
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
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    if (last.isBefore(first)) {
      throw Problem.invalid("to", "after-from");
    }
    boolean exact = false;
    for (Role role : SEE_SINGLE_ONES) {
      exact |= reader.has(role);
    }
    if (!exact) {
      checkQuarters(first, last, today);
    }
    Map<UUID, Counts> sums = new HashMap<>();
    Counts total = Counts.NONE;
    Map<UUID, Area> known = level == FigureLevel.COMMUNE ? known() : Map.of();
    AreaScope scope = access.scope(reader, READERS);
    List<OfVillage> counted =
        exact && !countsAll(reader)
            ? figures.listWithoutGuarded(first, last, scope)
            : figures.list(first, last, scope);
    for (OfVillage each : counted) {
      total = total.plus(each.counts());
      sums.merge(sumOf(each.villageId(), known), each.counts(), Counts::plus);
    }
    return new MediationFiguresView(
        first, last, exact, MediationCounts.of(total, exact), lines(sums, exact));
  }

  /// Whose list has all that is referred, be it that they cannot tell what is guarded.
  private static boolean countsAll(Person reader) {
    return reader.has(Role.COMMUNITY_OFFICER)
        || (reader.has(Role.AUDITOR) && !reader.has(Role.MEDIATOR));
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

  private List<MediationFigureLine> lines(Map<UUID, Counts> sums, boolean exact) {
    Map<UUID, String> names = areas.names(sums.keySet());
    var lines = new ArrayList<MediationFigureLine>();
    sums.forEach((area, counts) ->
        lines.add(
            new MediationFigureLine(
                area, names.getOrDefault(area, ""), MediationCounts.of(counts, exact))));
    lines.sort(Comparator.comparing(MediationFigureLine::areaName));
    return lines;
  }

  private Map<UUID, Area> known() {
    Map<UUID, Area> known = new HashMap<>();
    areas.listEver().forEach(each -> known.put(each.id(), each));
    return known;
  }

  /// The commune that a village lies in, by a list of all areas; the village where none is given.
  private static UUID sumOf(UUID village, Map<UUID, Area> known) {
    Area area = known.get(village);
    while (area != null && !area.kind().isCommune()) {
      area = area.parentId() == null ? null : known.get(area.parentId());
    }
    return area == null ? village : area.id();
  }
}
