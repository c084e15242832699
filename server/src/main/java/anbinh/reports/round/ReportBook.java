package anbinh.reports.round;

import anbinh.areas.Area;
import anbinh.identity.Access;
import anbinh.identity.Person;
import anbinh.identity.Role;
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
  private final ReportReminders reminders;
  private final Access access;

  ReportBook(
      ReportTable table,
      ReportSteps reports,
      Figures figures,
      ReportSettings settings,
      ReportReminders reminders,
      Access access) {
    this.table = table;
    this.reports = reports;
    this.figures = figures;
    this.settings = settings;
    this.reminders = reminders;
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
        if (reminders.isAskedFor(period)) {
          periods.add(period);
        }
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
    boolean asked =
        (settings.periods().contains(period.kind()) && reminders.isAskedFor(period))
            || report != null;
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
      return frozen.value() != null
          && frozen.seen() == present.seen()
          && !Objects.equals(frozen.value(), present.value());
    }
  }

  /// Of what is guarded, who does not see the single records is shown both in tens, whoever's
  /// report it is, and no parts.
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
      String part = each.part();
      if (of != null && part == null) {
        ShownFigure present = reading.value(of);
        found.add(
            figures.hides(of, exact)
                ? new Beside(of, null, inTens(of, totals), inTens(of, present))
                : new Beside(of, null, as(each.value()), present));
      } else if (of != null && !figures.hides(of, exact)) {
        ShownFigure present = reading.parts(of).getOrDefault(part, ShownFigure.of(0));
        found.add(new Beside(of, part, as(each.value()), present));
      }
    }
    return found;
  }

  private static ShownFigure as(@Nullable Double value) {
    return value == null ? ShownFigure.NONE : new ShownFigure(value, Seen.YES);
  }

  private static ShownFigure inTens(IndicatorDefinition of, Map<String, Double> totals) {
    return switch (of.kind()) {
      case EVENTS -> tens(totals.get(of.code()));
      case SHARE -> ShownFigure.share(tens(totals.get(of.numerator())), tens(totals.get(of.of())));
      case STATE, NOW -> ShownFigure.FEW;
    };
  }

  /// An exact one would tell by how much it differs from the one that was frozen.
  private static ShownFigure inTens(IndicatorDefinition of, ShownFigure present) {
    return of.kind() == IndicatorDefinition.Kind.EVENTS && present.seen() == Seen.YES
        ? tens(present.value())
        : present;
  }

  private static ShownFigure tens(@Nullable Double value) {
    return value == null ? ShownFigure.NONE : ShownFigure.tens(value.longValue());
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
