package anbinh.reports.period;

import anbinh.areas.Area;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.sql.ShortCodes;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportProblem;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.figure.ShownFigure.Seen;
import anbinh.reports.period.Report.Action;
import anbinh.reports.period.Report.Sight;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.Report.Step;
import anbinh.reports.period.Report.Version;
import anbinh.reports.period.ReportForms.NewPeriodReport;
import anbinh.reports.period.ReportForms.ReportDecision;
import anbinh.reports.period.ReportForms.ReportNote;
import anbinh.reports.period.ReportForms.ReportReopening;
import anbinh.reports.period.ReportForms.ReportVerdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes reports from step to step, each by another person; roles are the caller's to check, levels
/// and four eyes are checked here. Whatever changes a report holds its row. Safe for many threads.
@Component
public class ReportSteps {
  private static final String CODE_PREFIX = "BC";

  private final ReportTable table;
  private final Figures figures;
  private final Catalogue catalogue;
  private final ReportCalendar calendar;
  private final TransactionTemplate transaction;
  private final People people;
  private final Access access;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  ReportSteps(
      ReportTable table,
      Figures figures,
      Catalogue catalogue,
      ReportCalendar calendar,
      TransactionTemplate transaction,
      People people,
      Access access,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.figures = figures;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.transaction = transaction;
    this.people = people;
    this.access = access;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  Report get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(ReportProblem.NO_SUCH_REPORT));
  }

  /// Whether somebody works at the level of the unit itself.
  boolean isOwnLevel(Person person, UUID unit) {
    return unit.equals(person.areaId()) || (person.areaId() == null && figures.isTop(unit));
  }

  /// Whether somebody works above the unit; at the top, where nobody is above, at its own level.
  boolean isAbove(Person person, UUID unit) {
    return !unit.equals(person.areaId()) || figures.isTop(unit);
  }

  /// Counts and freezes the figures of a period that is over. They are counted before the report is
  /// held, in a transaction of their own, so that all of them are of one moment.
  public Report submit(NewPeriodReport requested, Person by) {
    ReportPeriod period = ReportPeriod.parse(requested.period());
    Area unit = unit(requested.areaId());
    if (!isOwnLevel(by, unit.id())) {
      throw access.refuse(ReportProblem.NOT_YOUR_LEVEL, "area", unit.id());
    }
    List<ReportNote> notes = requested.notes() == null ? List.of() : requested.notes();
    check(period, notes);
    table.find(unit.id(), period).ifPresent(ReportSteps::requireAwaited);
    Map<String, String> words = new HashMap<>();
    notes.forEach(each -> words.put(each.indicator(), each.words().strip()));
    Instant now = clock.now();
    String frozen =
        FrozenFigures.write(unit.code(), period, now, figures.freeze(unit, period), words);
    return Objects.requireNonNull(
        transaction.execute(_ -> submit(unit, period, frozen, words, now, by)));
  }

  private Report submit(
      Area unit,
      ReportPeriod period,
      String frozen,
      Map<String, String> words,
      Instant now,
      Person by) {
    Report report = lockForUpdate(unit, period);
    requireAwaited(report);
    int number = report.version() + 1;
    String sha256 = FrozenFigures.sha256(frozen);
    var version =
        new Version(
            number,
            frozen,
            sha256,
            now,
            calendar.due(period, report),
            by.id(),
            null,
            null,
            null,
            null,
            null,
            null);
    table.insert(report.id(), version);
    words.forEach((indicator, said) -> table.insertNote(report.id(), number, indicator, said));
    Report submitted =
        step(
            report,
            State.SUBMITTED,
            new Step(
                Action.SUBMITTED, number, null, by.id(), now, sight(unit, period, version, by)));
    log.record(event(ReportEvent.SUBMITTED, submitted, by).fact("sha256", sha256));
    return submitted;
  }

  private static void requireAwaited(Report report) {
    if (report.state() == State.LOCKED) {
      throw Problem.of(ReportProblem.REPORT_LOCKED, report.code());
    }
    if (!report.state().awaited()) {
      throw Problem.of(ReportProblem.REPORT_STATE, report.code());
    }
  }

  /// What of the frozen figures somebody is shown: not all where one is hidden or told in tens. It
  /// follows from what they are shown and not from the figures, since all who read the report read
  /// it: it would tell a hidden 0 apart from a hidden 4.
  private Sight sight(Area unit, ReportPeriod period, Version version, Person by) {
    boolean exact = figures.seesSingleOnes(by, unit);
    List<IndicatorDefinition> hidden =
        FrozenFigures.read(version.figures()).stream()
            .filter(each -> each.part() == null && each.value() != null)
            .flatMap(each -> catalogue.find(each.indicator()).stream())
            .filter(each -> figures.hides(each, exact))
            .toList();
    if (hidden.isEmpty()) {
      return Sight.ALL;
    }
    if (!figures.isPresent(unit)) {
      return Sight.ROUNDED;
    }
    Reading shown = figures.read(unit, period, exact, hidden);
    return hidden.stream().allMatch(each -> shown.value(each).seen() == Seen.YES)
        ? Sight.ALL
        : Sight.ROUNDED;
  }

  private Area unit(UUID id) {
    try {
      return figures.presentUnit(id);
    } catch (Problem wrong) {
      throw Problem.invalid("areaId", "report-area").because(wrong);
    }
  }

  private void check(ReportPeriod period, List<ReportNote> notes) {
    var problems = new FieldProblems();
    if (!period.isOver(figures.today())) {
      problems.reject("period", "report-period-over");
    } else if (!calendar.isTaken(period)) {
      problems.reject("period", "report-period-early");
    }
    Set<String> known =
        catalogue.list(period).stream().map(each -> each.code()).collect(Collectors.toSet());
    Set<String> noted = new HashSet<>();
    for (int i = 0; i < notes.size(); i++) {
      String indicator = notes.get(i).indicator();
      if (!known.contains(indicator)) {
        problems.reject("notes[" + i + "].indicator", "report-indicator");
      } else if (!noted.add(indicator)) {
        problems.reject("notes[" + i + "].indicator", "report-noted");
      }
    }
    problems.requireNone();
  }

  private Report lockForUpdate(Area unit, ReportPeriod period) {
    return table
        .findForUpdate(unit.id(), period)
        .orElseGet(() -> {
          table.insert(
              new Report(
                  ids.next(),
                  codes.nextOfYear(CODE_PREFIX),
                  unit.id(),
                  period,
                  State.OPEN,
                  0,
                  null),
              clock.now());
          return table.findForUpdate(unit.id(), period).orElseThrow();
        });
  }

  /// By another person of the unit itself.
  @Transactional
  public Report decide(UUID id, ReportDecision requested, Person by) {
    Report report = lockForUpdate(id, requested.version(), State.SUBMITTED);
    if (!isOwnLevel(by, report.areaId())) {
      throw access.refuse(ReportProblem.NOT_YOUR_LEVEL, "report", id);
    }
    Version version = version(report);
    refuseOwn(by, report, version.submittedBy());
    return pass(report, requested, State.APPROVED, Action.APPROVED, ReportEvent.APPROVED, by);
  }

  /// By another person of the level above.
  @Transactional
  public Report accept(UUID id, ReportDecision requested, Person by) {
    Report report = lockForUpdate(id, requested.version(), State.APPROVED);
    requireAbove(by, report);
    Version version = version(report);
    refuseOwn(by, report, version.submittedBy(), version.approvedBy());
    return pass(report, requested, State.ACCEPTED, Action.ACCEPTED, ReportEvent.ACCEPTED, by);
  }

  private Report pass(
      Report report,
      ReportDecision requested,
      State next,
      Action action,
      ReportEvent type,
      Person by) {
    Instant now = clock.now();
    String reason = requested.reason() == null ? null : requested.reason().strip();
    Version version = version(report);
    Sight sight = sight(figures.unit(report.areaId()), report.period(), version, by);
    if (requested.outcome() == ReportVerdict.RETURNED) {
      if (reason == null || reason.isEmpty()) {
        throw Problem.invalid("reason", "required");
      }
      Report open =
          step(
              report,
              returned(report),
              new Step(Action.RETURNED, report.version(), reason, by.id(), now, sight));
      log.record(event(ReportEvent.RETURNED, open, by).detail("reason", reason));
      return open;
    }
    table.decided(report.id(), report.version(), action, by.id(), now);
    String said = reason == null || reason.isEmpty() ? null : reason;
    Report passed =
        step(report, next, new Step(action, report.version(), said, by.id(), now, sight));
    log.record(event(type, passed, by).fact("sha256", version.sha256()).fact("sight", sight));
    return passed;
  }

  /// Where a report goes that is returned: what was accepted before still counts.
  private State returned(Report report) {
    return table.versions(report.id()).stream().anyMatch(Version::kept)
        ? State.REOPENED
        : State.OPEN;
  }

  /// From here on nobody changes it but who reopens it.
  @Transactional
  public Report lock(UUID id, int seen, Person by) {
    Report report = lockForUpdate(id, seen, State.ACCEPTED);
    requireAbove(by, report);
    Version version = version(report);
    refuseOwn(by, report, version.submittedBy(), version.approvedBy());
    Instant now = clock.now();
    table.decided(id, report.version(), Action.LOCKED, by.id(), now);
    Sight sight = sight(figures.unit(report.areaId()), report.period(), version, by);
    Report locked =
        step(
            report,
            State.LOCKED,
            new Step(Action.LOCKED, report.version(), null, by.id(), now, sight));
    log.record(event(ReportEvent.LOCKED, locked, by).fact("sha256", version.sha256()));
    return locked;
  }

  /// The version that was accepted or locked stays and counts; the unit submits another one, in
  /// time from this day on.
  @Transactional
  public Report reopen(UUID id, ReportReopening requested, Person by) {
    Report report = lockForUpdate(id, requested.version(), State.ACCEPTED, State.LOCKED);
    requireAbove(by, report);
    Version version = version(report);
    refuseOwn(by, report, version.submittedBy());
    String reason = requested.reason().strip();
    Sight sight = sight(figures.unit(report.areaId()), report.period(), version, by);
    Report open =
        step(
            report.reopened(calendar.today()),
            State.REOPENED,
            new Step(Action.REOPENED, report.version(), reason, by.id(), clock.now(), sight));
    log.record(event(ReportEvent.REOPENED, open, by).detail("reason", reason));
    return open;
  }

  private Report step(Report report, State next, Step step) {
    Report moved = report.at(next, step.version());
    table.set(moved);
    table.insert(report.id(), step);
    return moved;
  }

  private Report lockForUpdate(UUID id, int seen, State... states) {
    Report report =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(ReportProblem.NO_SUCH_REPORT));
    require(report, states);
    if (report.version() != seen) {
      throw Problem.of(ReportProblem.REPORT_CHANGED, report.code());
    }
    return report;
  }

  private static void require(Report report, State... states) {
    if (!Set.of(states).contains(report.state())) {
      throw Problem.of(
          report.state() == State.LOCKED ? ReportProblem.REPORT_LOCKED : ReportProblem.REPORT_STATE,
          report.code());
    }
  }

  private void requireAbove(Person by, Report report) {
    if (!isAbove(by, report.areaId())) {
      throw access.refuse(ReportProblem.NOT_YOUR_LEVEL, "report", report.id());
    }
  }

  private void refuseOwn(Person by, Report report, @Nullable UUID... others) {
    if (hadPart(by, others)) {
      throw access.refuse(ReportProblem.OWN_REPORT, "report", report.id());
    }
  }

  boolean hadPart(Person by, @Nullable UUID... others) {
    for (UUID other : others) {
      if (other != null && people.maybeSame(by, other)) {
        return true;
      }
    }
    return false;
  }

  Version version(Report report) {
    return table.versions(report.id()).stream()
        .filter(each -> each.version() == report.version())
        .findFirst()
        .map(Objects::requireNonNull)
        .orElseThrow(() -> Problem.of(ReportProblem.NO_SUCH_REPORT));
  }

  private static Event event(ReportEvent type, Report report, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("report", report.id(), report.code())
        .fact("area", report.areaId())
        .fact("period", report.period().toString())
        .fact("version", report.version());
  }
}
