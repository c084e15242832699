package anbinh.reports.period;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportProblem;
import anbinh.reports.ReportSettings;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Figures.FrozenFigure;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.figure.ShownFigure.Seen;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.Report.Step;
import anbinh.reports.period.Report.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reports as they are read: where each stands, and its frozen figures beside those of today.
/// Rights to read are the caller's to check. Safe for many threads.
@Component
public class ReportBook {
  private final ReportTable table;
  private final ReportSteps reports;
  private final Figures figures;
  private final ReportSettings settings;
  private final ReportCalendar calendar;
  private final Access access;

  ReportBook(
      ReportTable table,
      ReportSteps reports,
      Figures figures,
      ReportSettings settings,
      ReportCalendar calendar,
      Access access) {
    this.table = table;
    this.reports = reports;
    this.figures = figures;
    this.settings = settings;
    this.calendar = calendar;
    this.access = access;
  }

  /// Where the report of one unit and period stands.
  ///
  /// @param due of what was reopened, counted from that day
  /// @param late whether it is awaited after that day
  /// @param report null while nobody began one
  /// @param at when what counts was handed in
  /// @param handedInLate whether any of what was handed in came late
  /// @param reminders how often it was reminded
  public record Place(
      Area unit,
      ReportPeriod period,
      LocalDate due,
      boolean late,
      @Nullable Report report,
      @Nullable Instant at,
      boolean handedInLate,
      int reminders,
      @Nullable LocalDate remindedOn) {
    /// Whether nothing of it counts.
    public boolean missing() {
      return at == null;
    }

    public boolean reopened() {
      return report != null && report.state() == State.REOPENED;
    }
  }

  /// Of all communes of a unit, by code.
  public List<Place> places(UUID within, ReportPeriod period) {
    Map<UUID, ReportTable.Known> known = table.knownOf(period, calendar.site().zone());
    Predicate<ReportPeriod> asked = calendar.asked();
    return figures.communes(within).stream()
        .map(unit -> place(unit, period, known.get(unit.id()), asked))
        .toList();
  }

  /// The last periods of one unit that a report is due of, and others that it has one of; newest
  /// first, at most 100.
  public List<Place> placesOf(Area unit, int each) {
    Map<String, ReportTable.Known> known = table.knownOf(unit.id(), calendar.site().zone());
    Predicate<ReportPeriod> asked = calendar.asked();
    List<ReportPeriod> periods = new ArrayList<>();
    LocalDate today = figures.today();
    for (ReportPeriod.Kind kind : settings.periods()) {
      ReportPeriod period = ReportPeriod.of(kind, today).previous();
      for (int i = 0; i < each; i++) {
        if (asked.test(period)) {
          periods.add(period);
        }
        period = period.previous();
      }
    }
    for (ReportTable.Known one : known.values()) {
      Report report = one.report();
      if (report != null && !periods.contains(report.period())) {
        periods.add(report.period());
      }
    }
    periods.sort((one, other) -> other.compareTo(one));
    return periods.stream()
        .limit(100)
        .map(period -> place(unit, period, known.get(period.toString()), asked))
        .toList();
  }

  /// @param found null where nothing is known of it
  private Place place(
      Area unit,
      ReportPeriod period,
      ReportTable.@Nullable Known found,
      Predicate<ReportPeriod> asked) {
    ReportTable.Known known = found == null ? ReportTable.Known.nothing(unit.id(), period) : found;
    Report report = known.report();
    LocalDate due = calendar.due(period, report);
    boolean awaited = report == null || report.state().awaited();
    LocalDate undated = known.undated();
    return new Place(
        unit,
        period,
        due,
        (report != null || asked.test(period)) && awaited && figures.today().isAfter(due),
        report,
        known.at(),
        known.at() != null
            && (known.late() || (undated != null && undated.isAfter(settings.due(period)))),
        known.reminders(),
        known.remindedOn());
  }

  public Report get(UUID id) {
    return reports.get(id);
  }

  public Optional<Report> find(UUID areaId, ReportPeriod period) {
    return table.find(areaId, period);
  }

  /// One version of a report, the last one unless said.
  public Version version(Report report, @Nullable Integer requested) {
    int number = requested == null ? report.version() : requested;
    return table.versions(report.id()).stream()
        .filter(each -> each.version() == number)
        .findFirst()
        .orElseThrow(() -> Problem.of(ReportProblem.NO_SUCH_REPORT));
  }

  public LocalDate due(Report report) {
    return calendar.due(report.period(), report);
  }

  public List<Version> versions(Report report) {
    return table.versions(report.id());
  }

  public List<Step> steps(Report report) {
    return table.steps(report.id());
  }

  public Map<String, String> notes(Report report, int version) {
    return table.notes(report.id(), version);
  }

  /// A frozen figure beside the one of today.
  public record Beside(
      IndicatorDefinition indicator,
      @Nullable String part,
      ShownFigure frozen,
      ShownFigure present) {
    public boolean differs() {
      return frozen.value() != null
          && frozen.seen() == present.seen()
          && !Objects.equals(frozen.value(), present.value());
    }
  }

