package anbinh.reports.period;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Ids;
import anbinh.platform.sql.FakeShortCodes;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportSettings;
import anbinh.reports.figure.FiguresFixture;
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
import anbinh.reports.period.ReportTable.Known;
import anbinh.testing.FakeTransactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reports in memory over real figures; ReportsIT runs the real table. Reports are due of quarters
/// and years that end from 2026 on.
public final class ReportsFixture implements AutoCloseable {
  public static final UUID COMMUNE = FiguresFixture.COMMUNE;
  public static final UUID PROVINCE = FiguresFixture.PROVINCE;
  public static final ReportPeriod QUARTER = ReportPeriod.parse("2026-Q3");

  public final Person officer = AccessFixture.person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  public final Person chair = AccessFixture.person(2, COMMUNE, Role.CHAIR);
  public final Person above = AccessFixture.person(3, PROVINCE, Role.COMMUNITY_OFFICER);
  public final Person aboveToo = AccessFixture.person(4, PROVINCE, Role.CHAIR);

  public final FiguresFixture counts = new FiguresFixture();
  public final FakePeople people = new FakePeople();
  public final RecordedLog log = new RecordedLog();
  public final AccessFixture access = new AccessFixture();
  public final FakeReportTable table = new FakeReportTable();
  final ReportSettings settings =
      new ReportSettings(
          Set.of(ReportPeriod.Kind.QUARTER, ReportPeriod.Kind.YEAR),
          LocalDate.of(2026, 1, 1),
          10,
          7,
          4);
  final ReportSteps steps;
  public final ReportBook book;

  public ReportsFixture() {
    var calendar =
        new ReportCalendar(settings, table, counts.catalogue, counts.figures, counts.site);
    steps =
        new ReportSteps(
            table,
            counts.figures,
            counts.catalogue,
            calendar,
            new FakeTransactions().template(),
            people,
            access.access(),
            new FakeShortCodes(),
            new Ids(counts.clock::now, new Random(1)),
            counts.clock,
            log);
    book = new ReportBook(table, steps, counts.figures, settings, calendar, access.access());
    List.of(officer, chair, above, aboveToo).forEach(people::add);
    counts.on("2026-10-05");
  }

  static NewPeriodReport form(UUID area, String period, ReportNote... notes) {
    return new NewPeriodReport(area, period, List.of(notes));
  }

  public Report submit() {
    access.signIn(officer);
    return steps.submit(form(COMMUNE, QUARTER.toString()), officer);
  }

  static ReportDecision passed(int version) {
    return new ReportDecision(version, ReportVerdict.PASSED, null);
  }

  static ReportDecision returned(int version, @Nullable String reason) {
    return new ReportDecision(version, ReportVerdict.RETURNED, reason);
  }

  public Report approved() {
    Report sent = submit();
    access.signIn(chair);
    return steps.decide(sent.id(), passed(sent.version()), chair);
  }

  public Report accepted() {
    Report approved = approved();
    access.signIn(above);
    return steps.accept(approved.id(), passed(approved.version()), above);
  }

  public Report reopened() {
    Report accepted = accepted();
    access.signIn(aboveToo);
    return steps.reopen(
        accepted.id(), new ReportReopening(accepted.version(), "Thiếu số liệu thôn."), aboveToo);
  }

  public void giveBack(Report report, Person by) {
    access.signIn(by);
    var _ = steps.decide(report.id(), returned(report.version(), "Thiếu ghi chú."), by);
  }

  @Override
  public void close() {
    access.close();
  }

  /// The table of reports in memory.
  public static final class FakeReportTable extends ReportTable {
    private final Map<UUID, Report> reports = new LinkedHashMap<>();
    private final Map<UUID, List<Version>> versions = new HashMap<>();
    private final Map<UUID, List<Step>> steps = new HashMap<>();
    private final Map<UUID, Map<String, String>> notes = new HashMap<>();

    /// What a test says of times; of other reports the last version counts since it was counted.
    final Map<UUID, Known> known = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeReportTable() {
      super(null);
    }

    void put(Report report) {
      reports.put(report.id(), report);
    }

    @Override
    public Optional<Report> find(UUID id) {
      return Optional.ofNullable(reports.get(id));
    }

    @Override
    Optional<Report> find(UUID areaId, ReportPeriod period) {
      return reports.values().stream()
          .filter(each -> each.areaId().equals(areaId) && each.period().equals(period))
          .findFirst();
    }

    @Override
    Optional<Report> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    Optional<Report> findForUpdate(UUID areaId, ReportPeriod period) {
      return find(areaId, period);
    }

    private Known known(Report report) {
      Instant at =
          report.state().handedIn() && !versions(report.id()).isEmpty()
              ? versions(report.id()).getLast().countedAt()
              : null;
      return known.getOrDefault(
          report.id(),
          new Known(report.areaId(), report.period().toString(), report, at, false, null, 0, null));
    }

    @Override
    Map<String, Known> knownOf(UUID areaId, ZoneId zone) {
      return reports.values().stream()
          .filter(each -> each.areaId().equals(areaId))
          .collect(Collectors.toMap(each -> each.period().toString(), this::known));
    }

    @Override
    Map<UUID, Known> knownOf(ReportPeriod period, ZoneId zone) {
      return reports.values().stream()
          .filter(each -> each.period().equals(period))
          .collect(Collectors.toMap(Report::areaId, this::known));
    }

    @Override
    void insert(Report fresh, Instant now) {
      put(fresh);
    }

    @Override
    void set(Report report) {
      put(report);
    }

    @Override
    void insert(UUID id, Version version) {
      versions.computeIfAbsent(id, _ -> new ArrayList<>()).add(version);
    }

    @Override
    void insertNote(UUID id, int version, String indicator, String words) {
      notes.computeIfAbsent(id, _ -> new HashMap<>()).put(indicator, words);
    }

    @Override
    Map<String, String> notes(UUID id, int version) {
      return notes.getOrDefault(id, Map.of());
    }

    @Override
    void decided(UUID id, int version, Action act, UUID by, Instant at) {
      versions(id)
          .replaceAll(each -> each.version() == version ? decided(each, act, by, at) : each);
    }

    private static Version decided(Version of, Action act, UUID by, Instant at) {
      boolean approved = act == Action.APPROVED;
      boolean accepted = act == Action.ACCEPTED;
      boolean locked = act == Action.LOCKED;
      return new Version(
          of.version(),
          of.figures(),
          of.sha256(),
          of.countedAt(),
          of.dueOn(),
          of.submittedBy(),
          approved ? by : of.approvedBy(),
          approved ? at : of.approvedAt(),
          accepted ? by : of.acceptedBy(),
          accepted ? at : of.acceptedAt(),
          locked ? by : of.lockedBy(),
          locked ? at : of.lockedAt());
    }

    @Override
    void insert(UUID id, Step step) {
      steps.computeIfAbsent(id, _ -> new ArrayList<>()).add(step);
    }

    @Override
    List<Version> versions(UUID id) {
      return versions.getOrDefault(id, new ArrayList<>());
    }

    @Override
    List<Step> steps(UUID id) {
      return steps.getOrDefault(id, List.of());
    }

    Sight lastSight(UUID id) {
      Sight sight = steps(id).getLast().sight();
      return sight == null ? Sight.ALL : sight;
    }
  }

  /// A report of the commune as it stands, of which nothing was handed in.
  Report stands(ReportPeriod period, State state, @Nullable LocalDate reopenedOn) {
    Report report =
        new Report(
            new UUID(5, period.hashCode()), "BC-" + period, COMMUNE, period, state, 0, reopenedOn);
    table.put(report);
    return report;
  }
}
