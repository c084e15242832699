package anbinh.team.member;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Member.State;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.MemberForms.Leaving;
import anbinh.team.member.MemberForms.MemberDetails;
import anbinh.team.member.TermTable.Closed;
import anbinh.team.unit.TeamEnded;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads, corrects and sees off members of teams, and erases who they were some time later; rights
/// are the caller's to check. No entry of the log says who. Safe for many threads.
@Component
public class Members {
  private static final Role[] IN_TEAMS = {Role.TEAM_LEADER, Role.TEAM_MEMBER};

  /// How long a leaving can be taken back. Chosen; afterwards who comes back is proposed anew.
  private static final Duration TAKEN_BACK_WITHIN = Duration.ofDays(30);

  private final MemberTable table;
  private final TeamTable teamTable;
  private final Access access;
  private final TermTable terms;
  private final Teams teams;
  private final People people;
  private final SiteClock clock;
  private final TeamSettings settings;
  private final AuditLog log;

  Members(
      MemberTable table,
      TeamTable teamTable,
      Access access,
      TermTable terms,
      Teams teams,
      People people,
      SiteClock clock,
      TeamSettings settings,
      AuditLog log) {
    this.table = table;
    this.teamTable = teamTable;
    this.access = access;
    this.terms = terms;
    this.teams = teams;
    this.people = people;
    this.clock = clock;
    this.settings = settings;
    this.log = log;
  }

  /// All of a member.
  public record Opened(Member member, @Nullable String nationalId) {
    @Override
    public String toString() {
      return "Opened[" + member.id() + "]";
    }
  }

  @Transactional
  public Opened read(Team team, UUID memberId, Person by) {
    Member member = get(team.id(), memberId);
    log.record(event(TeamEvent.MEMBER_READ, team, memberId, by));
    return new Opened(member, table.findNationalId(memberId).orElse(null));
  }

  @Transactional
  public void change(UUID teamId, UUID memberId, MemberDetails requested, Person by) {
    Team team = teams.lockForUpdate(teamId);
    Member member = recognised(team, memberId);
    if (member.version() != requested.version()) {
      throw Problem.of(TeamProblem.MEMBER_CHANGED);
    }
    String phone = WrittenText.orNull(requested.phone());
    String certificate = WrittenText.orNull(requested.certificate());
    String badge = WrittenText.orNull(requested.badge());
    String username = WrittenText.orNull(requested.username());
    var problems = new FieldProblems();
    if (phone != null && !phone.matches(PersonalNumbers.PHONE)) {
      problems.reject("phone", "team-phone");
    }
    LocalDate healthOn = requested.healthOn();
    if (healthOn != null && healthOn.isAfter(clock.today())) {
      problems.reject("healthOn", "past-or-present");
    }
    if (certificate != null && isTaken("certificate", certificate, memberId)) {
      problems.reject("certificate", "team-paper-taken");
    }
    if (badge != null && isTaken("badge", badge, memberId)) {
      problems.reject("badge", "team-paper-taken");
    }
    Optional<Person> account = username == null ? Optional.empty() : account(team, username);
    if (username != null && account.isEmpty()) {
      problems.reject("username", "team-no-account");
    } else if (account.filter(each -> table.isBound(each.id(), memberId)).isPresent()) {
      problems.reject("username", "team-account-bound");
    }
    problems.requireNone();
    UUID personId = account.map(Person::id).orElse(null);
    table.update(
        memberId,
        new MemberTable.Details(
            phone, requested.education(), healthOn, certificate, badge, personId));
    log.record(
        event(TeamEvent.MEMBER_CHANGED, team, memberId, by)
            .fact("phone", !Objects.equals(phone, member.phone()))
            .fact("education", requested.education() != member.education())
            .fact("health", !Objects.equals(healthOn, member.healthOn()))
            .fact("account", !Objects.equals(personId, member.personId()))
            .fact("certificate", !Objects.equals(certificate, member.certificate()))
            .fact("badge", !Objects.equals(badge, member.badge())));
  }

  /// The account of somebody who is in teams there; no other one is told from one that there is
  /// not.
  private Optional<Person> account(Team team, String username) {
    List<UUID> villages =
        teamTable.areas(List.of(team.id()), clock.today()).getOrDefault(team.id(), List.of());
    return people
        .find(username)
        .filter(Person::active)
        .filter(person -> villages.stream().anyMatch(area -> access.may(person, area, IN_TEAMS)));
  }

  @Transactional
  public void leave(UUID teamId, UUID memberId, Leaving requested, Person by) {
    Team team = teams.lockForUpdate(teamId);
    recognised(team, memberId);
    if (requested.reason() == LeavingReason.TEAM_DISSOLVED) {
      throw Problem.invalid("reason", "team-not-dissolved");
    }
    if (requested.on().isAfter(clock.today())) {
      throw Problem.invalid("on", "past-or-present");
    }
    Optional<LocalDate> began =
        terms.list(List.of(teamId)).stream()
            .filter(term -> term.memberId().equals(memberId) && term.accepted())
            .map(Term::from)
            .min(Comparator.naturalOrder());
    if (began
        .filter(day -> !day.isAfter(clock.today()))
        .filter(requested.on()::isBefore)
        .isPresent()) {
      throw Problem.invalid("on", "team-before-term", began.get());
    }
    table.leave(memberId, requested.on(), requested.reason(), clock.now());
    log.record(
        event(TeamEvent.MEMBER_LEFT, team, memberId, by)
            .fact("on", requested.on().toString())
            .fact("reason", requested.reason()));
  }

