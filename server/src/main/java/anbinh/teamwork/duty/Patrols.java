package anbinh.teamwork.duty;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.team.ServicePeriods;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.TeamMembership;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.duty.DutyForms.NewPatrol;
import anbinh.teamwork.duty.DutyForms.NewShift;
import anbinh.teamwork.duty.DutyForms.PatrolAnnulment;
import anbinh.teamwork.duty.DutyForms.PatrolCorrection;
import anbinh.teamwork.duty.Patrol.Version;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the plan of a team's patrols and the log of those that were done; rights are the caller's
/// to check. Whatever is added holds the team's row, and what is sent twice is there once. Safe for
/// many threads.
@Component
public class Patrols {
  /// What is written down later is marked. Chosen; no paper names one.
  static final Duration LATE_AFTER = Duration.ofHours(24);

  private static final Duration MAX_DURATION = Duration.ofMinutes(DutyForms.MAX_SHIFT);
  private static final int OLDEST_DAYS = 365;
  private static final int FARTHEST_DAYS = 92;
  private static final int MAX_A_MONTH = 200;

  private final ShiftTable shifts;
  private final PatrolTable table;
  private final TeamMembership membership;
  private final SiteClock clock;
  private final TeamSettings settings;
  private final Site site;
  private final Ids ids;
  private final AuditLog log;

  Patrols(
      ShiftTable shifts,
      PatrolTable table,
      TeamMembership membership,
      SiteClock clock,
      TeamSettings settings,
      Site site,
      Ids ids,
      AuditLog log) {
    this.shifts = shifts;
    this.table = table;
    this.membership = membership;
    this.clock = clock;
    this.settings = settings;
    this.site = site;
    this.ids = ids;
    this.log = log;
  }

  @Transactional
  public void plan(UUID teamId, NewShift requested, Person by) {
    Team team = active(teamId);
    if (isThere(shifts.find(requested.id()).map(Shift::teamId), teamId)) {
      return;
    }
    var problems = new FieldProblems();
    LocalTime starts = time(requested.starts(), problems);
    String route = WorkNotes.require("route", requested.route(), problems);
    LocalDate today = clock.today();
    if (requested.on().isBefore(today)) {
      problems.reject("on", "team-day-over");
    } else if (requested.on().isAfter(today.plusDays(FARTHEST_DAYS))) {
      problems.reject("on", "team-day-far", FARTHEST_DAYS);
    }
    ServicePeriods serving = membership.servicePeriods(List.of(teamId));
    serving(serving, requested.memberIds(), requested.on(), problems);
    var shift =
        new Shift(
            requested.id(),
            teamId,
            requested.on(),
            starts,
            requested.minutes(),
            route,
            requested.memberIds().stream().distinct().toList(),
            null,
            false);
    YearMonth month = YearMonth.from(shift.on());
    List<Shift> around =
        shifts.list(List.of(teamId), month.atDay(1).minusDays(1), month.atEndOfMonth().plusDays(1));
    if (around.size() >= MAX_A_MONTH) {
      problems.reject("on", "team-plan-full", MAX_A_MONTH);
    }
    around.stream()
        .filter(Shift::stands)
        .flatMap(other -> shift.twice(other).stream())
        .findFirst()
        .ifPresent(member ->
            problems.reject("memberIds", "team-shift-twice", Drills.name(serving, member)));
    problems.requireNone();
    shifts.insert(List.of(shift), by.id(), clock.now());
    log.record(
        event(TeamWorkEvent.SHIFT_PLANNED, team, by)
            .fact("shift", shift.id())
            .fact("on", shift.on().toString()));
  }

  @Transactional
  public void cancel(UUID teamId, UUID shiftId, String reason, Person by) {
    Team team = active(teamId);
    Shift shift = shift(teamId, shiftId);
    if (!shift.stands() || shift.patrolled()) {
      throw Problem.of(TeamWorkProblem.SHIFT_OVER);
    }
    var problems = new FieldProblems();
    WorkNotes.require("reason", reason.strip(), problems);
    problems.requireNone();
    shifts.cancel(shiftId, reason.strip(), by.id(), clock.now());
    log.record(
        event(TeamWorkEvent.SHIFT_CANCELLED, team, by)
            .fact("shift", shiftId)
            .detail("reason", reason.strip()));
  }

