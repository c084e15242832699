package anbinh.teamwork.duty;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.duty.DrillTable.Result;
import anbinh.teamwork.duty.DutyForms.Attendance;
import anbinh.teamwork.duty.DutyForms.DrillCorrection;
import anbinh.teamwork.duty.DutyForms.DrillResult;
import anbinh.teamwork.duty.DutyForms.NewDrill;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plans drills and notes how they were; rights are the caller's to check. Safe for many threads.
@Component
public class Drills {
  private static final int FARTHEST_DAYS = 400;

  private final DrillTable table;
  private final TeamCommunes communes;
  private final TeamMembership membership;
  private final SiteClock clock;
  private final AuditLog log;

  Drills(
      DrillTable table,
      TeamCommunes communes,
      TeamMembership membership,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.communes = communes;
    this.membership = membership;
    this.clock = clock;
    this.log = log;
  }

  Drill get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_DRILL));
  }

  @Transactional
  public Drill plan(TeamCommunes.On on, NewDrill requested) {
    var problems = new FieldProblems();
    String subject = WrittenText.require("subject", requested.subject(), problems);
    Optional<Drill> sent = table.find(requested.id());
    if (sent.isPresent()) {
      if (!isSame(sent.get(), on, requested)) {
        throw Problem.of(TeamProblem.WORK_SENT_BEFORE);
      }
      return sent.get();
    }
    LocalDate today = clock.today();
    if (requested.on().isBefore(today.minusDays(FARTHEST_DAYS))
        || requested.on().isAfter(today.plusDays(FARTHEST_DAYS))) {
      problems.reject("on", "team-day-far", FARTHEST_DAYS);
    }
    Set<UUID> present =
        communes.teams(on).stream()
            .filter(team -> team.state(today) == Team.State.ESTABLISHED)
            .map(Team::id)
            .collect(Collectors.toSet());
    if (!present.containsAll(requested.teamIds())) {
      problems.reject("teamIds", "team-not-there");
    }
    problems.requireNone();
    var drill =
        new Drill(
            requested.id(),
            on.communeId(),
            requested.kind(),
            subject,
            WrittenText.orNull(requested.place()),
            requested.on(),
            requested.minutes(),
            requested.teamIds().stream().distinct().toList(),
            Drill.State.PLANNED,
            0,
            null);
    table.insert(drill, on.person().id(), clock.now());
    log.record(
        event(TeamWorkEvent.DRILL_PLANNED, drill, on.person())
            .fact("on", drill.on().toString())
            .fact("teams", drill.teams()));
    return drill;
  }

  /// Its day and length are those on which it was, once it was held.
  private static boolean isSame(Drill there, TeamCommunes.On on, NewDrill sent) {
    boolean planned = there.state() == Drill.State.PLANNED;
    return there.communeId().equals(on.communeId())
        && there.kind() == sent.kind()
        && there.subject().equals(WrittenText.of(sent.subject()))
        && Objects.equals(there.place(), WrittenText.orNull(sent.place()))
        && Set.copyOf(there.teams()).equals(Set.copyOf(sent.teamIds()))
        && (!planned || (there.on().equals(sent.on()) && there.minutes() == sent.minutes()));
  }

  @Transactional
  public void cancel(UUID id, String reason, Person by) {
    Drill drill = lockForUpdate(id);
    if (drill.state() != Drill.State.PLANNED) {
      throw Problem.of(TeamWorkProblem.DRILL_OVER);
    }
    String said = reason.strip();
    table.cancel(id, said, by.id(), clock.now());
    log.record(event(TeamWorkEvent.DRILL_CANCELLED, drill, by).detail("reason", said));
  }

  /// Notes how it was for each who serves in its teams on the day on which it was held.
  @Transactional
  public void result(UUID id, DrillResult requested, Person by) {
    Drill drill = lockForUpdate(id);
    if (drill.state() != Drill.State.PLANNED) {
      throw Problem.of(TeamWorkProblem.DRILL_OVER);
    }
    var problems = new FieldProblems();
    Map<UUID, Drill.Outcome> said =
        said(drill, requested.on(), requested.attendance(), Set.of(), problems);
    problems.requireNone();
    table.hold(
        id, new Result(1, requested.on(), requested.minutes(), null, by.id(), clock.now()), said);
    log.record(noted(TeamWorkEvent.DRILL_HELD, drill, by, requested.on(), said));
  }

  /// Notes anew how it was; what stood is kept.
  @Transactional
  public void correct(UUID id, DrillCorrection requested, Person by) {
    Drill drill = lockForUpdate(id);
    if (drill.state() != Drill.State.HELD) {
      throw Problem.of(TeamWorkProblem.DRILL_OVER);
    }
    if (drill.results() != requested.version()) {
      throw Problem.of(TeamWorkProblem.DRILL_CHANGED);
    }
    var problems = new FieldProblems();
    String reason = WorkNotes.require("reason", requested.reason(), problems);
    Map<UUID, Drill.Outcome> said =
        said(
            drill,
            requested.on(),
            requested.attendance(),
            table.attendance(id, drill.results()).keySet(),
            problems);
    problems.requireNone();
    int version = drill.results() + 1;
    table.hold(
        id,
        new Result(version, requested.on(), requested.minutes(), reason, by.id(), clock.now()),
        said);
    log.record(
        noted(TeamWorkEvent.DRILL_CORRECTED, drill, by, requested.on(), said)
            .fact("version", version));
  }

  /// How it was for each who serves on a day; also for whoever was noted before, though they turned
  /// out not to have served.
  private Map<UUID, Drill.Outcome> said(
      Drill drill,
      LocalDate on,
      List<Attendance> attendance,
      Set<UUID> before,
      FieldProblems problems) {
    LocalDate today = clock.today();
    if (on.isAfter(today)) {
      problems.reject("on", "past-or-present");
    } else if (on.isBefore(today.minusDays(FARTHEST_DAYS))) {
      problems.reject("on", "team-day-far", FARTHEST_DAYS);
    }
    ServicePeriods serving = membership.servicePeriods(drill.teams());
    Set<UUID> expected =
        serving.on(on).stream()
            .map(ServicePeriod::memberId)
            .collect(Collectors.toCollection(HashSet::new));
    Map<UUID, Drill.Outcome> said = new LinkedHashMap<>();
    for (Attendance each : attendance) {
      if (!expected.contains(each.memberId()) && !before.contains(each.memberId())) {
        problems.reject("attendance", "team-not-serving", name(serving, each.memberId()));
      } else if (said.put(each.memberId(), each.outcome()) != null) {
        problems.reject("attendance", "team-named-twice");
      }
    }
    expected.removeAll(said.keySet());
    if (!expected.isEmpty()) {
      problems.reject(
          "attendance",
          "team-attendance-missing",
          expected.stream()
              .map(each -> name(serving, each))
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    return said;
  }

  private static Event noted(
      TeamWorkEvent type, Drill drill, Person by, LocalDate on, Map<UUID, Drill.Outcome> said) {
    return event(type, drill, by)
        .fact("on", on.toString())
        .fact("present", said.values().stream().filter(Drill.Outcome::present).count())
        .fact("absent", said.values().stream().filter(each -> !each.present()).count());
  }

  static String name(ServicePeriods serving, UUID memberId) {
    String name = serving.name(memberId);
    return name.isEmpty() ? "?" : name;
  }

  private Drill lockForUpdate(UUID id) {
    return table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_DRILL));
  }

  static Event event(TeamWorkEvent type, Drill drill, Person by) {
    return Event.of(type).by(by.actor()).about("drill", drill.id(), null);
  }
}
