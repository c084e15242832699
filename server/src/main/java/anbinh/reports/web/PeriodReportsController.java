package anbinh.reports.web;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Languages;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.reports.ReportProblem;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import anbinh.reports.period.Report;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.Report.Step;
import anbinh.reports.period.Report.Version;
import anbinh.reports.period.ReportBook;
import anbinh.reports.period.ReportBook.Beside;
import anbinh.reports.period.ReportBook.Place;
import anbinh.reports.period.ReportForms.NewPeriodReport;
import anbinh.reports.period.ReportForms.ReportDecision;
import anbinh.reports.period.ReportForms.ReportLock;
import anbinh.reports.period.ReportForms.ReportReopening;
import anbinh.reports.period.ReportSteps;
import anbinh.reports.web.PeriodReportView.ReportAction;
import anbinh.reports.web.PeriodReportView.ReportFigure;
import anbinh.reports.web.PeriodReportView.ReportStepView;
import anbinh.reports.web.PeriodReportView.ReportVersionView;
import anbinh.reports.web.ReportReaders.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/// `/api/reports`: reports of periods. The commune's officer submits, its chair approves, the level
/// above accepts, locks and reopens; whoever reads the figures of a unit reads its reports.
@RestController
@RequestMapping("/api/reports")
class PeriodReportsController {
  private static final int PERIODS_BACK = 4;
  private static final Role[] ABOVE = {Role.COMMUNITY_OFFICER, Role.CHAIR};

  private final ReportSteps steps;
  private final ReportBook book;
  private final ReportReaders readers;
  private final FigureResponseMapper views;
  private final Figures figures;
  private final Catalogue catalogue;
  private final People people;
  private final Access access;

  PeriodReportsController(
      ReportSteps steps,
      ReportBook book,
      ReportReaders readers,
      FigureResponseMapper views,
      Figures figures,
      Catalogue catalogue,
      People people,
      Access access) {
    this.steps = steps;
    this.book = book;
    this.readers = readers;
    this.views = views;
    this.figures = figures;
    this.catalogue = catalogue;
    this.people = people;
    this.access = access;
  }

  /// @param due the last day on which it is in time; of what was reopened, counted from that day
  /// @param late awaited after that day
  /// @param state null while nobody began one
  /// @param at when what counts was handed in; null where nothing does
  /// @param handedInLate whether any of what was handed in came late
  record ReportPlace(
      UUID areaId,
      String areaCode,
      String areaName,
      String period,
      LocalDate due,
      boolean late,
      @Nullable UUID reportId,
      @Nullable State state,
      @Nullable Instant at,
      boolean handedInLate,
      int reminders,
      @Nullable LocalDate remindedOn) {
    static ReportPlace of(Place place) {
      Report report = place.report();
      return new ReportPlace(
          place.unit().id(),
          place.unit().code(),
          place.unit().name(),
          place.period().toString(),
          place.due(),
          place.late(),
          report == null ? null : report.id(),
          report == null ? null : report.state(),
          place.at(),
          place.handedInLate(),
          place.reminders(),
          place.remindedOn());
    }
  }

  /// Where the report of one period stands in each commune of a unit.
  @GetMapping
  Page<ReportPlace> list(
      @RequestParam String period, @RequestParam(required = false) @Nullable UUID area) {
    Reader reader = readers.require(area);
    return Page.all(
        book.places(reader.area().id(), views.period(period)).stream()
            .map(ReportPlace::of)
            .toList());
  }

  /// The last periods that a report of a unit is due of, newest first.
  @GetMapping("/periods")
  Page<ReportPlace> periods(@RequestParam(required = false) @Nullable UUID area) {
    Reader reader = readers.require(area);
    return Page.all(
        book.placesOf(reader.area(), PERIODS_BACK).stream().map(ReportPlace::of).toList());
  }

