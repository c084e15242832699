package anbinh.community.team.duty;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.community.team.TeamWorkEvent;
import anbinh.community.team.TeamWorkProblem;
import anbinh.community.team.duty.DutyForms.Attendance;
import anbinh.community.team.duty.DutyForms.DrillResult;
import anbinh.community.team.duty.DutyForms.NewDrill;
import anbinh.community.team.member.Stints;
import anbinh.community.team.unit.Team;
import anbinh.community.team.unit.TeamCalendar;
import anbinh.community.team.unit.TeamCommunes;
import anbinh.community.team.unit.TeamForms;
import anbinh.community.team.unit.Teams;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Stints.Reader stints;
  private final TeamCalendar calendar;
  private final Ids ids;
  private final AuditLog log;

  Drills(
      DrillTable table,
      TeamCommunes communes,
      Stints.Reader stints,
      TeamCalendar calendar,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.communes = communes;
    this.stints = stints;
    this.calendar = calendar;
    this.ids = ids;
    this.log = log;
  }

  Drill get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_DRILL));
  }

  @Transactional
  public Drill plan(TeamCommunes.On on, NewDrill wanted) {
    var problems = new ArrayList<FieldProblem>();
    String subject = Teams.written(wanted.subject());
    TeamForms.require("subject", subject, problems);
    LocalDate today = calendar.today();
    if (wanted.on().isBefore(today.minusDays(FARTHEST_DAYS))
        || wanted.on().isAfter(today.plusDays(FARTHEST_DAYS))) {
      problems.add(new FieldProblem("on", "team-day-far", List.of(FARTHEST_DAYS)));
    }
    Set<UUID> present =
        communes.teams(on).stream()
            .filter(team -> team.state(today) == Team.State.ESTABLISHED)
            .map(Team::id)
            .collect(Collectors.toSet());
    if (!present.containsAll(wanted.teamIds())) {
      problems.add(new FieldProblem("teamIds", "team-not-there"));
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
    var drill =
        new Drill(
            ids.next(),
            on.communeId(),
            wanted.kind(),
            subject,
            TeamForms.stripped(wanted.place()),
            wanted.on(),
            wanted.minutes(),
            wanted.teamIds().stream().distinct().toList(),
            Drill.State.PLANNED,
            null);
    table.insert(drill, on.person().id(), calendar.now());
    log.record(
        event(TeamWorkEvent.DRILL_PLANNED, drill, on.person())
            .fact("on", drill.on().toString())
            .fact("teams", drill.teams()));
    return drill;
  }

  @Transactional
  public void cancel(UUID id, String reason, Person by) {
    Drill drill = hold(id);
    String said = reason.strip();
    table.cancel(id, said, by.id(), calendar.now());
    log.record(event(TeamWorkEvent.DRILL_CANCELLED, drill, by).detail("reason", said));
  }

  /// Notes how it was for each who serves in its teams on the day on which it was held.
  @Transactional
  public void result(UUID id, DrillResult wanted, Person by) {
    Drill drill = hold(id);
    var problems = new ArrayList<FieldProblem>();
    LocalDate today = calendar.today();
    if (wanted.on().isAfter(today)) {
      problems.add(new FieldProblem("on", "past-or-present"));
    } else if (wanted.on().isBefore(today.minusDays(FARTHEST_DAYS))) {
      problems.add(new FieldProblem("on", "team-day-far", List.of(FARTHEST_DAYS)));
    }
    Stints serving = stints.of(drill.teams());
    Set<UUID> expected =
        serving.on(wanted.on()).stream()
            .map(Stints.Stint::memberId)
            .collect(Collectors.toCollection(HashSet::new));
    Map<UUID, Drill.Outcome> said = new LinkedHashMap<>();
    for (Attendance each : wanted.attendance()) {
      if (!expected.contains(each.memberId())) {
        problems.add(
            new FieldProblem(
                "attendance", "team-not-serving", List.of(name(serving, each.memberId()))));
      } else if (said.put(each.memberId(), each.outcome()) != null) {
        problems.add(new FieldProblem("attendance", "team-named-twice"));
      }
    }
    expected.removeAll(said.keySet());
    if (!expected.isEmpty()) {
      problems.add(
          new FieldProblem(
              "attendance",
              "team-attendance-missing",
              List.of(
                  expected.stream()
                      .map(each -> name(serving, each))
                      .sorted()
                      .collect(Collectors.joining(", ")))));
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
    table.hold(id, wanted.on(), wanted.minutes(), said, by.id(), calendar.now());
    log.record(
        event(TeamWorkEvent.DRILL_HELD, drill, by)
            .fact("on", wanted.on().toString())
            .fact("present", said.values().stream().filter(Drill.Outcome::present).count())
            .fact("absent", said.values().stream().filter(each -> !each.present()).count()));
  }

  static String name(Stints serving, UUID memberId) {
    String name = serving.name(memberId);
    return name.isEmpty() ? "?" : name;
  }

  private Drill hold(UUID id) {
    Drill drill =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_DRILL));
    if (drill.state() != Drill.State.PLANNED) {
      throw Problem.of(TeamWorkProblem.DRILL_OVER);
    }
    return drill;
  }

  static Event event(TeamWorkEvent type, Drill drill, Person by) {
    return Event.of(type).by(by.actor()).about("drill", drill.id(), null);
  }
}
