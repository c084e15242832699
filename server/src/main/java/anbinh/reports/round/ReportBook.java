package anbinh.reports.round;

import anbinh.areas.Area;
import anbinh.identity.Access;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Figure;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportSettings;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Figures.FrozenFigure;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.figure.ShownFigure.Seen;
import anbinh.reports.round.Report.State;
import anbinh.reports.round.Report.Step;
import anbinh.reports.round.Report.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
  private final Access access;

  ReportBook(
      ReportTable table,
      ReportSteps reports,
      Figures figures,
      ReportSettings settings,
      Access access) {
    this.table = table;
    this.reports = reports;
    this.figures = figures;
    this.settings = settings;
    this.access = access;
  }

  /// Where the report of one unit and period stands.
  ///
  /// @param report null while nobody began one
  /// @param at when what holds was handed in
  /// @param reminders how often it was reminded
  public record Place(
      Area unit,
      ReportPeriod period,
      LocalDate due,
      boolean late,
      @Nullable Report report,
      @Nullable Instant at,
      int reminders,
      @Nullable LocalDate remindedOn) {}

  /// Of all communes of a unit, by code.
  public List<Place> places(UUID within, ReportPeriod period) {
    Map<UUID, Report> known = table.ofPeriod(period);
    Map<UUID, Instant> handed = table.handedIn(period);
    Map<UUID, ReportTable.Reminder> reminded = table.reminders(period);
    return figures.communes(within).stream()
        .map(unit ->
            place(
                unit, period, known.get(unit.id()), handed.get(unit.id()), reminded.get(unit.id())))
        .toList();
  }

  /// The last periods of one unit that a report is due of, and others that it has one of; newest
  /// first.
  public List<Place> placesOf(Area unit, int each) {
    Map<String, Report> known = table.ofUnit(unit.id());
    List<ReportPeriod> periods = new ArrayList<>();
    LocalDate today = figures.today();
    for (ReportPeriod.Kind kind : settings.periods()) {
      ReportPeriod period = ReportPeriod.of(kind, today).previous();
      for (int i = 0; i < each; i++) {
        periods.add(period);
        period = period.previous();
      }
    }
    for (Report report : known.values()) {
      if (!periods.contains(report.period())) {
        periods.add(report.period());
      }
    }
    periods.sort((one, other) -> other.compareTo(one));
    return periods.stream()
        .limit(100)
        .map(period ->
            place(
                unit,
                period,
                known.get(period.toString()),
                table.handedIn(period).get(unit.id()),
                table.reminders(period).get(unit.id())))
        .toList();
  }

  private Place place(
      Area unit,
      ReportPeriod period,
      @Nullable Report report,
      @Nullable Instant at,
      ReportTable.@Nullable Reminder reminder) {
    LocalDate due = settings.due(period);
    boolean missing = report == null || !report.state().handedIn();
    boolean asked = settings.periods().contains(period.kind()) || report != null;
    return new Place(
        unit,
        period,
        due,
        asked && missing && figures.today().isAfter(due),
        report,
        at,
        reminder == null ? 0 : reminder.number(),
        reminder == null ? null : reminder.on());
  }

  public Report get(UUID id) {
    return reports.get(id);
  }

  public LocalDate due(Report report) {
    return settings.due(report.period());
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
      return frozen.seen() == Seen.YES
          && present.seen() == Seen.YES
          && !Objects.equals(frozen.value(), present.value());
    }
  }

  /// Of what is guarded, who does not see the single records is shown what is shown of today's, as
  /// long as it was not small when it was frozen.
  public List<Beside> beside(Version version, Area unit, ReportPeriod period, boolean exact) {
    Reading reading = figures.read(unit, period, exact);
    Map<String, IndicatorDefinition> known = new HashMap<>();
    reading.indicators().forEach(each -> known.put(each.code(), each));
    List<FrozenFigure> frozen = FrozenFigures.read(version.figures());
    Map<String, Double> totals = new HashMap<>();
    for (FrozenFigure each : frozen) {
      if (each.part() == null && each.value() != null) {
        totals.put(each.indicator(), each.value());
      }
    }
    List<Beside> found = new ArrayList<>();
    for (FrozenFigure each : frozen) {
      IndicatorDefinition of = known.get(each.indicator());
      if (of != null) {
        String part = each.part();
        ShownFigure present =
            part == null
                ? reading.value(of)
                : reading.parts(of).getOrDefault(part, exact ? ShownFigure.of(0) : ShownFigure.FEW);
        found.add(new Beside(of, part, shown(each, of, present, totals, exact), present));
      }
    }
    return found;
  }

  private ShownFigure shown(
      FrozenFigure frozen,
      IndicatorDefinition of,
      ShownFigure present,
      Map<String, Double> totals,
      boolean exact) {
    Double value = frozen.value();
    if (value == null) {
      return ShownFigure.NONE;
    }
    if (!exact && figures.isGuarded(of)) {
      if (present.seen() != Seen.YES) {
        return present;
      }
      if (isSmall(of, value, totals)) {
        return ShownFigure.FEW;
      }
    }
    return new ShownFigure(value, Seen.YES);
  }

  private static boolean isSmall(IndicatorDefinition of, double value, Map<String, Double> totals) {
    String numerator = of.numerator();
    double own = numerator == null ? value : totals.getOrDefault(numerator, 0.0);
    double whole = of.of() == null ? own : totals.getOrDefault(of.of(), 0.0);
    return few(own) || few(whole - own);
  }

  private static boolean few(double count) {
    return count > 0 && count < Figure.SMALLEST;
  }

  /// What somebody may do with a report now; what is refused is refused by the act itself, too.
  ///
  /// @param version the last one; null before the first
  public List<String> acts(Report report, @Nullable Version version, Person by) {
    UUID unit = report.areaId();
    boolean keeper = access.may(by, unit, Role.COMMUNITY_OFFICER);
    boolean chair = access.may(by, unit, Role.CHAIR);
    UUID submitter = version == null ? null : version.submittedBy();
    UUID approver = version == null ? null : version.approvedBy();
    boolean above = reports.isAbove(by, unit) && (keeper || chair);
    List<String> acts = new ArrayList<>();
    add(acts, "SUBMIT", report.state() == State.OPEN && keeper && reports.isOwnLevel(by, unit));
    add(
        acts,
        "DECIDE",
        report.state() == State.SUBMITTED
            && chair
            && reports.isOwnLevel(by, unit)
            && !reports.hadPart(by, submitter));
    add(
        acts,
        "ACCEPT",
        report.state() == State.APPROVED && above && !reports.hadPart(by, submitter, approver));
    add(
        acts,
        "LOCK",
        report.state() == State.ACCEPTED && above && !reports.hadPart(by, submitter, approver));
    add(
        acts,
        "REOPEN",
        (report.state() == State.ACCEPTED || report.state() == State.LOCKED)
            && above
            && !reports.hadPart(by, submitter));
    return acts;
  }

  private static void add(List<String> acts, String act, boolean may) {
    if (may) {
      acts.add(act);
    }
  }
}