  /// What copying the last month's plan came to.
  ///
  /// @param copied shifts that are there now
  /// @param without shifts for which the month has no such day, nobody is left, or there is one
  ///   already
  /// @param leftOut how often somebody was left out who does not serve on the day
  public record Copied(int copied, int without, int leftOut) {}

  /// Plans a month as the one before, weekday by weekday, from today on.
  @Transactional
  public Copied copy(UUID teamId, YearMonth month, Person by) {
    Team team = active(teamId);
    LocalDate today = clock.today();
    if (month.atEndOfMonth().isBefore(today)) {
      throw Problem.invalid("month", "team-day-over");
    }
    if (month.atDay(1).isAfter(today.plusDays(FARTHEST_DAYS))) {
      throw Problem.invalid("month", "team-day-far", FARTHEST_DAYS);
    }
    YearMonth before = month.minusMonths(1);
    ServicePeriods serving = membership.servicePeriods(List.of(teamId));
    List<Shift> present =
        new ArrayList<>(
            shifts
                .list(
                    List.of(teamId), month.atDay(1).minusDays(1), month.atEndOfMonth().plusDays(1))
                .stream()
                .filter(Shift::stands)
                .toList());
    List<Shift> made = new ArrayList<>();
    int without = 0;
    int leftOut = 0;
    for (Shift old : shifts.list(List.of(teamId), before.atDay(1), before.atEndOfMonth())) {
      if (!old.stands()) {
        continue;
      }
      Optional<LocalDate> day =
          PlanRules.sameDay(old.on(), month).filter(each -> !each.isBefore(today));
      if (day.isEmpty()) {
        without++;
        continue;
      }
      List<UUID> members =
          old.members().stream().filter(each -> serving.find(each, day.get()).isPresent()).toList();
      leftOut += old.members().size() - members.size();
      var copy =
          new Shift(
              ids.next(),
              teamId,
              day.get(),
              old.starts(),
              old.minutes(),
              old.route(),
              members,
              null,
              false);
      if (members.isEmpty()
          || present.size() >= MAX_A_MONTH
          || present.stream().anyMatch(other -> !copy.twice(other).isEmpty())) {
        without++;
        continue;
      }
      present.add(copy);
      made.add(copy);
    }
    if (!made.isEmpty()) {
      shifts.insert(made, by.id(), clock.now());
    }
    log.record(
        event(TeamWorkEvent.SHIFTS_COPIED, team, by)
            .fact("month", month.toString())
            .fact("count", made.size()));
    return new Copied(made.size(), without, leftOut);
  }

  @Transactional
  public void record(UUID teamId, NewPatrol requested, Person by) {
    Team team = membership.lockForUpdate(teamId);
    Optional<Patrol> there = table.find(requested.id());
    if (isThere(there.map(Patrol::teamId), teamId)) {
      if (there.filter(each -> !isSame(each, requested)).isPresent()) {
        throw Problem.of(TeamWorkProblem.PATROL_THERE);
      }
      return;
    }
    var problems = new FieldProblems();
    Instant now = clock.now();
    UUID shiftId = requested.shiftId();
    if (shiftId != null) {
      Optional<Shift> shift = shifts.find(shiftId).filter(each -> each.teamId().equals(teamId));
      if (requested.kind() != Patrol.Kind.PATROL) {
        problems.reject("shiftId", "team-shift-duty");
      } else if (shift.isEmpty()) {
        problems.reject("shiftId", "team-shift-unknown");
      } else if (!shift.get().stands() || shift.get().patrolled()) {
        throw Problem.of(TeamWorkProblem.SHIFT_OVER);
      } else if (!isNear(shift.get().on(), requested.startedAt())) {
        problems.reject("shiftId", "team-shift-day", shift.get().on());
      }
    }
    var version =
        new Version(
            1,
            requested.startedAt().truncatedTo(ChronoUnit.MINUTES),
            requested.endedAt().truncatedTo(ChronoUnit.MINUTES),
            requested.memberIds().stream().distinct().toList(),
            WrittenText.of(requested.words()),
            null,
            by.id(),
            now);
    check(team, requested.id(), version, now, problems);
    problems.requireNone();
    var patrol =
        new Patrol(
            requested.id(),
            teamId,
            requested.kind(),
            shiftId,
            version.endedAt().plus(LATE_AFTER).isBefore(now),
            by.id(),
            now,
            false,
            false,
            List.of(version));
    table.insert(patrol);
    log.record(
        event(TeamWorkEvent.PATROL_RECORDED, team, by)
            .fact("patrol", patrol.id())
            .fact("duty", patrol.kind())
            .fact("minutes", version.minutes())
            .fact("late", patrol.late()));
  }

