package anbinh.teamwork.duty;

import anbinh.audit.event.AuditLog;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.Position;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.team.web.TeamAccess;
import anbinh.team.web.TeamAccess.OnTeam;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.duty.DutyForms.Cancellation;
import anbinh.teamwork.duty.DutyForms.CopyOfPlan;
import anbinh.teamwork.duty.DutyForms.NewPatrol;
import anbinh.teamwork.duty.DutyForms.NewShift;
import anbinh.teamwork.duty.DutyForms.PatrolAnnulment;
import anbinh.teamwork.duty.DutyForms.PatrolCorrection;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A team's plan and log of patrols: kept by who leads it, on a phone, or by the officer of its
/// commune; read by those of the team and by the office, each reading an entry of the log.
@RestController
class PatrolsController {
  private static final String TEAM = "/api/teams/{id}";
  private static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};

  private final Patrols patrols;
  private final PatrolTable table;
  private final ShiftTable shifts;
  private final TeamAccess may;
  private final TeamCommunes communes;
  private final TeamMembership membership;
  private final SiteClock calendar;
  private final Site site;
  private final People people;
  private final AuditLog log;

  PatrolsController(
      Patrols patrols,
      PatrolTable table,
      ShiftTable shifts,
      TeamAccess may,
      TeamCommunes communes,
      TeamMembership membership,
      SiteClock calendar,
      Site site,
      People people,
      AuditLog log) {
    this.patrols = patrols;
    this.table = table;
    this.shifts = shifts;
    this.may = may;
    this.communes = communes;
    this.membership = membership;
    this.calendar = calendar;
    this.site = site;
    this.people = people;
    this.log = log;
  }

  record MemberName(UUID id, String name) {}

  record Serving(UUID id, String name, Position position, LocalDate from, LocalDate until) {}

  /// Why somebody cannot be on a shift: `TWICE` or `NOT_SERVING`.
  record ConflictView(PlanRules.Conflict conflict, MemberName member) {}

  /// @param starts as `20:30`, by the site's clock
  /// @param cancelled why it was called off
  record ShiftView(
      UUID id,
      LocalDate on,
      LocalTime starts,
      int minutes,
      String route,
      List<MemberName> members,
      @Nullable String cancelled,
      boolean patrolled,
      List<ConflictView> conflicts) {
    ShiftView {
      members = List.copyOf(members);
      conflicts = List.copyOf(conflicts);
    }
  }

  /// @param serving whoever serves on a day of the month, to choose from
  /// @param lastMonth how many shifts the month before has to copy
  record PlanView(
      String month, List<ShiftView> shifts, List<Serving> serving, int lastMonth, boolean mayKeep) {
    PlanView {
      shifts = List.copyOf(shifts);
      serving = List.copyOf(serving);
    }
  }

  /// @param words null once erased
  record VersionView(
      int version,
      Instant startedAt,
      Instant endedAt,
      List<MemberName> members,
      @Nullable String words,
      @Nullable String reason,
      PersonName by,
      Instant at) {
    VersionView {
      members = List.copyOf(members);
    }

    @Override
    public String toString() {
      return "VersionView[" + version + "]";
    }
  }

  /// @param kind what sort of duty
  /// @param annulled whether it never was and counts nowhere; `now` says why
  /// @param now what counts
  /// @param before what stood, the first one first
  /// @param mayAnnul whether the reader may note that it never was
  record PatrolView(
      UUID id,
      Patrol.Kind kind,
      @Nullable UUID shiftId,
      boolean late,
      boolean erased,
      boolean annulled,
      VersionView now,
      List<VersionView> before,
      boolean mayAnnul) {
    PatrolView {
      before = List.copyOf(before);
    }
  }

  record HoursView(UUID memberId, String name, long patrols, long minutes) {}

  /// A team in a month, without names.
  ///
  /// @param conflicts how many shifts have somebody who cannot be on them
  record TeamMonth(
      UUID teamId,
      String code,
      String name,
      int shifts,
      long plannedMinutes,
      int conflicts,
      long patrols,
      long minutes,
      long late,
      long corrected) {}

  @GetMapping(TEAM + "/patrol-plan")
  PlanView plan(@PathVariable UUID id, @RequestParam(required = false) @Nullable String month) {
    OnTeam by = may.requireReading(id);
    YearMonth requested = month(month);
    List<UUID> team = List.of(id);
    ServicePeriods serving = membership.servicePeriods(team);
    List<Shift> around =
        shifts.list(team, requested.atDay(1).minusDays(1), requested.atEndOfMonth().plusDays(1));
    Map<UUID, List<PlanRules.Found>> conflicts = PlanRules.conflicts(around, serving);
    List<ShiftView> views =
        around.stream()
            .filter(shift -> YearMonth.from(shift.on()).equals(requested))
            .map(shift -> shiftView(shift, serving, conflicts.getOrDefault(shift.id(), List.of())))
            .toList();
    YearMonth before = requested.minusMonths(1);
    int last =
        (int)
            shifts.list(team, before.atDay(1), before.atEndOfMonth()).stream()
                .filter(Shift::stands)
                .count();
    log.record(
        Patrols.event(TeamWorkEvent.PLAN_READ, by.team(), by.person())
            .fact("month", requested.toString())
            .fact("office", by.office()));
    return new PlanView(
        requested.toString(),
        views,
        serving.all().stream()
            .filter(each ->
                !each.from().isAfter(requested.atEndOfMonth())
                    && !each.until().isBefore(requested.atDay(1)))
            .sorted(
                Comparator.comparing(ServicePeriod::position)
                    .thenComparing(each -> serving.name(each.memberId())))
            .map(each ->
                new Serving(
                    each.memberId(),
                    serving.name(each.memberId()),
                    each.position(),
                    each.from(),
                    each.until()))
            .toList(),
        last,
        may.mayLead(by) && by.team().state(calendar.today()) == Team.State.ESTABLISHED);
  }

  @PostMapping(TEAM + "/patrol-shifts")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void plan(@PathVariable UUID id, @Valid @RequestBody NewShift requested) {
    patrols.plan(id, requested, may.requireLeading(id).person());
  }

  @PostMapping(TEAM + "/patrol-shifts/{shiftId}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(
      @PathVariable UUID id,
      @PathVariable UUID shiftId,
      @Valid @RequestBody Cancellation requested) {
    patrols.cancel(id, shiftId, requested.reason(), may.requireLeading(id).person());
  }

  @PostMapping(TEAM + "/patrol-plan/copy")
  Patrols.Copied copy(@PathVariable UUID id, @Valid @RequestBody CopyOfPlan requested) {
    OnTeam by = may.requireLeading(id);
    return patrols.copy(id, TeamCommunes.month("month", requested.month()), by.person());
  }

  @GetMapping(TEAM + "/patrols")
  Page<PatrolView> list(@PathVariable UUID id, PageRequest page) {
    OnTeam by = may.requireReading(id);
    Page<Patrol> cut =
        Page.read(page, Page.byId(Patrol::id), rows -> table.list(id, page.after(), rows));
    ServicePeriods serving = membership.servicePeriods(List.of(id));
    Set<UUID> accounts = new HashSet<>();
    cut.items().forEach(each -> each.versions().forEach(one -> accounts.add(one.by())));
    Map<UUID, String> names = people.displayNames(accounts);
    log.record(
        Patrols.event(TeamWorkEvent.PATROLS_READ, by.team(), by.person())
            .fact("count", cut.items().size())
            .fact("office", by.office()));
    boolean officer = by.office() && may.mayLead(by);
    return cut.map(each -> patrolView(each, serving, names, officer));
  }

  @PostMapping(TEAM + "/patrols")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void record(@PathVariable UUID id, @Valid @RequestBody NewPatrol requested) {
    patrols.record(id, requested, may.requireLeading(id).person());
  }

  @PostMapping(TEAM + "/patrols/{patrolId}/corrections")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void correct(
      @PathVariable UUID id,
      @PathVariable UUID patrolId,
      @Valid @RequestBody PatrolCorrection requested) {
    patrols.correct(id, patrolId, requested, may.requireLeading(id).person());
  }

  @PostMapping(TEAM + "/patrols/{patrolId}/annulment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void annul(
      @PathVariable UUID id,
      @PathVariable UUID patrolId,
      @Valid @RequestBody PatrolAnnulment requested) {
    patrols.annul(id, patrolId, requested, may.require(id, Role.COMMUNITY_OFFICER).person());
  }

  /// Who was on patrol for how long in a month, by the log.
  @GetMapping(TEAM + "/patrol-hours")
  Page<HoursView> hours(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String month) {
    OnTeam by = may.requireReading(id);
    YearMonth requested = month(month);
    List<UUID> team = List.of(id);
    ServicePeriods serving = membership.servicePeriods(team);
    log.record(
        Patrols.event(TeamWorkEvent.PATROLS_READ, by.team(), by.person())
            .fact("month", requested.toString())
            .fact("office", by.office()));
    return Page.all(
        table.hours(team, begin(requested), begin(requested.plusMonths(1))).stream()
            .map(each ->
                new HoursView(
                    each.memberId(), serving.name(each.memberId()), each.patrols(), each.minutes()))
            .sorted(Comparator.comparingLong(HoursView::minutes).reversed())
            .toList());
  }

  /// The teams of a commune in a month, planned and done; it names nobody.
  @GetMapping("/api/team-patrols")
  Page<TeamMonth> ofCommune(
      @RequestParam(required = false) @Nullable UUID communeId,
      @RequestParam(required = false) @Nullable String month) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    YearMonth requested = month(month);
    List<Team> found =
        communes.teams(on).stream()
            .filter(team ->
                team.establishedOn() != null
                    && !team.establishedOn().isAfter(requested.atEndOfMonth())
                    && (team.dissolvedOn() == null
                        || team.dissolvedOn().isAfter(requested.atDay(1))))
            .sorted(Comparator.comparing(Team::code))
            .toList();
    List<UUID> ids = found.stream().map(Team::id).toList();
    Map<UUID, List<Shift>> planned =
        shifts
            .list(ids, requested.atDay(1).minusDays(1), requested.atEndOfMonth().plusDays(1))
            .stream()
            .collect(Collectors.groupingBy(Shift::teamId));
    Map<UUID, PatrolTable.Done> done =
        table.done(ids, begin(requested), begin(requested.plusMonths(1))).stream()
            .collect(Collectors.toMap(PatrolTable.Done::teamId, Function.identity()));
    ServicePeriods serving = membership.servicePeriods(ids);
    return Page.all(
        found.stream()
            .map(team ->
                month(
                    team,
                    requested,
                    planned.getOrDefault(team.id(), List.of()).stream()
                        .filter(Shift::stands)
                        .toList(),
                    done.getOrDefault(team.id(), new PatrolTable.Done(team.id(), 0, 0, 0, 0)),
                    serving))
            .toList());
  }

  private static TeamMonth month(
      Team team,
      YearMonth month,
      List<Shift> around,
      PatrolTable.Done done,
      ServicePeriods serving) {
    List<Shift> planned =
        around.stream().filter(each -> YearMonth.from(each.on()).equals(month)).toList();
    Map<UUID, List<PlanRules.Found>> conflicts = PlanRules.conflicts(around, serving);
    return new TeamMonth(
        team.id(),
        team.code(),
        team.name(),
        planned.size(),
        planned.stream().mapToLong(Shift::minutes).sum(),
        (int) planned.stream().filter(each -> conflicts.containsKey(each.id())).count(),
        done.patrols(),
        done.minutes(),
        done.late(),
        done.corrected());
  }

  private Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(site.zone()).toInstant();
  }

  private YearMonth month(@Nullable String text) {
    return text == null || text.isEmpty()
        ? YearMonth.from(calendar.today())
        : TeamCommunes.month("month", text);
  }

  private static ShiftView shiftView(
      Shift shift, ServicePeriods serving, List<PlanRules.Found> found) {
    return new ShiftView(
        shift.id(),
        shift.on(),
        shift.starts(),
        shift.minutes(),
        shift.route(),
        names(shift.members(), serving),
        shift.cancelled(),
        shift.patrolled(),
        found.stream()
            .map(each ->
                new ConflictView(
                    each.conflict(),
                    new MemberName(each.memberId(), serving.name(each.memberId()))))
            .toList());
  }

  private static PatrolView patrolView(
      Patrol patrol, ServicePeriods serving, Map<UUID, String> accounts, boolean officer) {
    List<VersionView> all =
        patrol.versions().stream()
            .map(each ->
                new VersionView(
                    each.version(),
                    each.startedAt(),
                    each.endedAt(),
                    names(each.members(), serving),
                    each.words(),
                    each.reason(),
                    PersonName.of(each.by(), accounts),
                    each.at()))
            .toList();
    return new PatrolView(
        patrol.id(),
        patrol.kind(),
        patrol.shiftId(),
        patrol.late(),
        patrol.erased(),
        patrol.annulled(),
        all.getLast(),
        all.subList(0, all.size() - 1),
        officer && !patrol.annulled() && !patrol.erased());
  }

  private static List<MemberName> names(List<UUID> members, ServicePeriods serving) {
    return members.stream().map(each -> new MemberName(each, serving.name(each))).toList();
  }
}