  /// Of what is guarded, who does not see the single records is shown the frozen number as today's
  /// is shown, and no parts: what is hidden today is hidden as it was. Of a unit that ended nothing
  /// is counted any more.
  public List<Beside> beside(Version version, Area unit, ReportPeriod period, boolean exact) {
    Reading reading = figures.read(unit, period, exact);
    boolean there = figures.isPresent(unit);
    Map<String, IndicatorDefinition> known = new HashMap<>();
    reading.indicators().forEach(each -> known.put(each.code(), each));
    List<FrozenFigure> frozen = FrozenFigures.read(version.figures());
    Map<String, Double> totals = new HashMap<>();
    Map<String, Map<String, ShownFigure>> parts = new HashMap<>();
    for (FrozenFigure each : frozen) {
      String part = each.part();
      if (part != null) {
        parts.computeIfAbsent(each.indicator(), _ -> new TreeMap<>()).put(part, as(each.value()));
      } else if (each.value() != null) {
        totals.put(each.indicator(), each.value());
      }
    }
    List<Beside> found = new ArrayList<>();
    for (FrozenFigure each : frozen) {
      IndicatorDefinition of = known.get(each.indicator());
      if (of != null && each.part() == null) {
        ShownFigure present = there ? reading.value(of) : ShownFigure.NONE;
        if (figures.hides(of, exact)) {
          ShownFigure then =
              switch (present.seen()) {
                case YES -> unit.kind().isCommune() ? inTens(of, totals, period) : as(each.value());
                case TENS, NONE -> inTens(of, totals, period);
                case FEW, LATER -> present;
              };
          found.add(new Beside(of, null, then, present));
        } else {
          found.add(new Beside(of, null, as(each.value()), present));
          found.addAll(parts(of, parts.getOrDefault(of.code(), Map.of()), reading, there));
        }
      }
    }
    return found;
  }

  /// Those that were frozen and those that there are now: where there is none it is 0.
  private static List<Beside> parts(
      IndicatorDefinition of, Map<String, ShownFigure> frozen, Reading reading, boolean there) {
    Map<String, ShownFigure> present = there ? reading.parts(of) : Map.of();
    Set<String> all = new TreeSet<>(frozen.keySet());
    all.addAll(present.keySet());
    ShownFigure none = there ? ShownFigure.of(0) : ShownFigure.NONE;
    return all.stream()
        .map(part ->
            new Beside(
                of,
                part,
                frozen.getOrDefault(part, ShownFigure.of(0)),
                present.getOrDefault(part, none)))
        .filter(each -> !isZero(each.frozen()) || !isZero(each.present()))
        .toList();
  }

  private static boolean isZero(ShownFigure figure) {
    return figure.value() != null && figure.value() == 0;
  }

  private static ShownFigure as(@Nullable Double value) {
    return value == null ? ShownFigure.NONE : new ShownFigure(value, Seen.YES);
  }

  private static ShownFigure inTens(
      IndicatorDefinition of, Map<String, Double> totals, ReportPeriod period) {
    return switch (of.kind()) {
      case EVENTS -> tens(totals.get(of.code()), period);
      case SHARE ->
          ShownFigure.share(
              tens(totals.get(of.numerator()), period), tens(totals.get(of.of()), period));
      case STATE, NOW -> ShownFigure.FEW;
    };
  }

  private static ShownFigure tens(@Nullable Double value, ReportPeriod period) {
    return value == null ? ShownFigure.NONE : ShownFigure.tens(value.longValue(), period);
  }

  /// What somebody may do with a report now; what is refused is refused by the act itself, too.
  ///
  /// @param version the last one; null before the first
  public List<String> actions(Report report, @Nullable Version version, Person by) {
    UUID unit = report.areaId();
    boolean keeper = access.may(by, unit, Role.COMMUNITY_OFFICER);
    boolean chair = access.may(by, unit, Role.CHAIR);
    UUID submitter = version == null ? null : version.submittedBy();
    UUID approver = version == null ? null : version.approvedBy();
    boolean above = reports.isAbove(by, unit) && (keeper || chair);
    List<String> actions = new ArrayList<>();
    add(actions, "SUBMIT", report.state().awaited() && keeper && reports.isOwnLevel(by, unit));
    add(
        actions,
        "DECIDE",
        report.state() == State.SUBMITTED
            && chair
            && reports.isOwnLevel(by, unit)
            && !reports.hadPart(by, submitter));
    add(
        actions,
        "ACCEPT",
        report.state() == State.APPROVED && above && !reports.hadPart(by, submitter, approver));
    add(
        actions,
        "LOCK",
        report.state() == State.ACCEPTED && above && !reports.hadPart(by, submitter, approver));
    add(
        actions,
        "REOPEN",
        (report.state() == State.ACCEPTED || report.state() == State.LOCKED)
            && above
            && !reports.hadPart(by, submitter));
    return actions;
  }

  private static void add(List<String> actions, String action, boolean may) {
    if (may) {
      actions.add(action);
    }
  }
}
