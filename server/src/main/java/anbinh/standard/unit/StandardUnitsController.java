package anbinh.standard.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaProblem;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import anbinh.standard.CommuneStanding;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardException;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.Assessment;
import anbinh.standard.assessment.DecisionReason;
import anbinh.standard.assessment.Exemption;
import anbinh.standard.unit.StandardUnits.Unit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/standard/units`, `/communes` and `/exemptions`: which units there are and where they
/// stand. Who analyses sees numbers alone.
@RestController
@RequestMapping("/api/standard")
class StandardUnitsController {
  private static final Role[] READERS = {
    Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR
  };
  private static final Role[] COUNTERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.ANALYST, Role.AUDITOR
  };

  /// Who sees the units of a commune beside its numbers.
  private static final Role[] NAMED = {Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR};

  private final StandardUnits units;
  private final Standings standings;
  private final UnitExemptions exemptions;
  private final Areas areas;
  private final Access access;
  private final AuditLog log;

  StandardUnitsController(
      StandardUnits units,
      Standings standings,
      UnitExemptions exemptions,
      Areas areas,
      Access access,
      AuditLog log) {
    this.units = units;
    this.standings = standings;
    this.exemptions = exemptions;
    this.areas = areas;
    this.access = access;
    this.log = log;
  }

  /// Which units a list has.
  enum Progress {
    NOT_REGISTERED,
    REGISTERED,
    SELF_ASSESSED,
    APPRAISED,
    DECIDED,
    EXEMPT
  }

  /// @param assessmentId null while it is not registered
  /// @param dueOn the last day in time for what comes next
  /// @param daysLeft until then; below zero once it is over
  /// @param exceptions why it was decided to meet the standard where something stood against that
  /// @param mayAssess whether the reader registers and assesses it
  record UnitView(
      UUID areaId,
      String areaCode,
      String areaName,
      UnitKind unitKind,
      @Nullable UUID assessmentId,
      @Nullable String code,
      @Nullable StandardState state,
      @Nullable StandardOutcome outcome,
      Exemption.@Nullable Ground exempt,
      @Nullable UUID exemptionId,
      @Nullable LocalDate dueOn,
      @Nullable Long daysLeft,
      List<StandardException> exceptions,
      boolean mayAssess) {
    UnitView {
      exceptions = List.copyOf(exceptions);
    }
  }

  /// How many of the reader's units are how far.
  ///
  /// @param done that are decided
  /// @param overdue after the last day of what comes next
  /// @param nextDue the next last day; null where nothing is open
  record UnitFigures(
      int year,
      int units,
      int exempt,
      int registered,
      int assessed,
      int appraised,
      int done,
      int met,
      int overdue,
      @Nullable LocalDate nextDue) {}

  /// A commune with what lies in it.
  ///
  /// @param units empty for who analyses
  record CommuneView(
      CommuneStanding standing,
      int percent,
      boolean allRegistered,
      boolean enoughMet,
      List<UnitView> units) {
    CommuneView {
      units = List.copyOf(units);
    }
  }

  record NewExemption(
      @NotNull UUID areaId,
      @NotNull @Min(2000) @Max(2199) Integer year,
      @NotNull Exemption.Ground ground,
      @NotBlank @Size(min = DecisionReason.MIN_LENGTH, max = DecisionReason.MAX_LENGTH)
          String reason) {}

  record StandardWithdrawal(
      @NotBlank @Size(min = DecisionReason.MIN_LENGTH, max = DecisionReason.MAX_LENGTH)
          String reason) {}

  /// By code. Each word of `q` is sought in the unit's code and name.
  @GetMapping("/units")
  Page<UnitView> list(
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable Progress progress,
      @RequestParam(defaultValue = "") String q,
      PageRequest page) {
    Person reader = access.require(READERS);
    String after = page.key(0, text -> text).orElse("");
    SearchTerms sought = SearchTerms.parse(q);
    List<Unit> asked =
        readable(reader, year(year)).stream()
            .filter(unit -> progress == null || progress(unit) == progress)
            .filter(unit -> sought.isIn(unit.area().code() + " " + unit.area().name()))
            .toList();
    List<Unit> found =
        asked.stream().filter(unit -> key(unit).compareTo(after) > 0).limit(page.rows()).toList();
    Page<UnitView> cut =
        Page.of(found, page, unit -> List.of(key(unit)), _ -> asked.size())
            .map(unit -> view(unit, reader));
    log.record(Event.of(StandardEvent.LISTED).by(reader.actor()).fact("count", cut.items().size()));
    return cut;
  }

  @GetMapping("/units/figures")
  UnitFigures figures(@RequestParam(required = false) @Nullable Integer year) {
    Person reader = access.require(READERS);
    int requested = year(year);
    List<Unit> all = readable(reader, requested);
    List<Unit> counting = all.stream().filter(Unit::counts).toList();
    LocalDate today = units.today();
    return new UnitFigures(
        requested,
        counting.size(),
        all.size() - counting.size(),
        count(counting, Unit::registered),
        count(counting, Unit::assessed),
        count(
            counting,
            unit -> progress(unit) == Progress.APPRAISED || progress(unit) == Progress.DECIDED),
        count(counting, Unit::decided),
        count(counting, Unit::met),
        count(counting, unit -> unit.dueOn().filter(today::isAfter).isPresent()),
        counting.stream()
            .flatMap(unit -> unit.dueOn().stream())
            .filter(due -> !due.isBefore(today))
            .min(LocalDate::compareTo)
            .orElse(null));
  }

  @GetMapping("/communes")
  Page<CommuneStanding> communes(@RequestParam(required = false) @Nullable Integer year) {
    Person reader = access.require(COUNTERS);
    AreaScope scope = access.scope(reader, COUNTERS);
    return Page.all(
        standings.list(year(year)).stream()
            .filter(each -> scope.includes(each.communeId()))
            .toList());
  }

  @GetMapping("/communes/{id}")
  CommuneView commune(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer year) {
    access.require(COUNTERS);
    Person reader = access.require(id, COUNTERS);
    List<Unit> all = units.list(year(year));
    Unit commune =
        all.stream()
            .filter(unit -> unit.area().id().equals(id) && unit.kind() == UnitKind.COMMUNE)
            .findFirst()
            .orElseThrow(() -> Problem.of(AreaProblem.NO_SUCH_AREA));
    List<Unit> within = units.byCommune(all).getOrDefault(id, List.of());
    int percent = standings.percent(commune.year());
    CommuneStanding standing = Standings.standing(commune, within, percent);
    return new CommuneView(
        standing,
        percent,
        standing.allRegistered(),
        standing.enoughMet(),
        access.may(reader, id, NAMED)
            ? within.stream().map(unit -> view(unit, reader)).toList()
            : List.of());
  }

  /// States that the circular does not cover a unit in a year.
  @PostMapping("/exemptions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void exempt(@Valid @RequestBody NewExemption requested) {
    access.require(Role.COMMUNITY_OFFICER);
    Person by = access.require(requested.areaId(), Role.COMMUNITY_OFFICER);
    Area area = areas.get(requested.areaId());
    exemptions.state(
        area, requested.year(), requested.ground(), DecisionReason.reason(requested.reason()), by);
  }

  @PostMapping("/exemptions/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(@PathVariable UUID id, @Valid @RequestBody StandardWithdrawal requested) {
    access.require(Role.COMMUNITY_OFFICER);
    Exemption exemption = exemptions.get(id);
    Person by = access.require(exemption.areaId(), Role.COMMUNITY_OFFICER);
    exemptions.withdraw(
        exemption, areas.get(exemption.areaId()), DecisionReason.reason(requested.reason()), by);
  }

  private int year(@Nullable Integer asked) {
    int year = asked == null ? units.today().getYear() : asked;
    if (year < 2000 || year > 2199) {
      throw Problem.invalid("year", "range", 2000, 2199);
    }
    return year;
  }

  private List<Unit> readable(Person reader, int year) {
    return units.list(year, access.scope(reader, READERS));
  }

  private static int count(List<Unit> units, Predicate<Unit> requested) {
    return (int) units.stream().filter(requested).count();
  }

  /// Codes are unique among present units only.
  private static String key(Unit unit) {
    return unit.area().code() + " " + unit.area().id();
  }

  private static Progress progress(Unit unit) {
    Assessment assessment = unit.assessment();
    if (!unit.counts()) {
      return Progress.EXEMPT;
    }
    if (assessment == null) {
      return Progress.NOT_REGISTERED;
    }
    return switch (assessment.state()) {
      case REGISTERED -> Progress.REGISTERED;
      case SELF_ASSESSED -> Progress.SELF_ASSESSED;
      case APPRAISED -> Progress.APPRAISED;
      case DECIDED, CERTIFIED, REVOKED -> Progress.DECIDED;
    };
  }

  private UnitView view(Unit unit, Person reader) {
    Assessment assessment = unit.assessment();
    Exemption exemption = unit.exemption();
    LocalDate due = unit.dueOn().orElse(null);
    return new UnitView(
        unit.area().id(),
        unit.area().code(),
        unit.area().name(),
        unit.kind(),
        assessment == null ? null : assessment.id(),
        assessment == null ? null : assessment.code(),
        assessment == null ? null : assessment.state(),
        assessment == null ? null : assessment.outcome(),
        exemption == null ? null : exemption.ground(),
        exemption == null ? null : exemption.id(),
        due,
        due == null ? null : units.today().until(due, ChronoUnit.DAYS),
        unit.exceptions(),
        unit.present() && access.may(reader, unit.area().id(), unit.kind().assessor()));
  }
}