  /// Whether a patrol that is there is what was sent, be it as it was first written down; of erased
  /// words nobody can tell.
  private static boolean isSame(Patrol there, NewPatrol requested) {
    Version first = there.versions().getFirst();
    return there.kind() == requested.kind()
        && Objects.equals(there.shiftId(), requested.shiftId())
        && first.startedAt().equals(requested.startedAt().truncatedTo(ChronoUnit.MINUTES))
        && first.endedAt().equals(requested.endedAt().truncatedTo(ChronoUnit.MINUTES))
        && Set.copyOf(first.members()).equals(Set.copyOf(requested.memberIds()))
        && (first.words() == null || first.words().equals(WrittenText.of(requested.words())));
  }

  /// Whether a patrol began on the day of its shift, or on one beside it: it may have begun before
  /// midnight, or after it.
  private boolean isNear(LocalDate planned, Instant startedAt) {
    LocalDate day = LocalDate.ofInstant(startedAt, site.zone());
    return Math.abs(ChronoUnit.DAYS.between(planned, day)) <= 1;
  }

  /// Says anew what a patrol was; what stood is kept.
  @Transactional
  public void correct(UUID teamId, UUID patrolId, PatrolCorrection requested, Person by) {
    Team team = membership.lockForUpdate(teamId);
    UUID shiftId = requireStanding(teamId, patrolId, requested.version()).shiftId();
    var problems = new FieldProblems();
    Instant now = clock.now();
    String reason = WorkNotes.require("reason", requested.reason(), problems);
    var version =
        new Version(
            requested.version() + 1,
            requested.startedAt().truncatedTo(ChronoUnit.MINUTES),
            requested.endedAt().truncatedTo(ChronoUnit.MINUTES),
            requested.memberIds().stream().distinct().toList(),
            WrittenText.of(requested.words()),
            reason,
            by.id(),
            now);
    if (shiftId != null) {
      shifts
          .find(shiftId)
          .filter(shift -> !isNear(shift.on(), version.startedAt()))
          .ifPresent(shift -> problems.reject("startedAt", "team-shift-day", shift.on()));
    }
    check(team, patrolId, version, now, problems);
    problems.requireNone();
    table.insert(patrolId, version);
    log.record(
        event(TeamWorkEvent.PATROL_CORRECTED, team, by)
            .fact("patrol", patrolId)
            .fact("version", version.version())
            .fact("minutes", version.minutes()));
  }

  /// Notes that a patrol never was: what was said of it is kept, it counts nowhere, and its shift
  /// may be patrolled again.
  @Transactional
  public void annul(UUID teamId, UUID patrolId, PatrolAnnulment requested, Person by) {
    Team team = membership.lockForUpdate(teamId);
    Version last = requireStanding(teamId, patrolId, requested.version()).last();
    var problems = new FieldProblems();
    String reason = WorkNotes.require("reason", requested.reason(), problems);
    problems.requireNone();
    var version =
        new Version(
            last.version() + 1,
            last.startedAt(),
            last.endedAt(),
            last.members(),
            last.words(),
            reason,
            by.id(),
            clock.now());
    table.annul(patrolId, version);
    log.record(
        event(TeamWorkEvent.PATROL_ANNULLED, team, by)
            .fact("patrol", patrolId)
            .fact("version", version.version())
            .fact("minutes", version.minutes()));
  }