  /// @param version the last one unless said
  @GetMapping("/{id}")
  PeriodReportView get(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable @Min(1) Integer version,
      HttpServletRequest request) {
    access.require(ReportReaders.READERS);
    Report report = book.get(id);
    Person reader = access.require(report.areaId(), ReportReaders.READERS);
    return view(report, version, reader, Languages.of(request));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PeriodReportView submit(
      @Valid @RequestBody NewPeriodReport requested, HttpServletRequest request) {
    access.require(Role.COMMUNITY_OFFICER);
    Person by = access.require(requested.areaId(), Role.COMMUNITY_OFFICER);
    return view(steps.submit(requested, by), null, by, Languages.of(request));
  }

  /// By the chair of the unit itself.
  @PostMapping("/{id}/decision")
  PeriodReportView decide(
      @PathVariable UUID id,
      @Valid @RequestBody ReportDecision requested,
      HttpServletRequest request) {
    Person by = require(id, Role.CHAIR);
    return view(steps.decide(id, requested, by), null, by, Languages.of(request));
  }

  /// By the level above.
  @PostMapping("/{id}/acceptance")
  PeriodReportView accept(
      @PathVariable UUID id,
      @Valid @RequestBody ReportDecision requested,
      HttpServletRequest request) {
    Person by = require(id, ABOVE);
    return view(steps.accept(id, requested, by), null, by, Languages.of(request));
  }

  @PostMapping("/{id}/lock")
  PeriodReportView lock(
      @PathVariable UUID id, @Valid @RequestBody ReportLock requested, HttpServletRequest request) {
    Person by = require(id, ABOVE);
    return view(steps.lock(id, requested.version(), by), null, by, Languages.of(request));
  }

  @PostMapping("/{id}/reopening")
  PeriodReportView reopen(
      @PathVariable UUID id,
      @Valid @RequestBody ReportReopening requested,
      HttpServletRequest request) {
    Person by = require(id, ABOVE);
    return view(steps.reopen(id, requested, by), null, by, Languages.of(request));
  }

  private Person require(UUID id, Role... roles) {
    access.require(roles);
    return access.require(book.get(id).areaId(), roles);
  }

  private PeriodReportView view(
      Report report, @Nullable Integer requested, Person reader, Locale language) {
    List<Version> versions = book.versions(report);
    Version last = versions.isEmpty() ? null : versions.getLast();
    Version shown =
        requested == null
            ? last
            : versions.stream()
                .filter(each -> each.version() == requested)
                .findFirst()
                .orElseThrow(() -> Problem.of(ReportProblem.NO_SUCH_REPORT));
    Area unit = figures.unit(report.areaId());
    boolean exact = figures.seesSingleOnes(reader, unit);
    List<Step> done = book.steps(report);
    Map<UUID, String> names = names(versions, done);
    return new PeriodReportView(
        report.id(),
        report.code(),
        unit.id(),
        unit.name(),
        report.period().toString(),
        book.due(report),
        report.state(),
        shown == null ? 0 : shown.version(),
        exact,
        versions.stream().map(each -> version(each, names)).toList(),
        done.stream()
            .map(each ->
                new ReportStepView(
                    each.what(),
                    each.version(),
                    each.reason(),
                    PersonName.of(each.by(), names),
                    each.at(),
                    each.sight()))
            .toList(),
        shown == null ? List.of() : figures(report, shown, unit, exact, language),
        book.actions(report, last, reader).stream().map(ReportAction::valueOf).toList());
  }

  private List<ReportFigure> figures(
      Report report, Version version, Area unit, boolean exact, Locale language) {
    Map<String, String> notes = book.notes(report, version.version());
    Map<String, Catalogue.PartNames> parts = new HashMap<>();
    return book.beside(version, unit, report.period(), exact).stream()
        .map(each ->
            figure(
                each,
                notes,
                parts.computeIfAbsent(
                    each.indicator().code(), _ -> catalogue.partNames(each.indicator(), language)),
                language))
        .toList();
  }

  private ReportFigure figure(
      Beside each, Map<String, String> notes, Catalogue.PartNames parts, Locale language) {
    String part = each.part();
    return new ReportFigure(
        each.indicator().code(),
        each.indicator().topic(),
        each.indicator().kind(),
        catalogue.name(each.indicator(), language),
        part,
        part == null ? null : parts.of(part),
        each.frozen(),
        each.present(),
        each.differs(),
        part == null ? notes.get(each.indicator().code()) : null);
  }

  private Map<UUID, String> names(List<Version> versions, List<Step> done) {
    Set<UUID> ids = new HashSet<>(Ids.of(done, Step::by));
    ids.addAll(
        Ids.of(
            versions,
            Version::submittedBy,
            Version::approvedBy,
            Version::acceptedBy,
            Version::lockedBy));
    return people.displayNames(ids);
  }

  private static ReportVersionView version(Version of, Map<UUID, String> names) {
    return new ReportVersionView(
        of.version(),
        of.sha256(),
        of.countedAt(),
        PersonName.of(of.submittedBy(), names),
        name(of.approvedBy(), names),
        of.approvedAt(),
        name(of.acceptedBy(), names),
        of.acceptedAt(),
        name(of.lockedBy(), names),
        of.lockedAt());
  }

  private static @Nullable PersonName name(@Nullable UUID id, Map<UUID, String> names) {
    return id == null ? null : PersonName.of(id, names);
  }
}
