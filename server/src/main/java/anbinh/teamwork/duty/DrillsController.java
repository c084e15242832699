package anbinh.teamwork.duty;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.duty.DrillTable.Result;
import anbinh.teamwork.duty.DutyForms.Cancellation;
import anbinh.teamwork.duty.DutyForms.DrillCorrection;
import anbinh.teamwork.duty.DutyForms.DrillResult;
import anbinh.teamwork.duty.DutyForms.NewDrill;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

/// `/api/team-drills`: the officer of a commune calls its teams and notes who was there; the chair
/// reads. Lists name nobody.
@RestController
@RequestMapping("/api/team-drills")
class DrillsController {
  private static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};

  private final Drills drills;
  private final DrillTable table;
  private final TeamCommunes communes;
  private final TeamMembership membership;
  private final SiteClock clock;
  private final Access access;
  private final People people;
  private final AuditLog log;

  DrillsController(
      Drills drills,
      DrillTable table,
      TeamCommunes communes,
      TeamMembership membership,
      SiteClock clock,
      Access access,
      People people,
      AuditLog log) {
    this.drills = drills;
    this.table = table;
    this.communes = communes;
    this.membership = membership;
    this.clock = clock;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  /// @param teams how many were called
  record DrillLine(
      UUID id,
      Drill.Kind kind,
      String subject,
      @Nullable String place,
      LocalDate on,
      int minutes,
      int teams,
      Drill.State state) {}

  record TeamName(UUID id, String code, String name) {}

  /// @param teamId null where nobody knows by now of which team they were
  /// @param outcome null while it is not held
  record AttendanceView(
      UUID memberId, @Nullable UUID teamId, String name, Drill.@Nullable Outcome outcome) {}

  /// What was noted once of how it was.
  ///
  /// @param reason why it was corrected; null of the first one
  record DrillResultView(
      int version,
      LocalDate on,
      int minutes,
      List<AttendanceView> attendance,
      @Nullable String reason,
      PersonName by,
      Instant at) {
    DrillResultView {
      attendance = List.copyOf(attendance);
    }
  }

  /// One with who is to come on its day, or how it was for each.
  ///
  /// @param reason why it was called off
  /// @param results what was noted of it, newest first; the first one counts
  /// @param mayKeep whether the reader notes how it was
  /// @param mayCorrect whether the reader notes it anew
  record DrillView(
      DrillLine drill,
      List<TeamName> teams,
      @Nullable String reason,
      List<AttendanceView> attendance,
      List<DrillResultView> results,
      boolean mayKeep,
      boolean mayCorrect) {
    DrillView {
      results = List.copyOf(results);
      teams = List.copyOf(teams);
      attendance = List.copyOf(attendance);
    }
  }

  /// Who of a team was at no drill of a year.
  record DrillGap(UUID teamId, String code, String name, int serving, List<String> without) {
    DrillGap {
      without = List.copyOf(without);
    }
  }

  @GetMapping
  Page<DrillLine> list(@RequestParam(required = false) @Nullable UUID communeId, PageRequest page) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    return Page.read(
            page,
            drill -> List.of(drill.on().toString(), drill.id().toString()),
            rows ->
                table.list(
                    on.within(),
                    page.key(0, LocalDate::parse).orElse(null),
                    page.key(1, UUID::fromString).orElse(null),
                    rows))
        .map(DrillsController::line);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  DrillLine plan(@Valid @RequestBody NewDrill requested) {
    return line(
        drills.plan(communes.require(requested.communeId(), Role.COMMUNITY_OFFICER), requested));
  }

  /// Who of the teams of a commune serves today and was at no drill of a year, by team.
  @GetMapping("/gaps")
  Page<DrillGap> gaps(
      @RequestParam(required = false) @Nullable UUID communeId,
      @RequestParam(required = false) @Nullable Integer year) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    LocalDate today = clock.today();
    int requested = year == null ? today.getYear() : year;
    if (requested < 2024 || requested > 2199) {
      throw Problem.invalid("year", "range", 2024, 2199);
    }
    List<Team> present =
        communes.teams(on).stream()
            .filter(team -> team.state(today) == Team.State.ESTABLISHED)
            .toList();
    ServicePeriods serving = membership.servicePeriods(present.stream().map(Team::id).toList());
    Map<UUID, List<UUID>> byTeam = new HashMap<>();
    for (ServicePeriod each : serving.on(today)) {
      byTeam.computeIfAbsent(each.teamId(), _ -> new ArrayList<>()).add(each.memberId());
    }
    Set<UUID> drilled =
        table.drilled(
            byTeam.values().stream().flatMap(Collection::stream).toList(),
            LocalDate.of(requested, 1, 1),
            LocalDate.of(requested, 12, 31));
    List<DrillGap> gaps = new ArrayList<>();
    for (Team team : present) {
      List<UUID> members = byTeam.getOrDefault(team.id(), List.of());
      List<String> without =
          members.stream()
              .filter(each -> !drilled.contains(each))
              .map(each -> Drills.name(serving, each))
              .toList();
      if (!without.isEmpty()) {
        gaps.add(new DrillGap(team.id(), team.code(), team.name(), members.size(), without));
      }
    }
    log.record(
        Event.of(TeamWorkEvent.DRILLS_READ)
            .by(on.person().actor())
            .about("area", on.communeId(), null)
            .fact("year", requested)
            .fact("teams", gaps.size()));
    return Page.all(gaps);
  }

  /// One with who is to come, or how it was for each.
  ///
  /// @param day on which it may be held, for who serves then
  @GetMapping("/{id}")
  DrillView read(
      @PathVariable UUID id, @RequestParam(name = "on", required = false) @Nullable LocalDate day) {
    access.require(OFFICE);
    Drill drill = drills.get(id);
    TeamCommunes.On on = communes.requireOf(drill.communeId(), OFFICE);
    ServicePeriods serving = membership.servicePeriods(drill.teams());
    Map<UUID, Drill.Outcome> said = table.attendance(id, drill.results());
    boolean held = drill.state() == Drill.State.HELD;
    List<AttendanceView> attendance =
        held && day == null
            ? held(said, serving)
            : serving.on(day == null ? drill.on() : day).stream()
                .map(each ->
                    new AttendanceView(
                        each.memberId(),
                        each.teamId(),
                        serving.name(each.memberId()),
                        said.get(each.memberId())))
                .toList();
    List<Result> results = table.results(id);
    Map<UUID, String> names = people.displayNames(Ids.of(results, Result::by));
    boolean officer = access.may(on.person(), on.communeId(), Role.COMMUNITY_OFFICER);
    log.record(
        Drills.event(TeamWorkEvent.DRILLS_READ, drill, on.person())
            .fact("count", attendance.size()));
    return new DrillView(
        line(drill),
        membership.listTeams(drill.teams()).stream()
            .map(team -> new TeamName(team.id(), team.code(), team.name()))
            .toList(),
        drill.reason(),
        attendance,
        results.stream()
            .map(each ->
                new DrillResultView(
                    each.version(),
                    each.on(),
                    each.minutes(),
                    held(table.attendance(id, each.version()), serving),
                    each.reason(),
                    PersonName.of(each.by(), names),
                    each.at()))
            .toList(),
        officer && drill.state() == Drill.State.PLANNED,
        officer && held);
  }

  /// As it was noted, whatever was found out later about who served.
  private static List<AttendanceView> held(Map<UUID, Drill.Outcome> said, ServicePeriods serving) {
    return said.entrySet().stream()
        .map(each ->
            new AttendanceView(
                each.getKey(),
                serving.all().stream()
                    .filter(stint -> stint.memberId().equals(each.getKey()))
                    .findFirst()
                    .map(ServicePeriod::teamId)
                    .orElse(null),
                serving.name(each.getKey()),
                each.getValue()))
        .toList();
  }

  @PostMapping("/{id}/result")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void result(@PathVariable UUID id, @Valid @RequestBody DrillResult requested) {
    drills.result(id, requested, officer(id));
  }

  @PostMapping("/{id}/corrections")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void correct(@PathVariable UUID id, @Valid @RequestBody DrillCorrection requested) {
    drills.correct(id, requested, officer(id));
  }

  @PostMapping("/{id}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable UUID id, @Valid @RequestBody Cancellation requested) {
    drills.cancel(id, requested.reason(), officer(id));
  }

  private Person officer(UUID id) {
    access.require(Role.COMMUNITY_OFFICER);
    return communes.requireOf(drills.get(id).communeId(), Role.COMMUNITY_OFFICER).person();
  }

  private static DrillLine line(Drill drill) {
    return new DrillLine(
        drill.id(),
        drill.kind(),
        drill.subject(),
        drill.place(),
        drill.on(),
        drill.minutes(),
        drill.teams().size(),
        drill.state());
  }
}