  /// Takes back that somebody left, where it was noted by mistake a short while ago and nothing of
  /// theirs is another one's since.
  @Transactional
  public void takeBackLeaving(UUID teamId, UUID memberId, String reason, Person by) {
    Team team = teams.lockForUpdate(teamId);
    Member member = get(teamId, memberId);
    if (reason.isBlank()) {
      throw Problem.invalid("reason", "required");
    }
    Instant oldest = clock.now().minus(TAKEN_BACK_WITHIN);
    boolean stands =
        member.state() != State.LEFT
            || member.leftReason() == LeavingReason.TEAM_DISSOLVED
            || member.name() == null
            || team.state(clock.today()) != Team.State.ESTABLISHED
            || table.findLeftAt(memberId).filter(at -> at.isAfter(oldest)).isEmpty();
    if (stands || table.isReplaced(memberId) || clashes(teamId, member)) {
      throw Problem.of(TeamProblem.LEAVING_STANDS);
    }
    table.takeBackLeaving(memberId);
    log.record(
        event(TeamEvent.LEAVING_TAKEN_BACK, team, memberId, by).detail("reason", reason.strip()));
  }

  /// Whether the terms of who left no longer fit to those that were decided since.
  private boolean clashes(UUID teamId, Member member) {
    List<TermRules.Held> others = new ArrayList<>();
    List<TermRules.Held> own = new ArrayList<>();
    List<Member> all = table.list(List.of(teamId));
    for (Term term : terms.list(List.of(teamId))) {
      if (!term.accepted()) {
        continue;
      }
      if (term.memberId().equals(member.id())) {
        own.add(
            new TermRules.Held(
                term.id(), member.id(), term.position(), term.from(), term.until(), null));
      } else {
        others.add(
            Recognition.held(
                term,
                all.stream()
                    .filter(each -> each.id().equals(term.memberId()))
                    .findFirst()
                    .orElse(null)));
      }
    }
    return !TermRules.clashes(others, own).isEmpty();
  }

  /// Whoever is in a team that ends leaves with it; who was proposed for it is refused.
  @EventListener
  public void on(TeamEnded ended) {
    Team team = ended.team();
    for (Member member : table.list(List.of(team.id()))) {
      if (member.state() == State.RECOGNISED) {
        table.leave(member.id(), ended.on(), LeavingReason.TEAM_DISSOLVED, clock.now());
        log.record(
            event(TeamEvent.MEMBER_LEFT, team, member.id(), ended.by())
                .fact("on", ended.on().toString())
                .fact("reason", LeavingReason.TEAM_DISSOLVED));
      }
    }
    terms
        .findPending(team.id())
        .ifPresent(pending -> close(pending, team, Closed.TEAM_ENDED, ended.by()));
  }

  /// Takes back what waits, as long as nobody decided.
  @Transactional
  public void withdraw(UUID teamId, Person by) {
    Team team = teams.lockForUpdate(teamId);
    Proposal pending =
        terms.findPending(teamId).orElseThrow(() -> Problem.of(TeamProblem.NO_TEAM_PROPOSAL));
    close(pending, team, Closed.WITHDRAWN, by);
  }

  private void close(Proposal proposal, Team team, Closed closed, @Nullable Person by) {
    UUID event =
        log.record(
            Teams.event(TeamEvent.MEMBERS_CLOSED, team, by)
                .fact("closed", closed)
                .fact("count", terms.count(proposal.id())));
    terms.close(proposal.id(), closed, clock.now(), event);
  }

  /// Erases who they were of those who left, or were refused, long ago, or about whom nobody
  /// decided for as long.
  ///
  /// @return how many were erased
  @Transactional
  public int eraseOld() {
    Instant before = clock.now().minus(settings.keepLeft());
    LocalDate day = clock.today().minusDays(settings.keepLeft().toDays());
    for (Proposal old : terms.listPendingSince(before)) {
      Team team = teams.lockForUpdate(old.teamId());
      if (terms.findPending(team.id()).filter(old::equals).isPresent()) {
        close(old, team, Closed.LAPSED, null);
      }
    }
    List<UUID> erased = table.eraseBefore(day, before, clock.now());
    if (!erased.isEmpty()) {
      terms.eraseReasons(erased);
      log.record(
          Event.of(TeamEvent.MEMBERS_ERASED)
              .about("team-members", erased.getFirst(), null)
              .fact("members", erased));
    }
    return erased.size();
  }

  private Member get(UUID teamId, UUID memberId) {
    return table
        .find(memberId)
        .filter(member -> member.teamId().equals(teamId))
        .orElseThrow(() -> Problem.of(TeamProblem.NO_SUCH_MEMBER));
  }

  private Member recognised(Team team, UUID memberId) {
    Member member = get(team.id(), memberId);
    if (member.state() != State.RECOGNISED) {
      throw Problem.of(TeamProblem.MEMBER_NOT_ACTIVE);
    }
    return member;
  }

  private boolean isTaken(String column, String number, UUID memberId) {
    return !table.takenPapers(column, List.of(number), memberId).isEmpty();
  }

  private static Event event(TeamEvent type, Team team, UUID memberId, Person by) {
    return Teams.event(type, team, by).fact("member", memberId);
  }
}