  /// One of a team that was seen as it stands.
  private Patrol requireStanding(UUID teamId, UUID patrolId, int version) {
    Patrol patrol =
        table
            .find(patrolId)
            .filter(each -> each.teamId().equals(teamId))
            .orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_PATROL));
    if (patrol.annulled()) {
      throw Problem.of(TeamWorkProblem.PATROL_ANNULLED);
    }
    if (patrol.last().version() != version) {
      throw Problem.of(TeamWorkProblem.PATROL_CHANGED);
    }
    if (patrol.erased()) {
      throw Problem.of(TeamWorkProblem.PATROL_ERASED);
    }
    return patrol;
  }

  /// Erases the words of patrols some time after they were written down.
  ///
  /// @return of how many
  @Transactional
  public int eraseOld() {
    List<UUID> erased = table.eraseBefore(clock.now().minus(settings.keepPatrols()), clock.now());
    if (!erased.isEmpty()) {
      log.record(
          Event.of(TeamWorkEvent.PATROLS_ERASED)
              .about("patrols", erased.getFirst(), null)
              .fact("patrols", erased));
    }
    return erased.size();
  }

  private void check(Team team, UUID patrolId, Version said, Instant now, FieldProblems problems) {
    WorkNotes.require("words", said.words() == null ? "" : said.words(), problems);
    if (said.endedAt().isAfter(now)) {
      problems.reject("endedAt", "past-or-present");
    }
    if (said.startedAt().isAfter(now)) {
      problems.reject("startedAt", "past-or-present");
    }
    LocalDate day = LocalDate.ofInstant(said.startedAt(), site.zone());
    if (!said.endedAt().isAfter(said.startedAt())) {
      problems.reject("endedAt", "team-end-before-start");
    } else if (said.startedAt().plus(MAX_DURATION).isBefore(said.endedAt())) {
      problems.reject("endedAt", "team-patrol-long", MAX_DURATION.toHours());
    }
    if (day.isBefore(clock.today().minusDays(OLDEST_DAYS))) {
      problems.reject("startedAt", "team-day-far", OLDEST_DAYS);
    }
    ServicePeriods serving = membership.servicePeriods(List.of(team.id()));
    serving(serving, said.members(), day, problems);
    if (!problems.isEmpty()) {
      return;
    }
    table.meeting(team.id(), said.startedAt(), said.endedAt()).stream()
        .filter(other -> !other.id().equals(patrolId))
        .flatMap(other -> said.twice(other.last()).stream())
        .findFirst()
        .ifPresent(member ->
            problems.reject("memberIds", "team-patrol-twice", Drills.name(serving, member)));
  }

  private static void serving(
      ServicePeriods serving, List<UUID> members, LocalDate day, FieldProblems problems) {
    Set<UUID> strange = new HashSet<>();
    for (UUID member : members) {
      if (serving.find(member, day).isEmpty() && strange.add(member)) {
        problems.reject("memberIds", "team-not-serving", Drills.name(serving, member));
      }
    }
  }

  /// Whether it was sent before.
  private static boolean isThere(Optional<UUID> teamOfSame, UUID teamId) {
    if (teamOfSame.isPresent() && !teamOfSame.get().equals(teamId)) {
      throw Problem.invalid("id", "team-id-taken");
    }
    return teamOfSame.isPresent();
  }

  private Shift shift(UUID teamId, UUID shiftId) {
    return shifts
        .find(shiftId)
        .filter(each -> each.teamId().equals(teamId))
        .orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_SHIFT));
  }

  private Team active(UUID teamId) {
    Team team = membership.lockForUpdate(teamId);
    if (team.state(clock.today()) != Team.State.ESTABLISHED) {
      throw Problem.of(TeamProblem.TEAM_NOT_ACTIVE, team.code());
    }
    return team;
  }

  private static LocalTime time(String text, FieldProblems problems) {
    try {
      String said = WrittenText.orNull(text);
      return LocalTime.parse(said == null || said.length() > 4 ? text.strip() : "0" + said);
    } catch (DateTimeException e) {
      problems.reject("starts", "team-time");
      return LocalTime.MIDNIGHT;
    }
  }

  static Event event(TeamWorkEvent type, Team team, @Nullable Person by) {
    return Event.of(type).by(by == null ? null : by.actor()).about("team", team.id(), team.code());
  }
}
