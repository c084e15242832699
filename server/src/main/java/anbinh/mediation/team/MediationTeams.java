package anbinh.mediation.team;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.team.Mediator.EndOfOffice;
import anbinh.platform.FieldProblems;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Proposes and recognises mediators; rights are the caller's to check, but that nobody recognises
/// whom they proposed. Safe for many threads.
@Component
public class MediationTeams {
  private static final String LEADER_ELECTION = "leaderElection.";

  /// The day of the law.
  private static final LocalDate IN_FORCE = LocalDate.of(2014, 1, 1);

  private final MediationTeamTable table;
  private final ReleaseTable releases;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  MediationTeams(
      MediationTeamTable table,
      ReleaseTable releases,
      Areas areas,
      Access access,
      People people,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.releases = releases;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Transactional
  public MediationTeam propose(NewMediationTeam requested, Person by) {
    var problems = new FieldProblems();
    if (areas.findPresent(requested.villageId()).filter(each -> isVillage(each.kind())).isEmpty()) {
      problems.reject("villageId", "no-village");
    }
    if (requested.mediators().stream().noneMatch(NewMediator::woman)) {
      problems.reject("mediators", "woman-missing");
    }
    if (requested.mediators().stream().filter(NewMediator::leader).count() != 1) {
      problems.reject("mediators", "one-leader");
    }
    Set<String> names = new HashSet<>();
    Set<UUID> accounts = new HashSet<>();
    for (int i = 0; i < requested.mediators().size(); i++) {
      NewMediator each = requested.mediators().get(i);
      problems.addAll(
          problems("mediators[" + i + "].", requested.villageId(), each, names, accounts));
    }
    problems.addAll(
        requested.election().problems("election.", clock.today(), requested.mediators().size()));
    for (int i = 0; i < requested.mediators().size(); i++) {
      problems.addAll(
          requested
              .election()
              .problems("mediators[" + i + "].votes", requested.mediators().get(i).votes()));
    }
    problems.addAll(
        requested
            .leaderElection()
            .problems(
                LEADER_ELECTION,
                requested.election().heldOn(),
                clock.today(),
                requested.mediators().size()));
    problems.requireNone();
    if (!table.listOf(List.of(requested.villageId())).isEmpty()) {
      throw Problem.of(MediationProblem.MEDIATION_TEAM_EXISTS);
    }
    UUID id = ids.next();
    table.insert(
        new MediationTeam(
            id, requested.villageId(), requested.minorityArea(), null, false, List.of()));
    elect(id, requested.election(), requested.mediators(), by).stream()
        .filter(Mediator::leader)
        .forEach(leader -> table.noteLeaderElection(leader.id(), requested.leaderElection()));
    MediationTeam team = get(id);
    log.record(
        event(MediationEvent.TEAM_PROPOSED, team, by)
            .fact("mediators", team.mediators().size())
            .detail("names", team.mediators().stream().map(Mediator::name).toList()));
    return team;
  }

  /// @param leaderElection how the mediators elected them to lead; null for who does not
  @Transactional
  public MediationTeam propose(
      UUID id,
      NewMediator requested,
      Election election,
      @Nullable LeaderElection leaderElection,
      Person by) {
    MediationTeam team = lockForUpdate(id);
    Set<String> names = new HashSet<>();
    Set<UUID> accounts = new HashSet<>();
    for (Mediator each : team.mediators()) {
      if (each.serves() || each.waits()) {
        names.add(FoldedText.accentedWords(each.name()));
        if (each.personId() != null) {
          accounts.add(each.personId());
        }
      }
    }
    FieldProblems problems = problems("mediator.", team.villageId(), requested, names, accounts);
    problems.addAll(election.problems("election.", clock.today(), names.size()));
    problems.addAll(election.problems("mediator.votes", requested.votes()));
    if (requested.leader() != (leaderElection != null)) {
      problems.reject("leaderElection", "leader-election-missing");
    } else if (leaderElection != null) {
      problems.addAll(
          leaderElection.problems(LEADER_ELECTION, election.heldOn(), clock.today(), names.size()));
    }
    problems.requireNone();
    Mediator mediator = elect(id, election, List.of(requested), by).getFirst();
    if (leaderElection != null) {
      table.noteLeaderElection(mediator.id(), leaderElection);
    }
    log.record(
        event(MediationEvent.MEDIATOR_PROPOSED, team, by)
            .fact("mediator", mediator.id())
            .detail("name", mediator.name()));
    return get(id);
  }

  /// Says whether a minority that lives there has somebody in the team.
  @Transactional
  public MediationTeam noteRepresentation(UUID id, boolean represented, Person by) {
    MediationTeam team = lockForUpdate(id);
    table.noteRepresentation(id, represented, by.id());
    log.record(
        event(MediationEvent.REPRESENTATION_NOTED, team, by).fact("represented", represented));
    return get(id);
  }

  /// Recognises all who are proposed; a new leader is it in the place of the one before.
  @Transactional
  public MediationTeam recognise(UUID id, String number, LocalDate on, Person by) {
    checkDay(on);
    MediationTeam team = holdWaiting(id, by);
    Set<MediationTeam.Gap> gaps = team.gapsWhenRecognised();
    if (!gaps.isEmpty()) {
      throw Problem.of(MediationProblem.MEDIATION_TEAM_INCOMPLETE).with("gaps", gaps);
    }
    Optional<Mediator> newLeader = team.waiting().stream().filter(Mediator::leader).findFirst();
    table.recognise(id, number.strip(), on, by.id());
    newLeader.ifPresent(leader -> table.lead(id, leader.id()));
    log.record(
        event(MediationEvent.TEAM_RECOGNISED, team, by)
            .fact("mediators", team.waiting().size())
            .fact("on", on.toString())
            .detail("number", number.strip()));
    return get(id);
  }

  /// Refuses all who are proposed.
  @Transactional
  public MediationTeam refuse(UUID id, String reason, Person by) {
    MediationTeam team = holdWaiting(id, by);
    table.refuse(id, reason, clock.now(), by.id());
    log.record(
        event(MediationEvent.PROPOSAL_REFUSED, team, by)
            .fact("mediators", team.waiting().size())
            .detail("reason", reason));
    return get(id);
  }

  /// Recognises as the leader whom the mediators elected (article 14.2).
  @Transactional
  public MediationTeam lead(
      UUID id, UUID mediatorId, LeaderElection election, String number, LocalDate on, Person by) {
    checkDay(on);
    MediationTeam team = lockForUpdate(id);
    Mediator mediator = serving(team, mediatorId);
    Mediator.Elected elected = mediator.elected();
    election
        .problems("election.", elected == null ? IN_FORCE : elected.on(), on, team.serving().size())
        .requireNone();
    table.noteLeaderElection(mediator.id(), election);
    table.lead(id, mediator.id());
    log.record(
        event(MediationEvent.LEADER_RECOGNISED, team, by)
            .fact("mediator", mediator.id())
            .fact("on", on.toString())
            .detail("number", number.strip()));
    return get(id);
  }

  /// Binds an account; once somebody's was bound, another person's is not: a mediator's account
  /// opens what is assigned to them, and the village elected who they are.
  ///
  /// @param personId null for none any more
  @Transactional
  public MediationTeam bind(UUID id, UUID mediatorId, @Nullable UUID personId, Person by) {
    MediationTeam team = lockForUpdate(id);
    Mediator mediator = serving(team, mediatorId);
    if (personId != null) {
      boolean taken =
          team.mediators().stream()
              .filter(each -> each.serves() || each.waits())
              .anyMatch(each -> personId.equals(each.personId()) && !each.equals(mediator));
      if (taken || !isMediator(personId, team.villageId())) {
        throw Problem.invalid("personId", taken ? "account-twice" : "no-mediators-account");
      }
      Optional<UUID> first = table.findFirstAccount(mediator.id());
      if (first.isPresent() && !people.accountsOf(first.get()).contains(personId)) {
        throw Problem.invalid("personId", "account-of-another");
      }
    }
    table.bind(mediator.id(), personId);
    Event bound =
        event(MediationEvent.ACCOUNT_BOUND, team, by)
            .fact("mediator", mediator.id())
            .fact("bound", personId != null);
    log.record(personId == null ? bound : bound.fact("account", personId));
    return get(id);
  }

  /// Ends what somebody is by the chair's decision (article 11).
  @Transactional
  public MediationTeam end(UUID id, UUID mediatorId, String number, LocalDate on, Person by) {
    checkDay(on);
    MediationTeam team = lockForUpdate(id);
    Mediator mediator = serving(team, mediatorId);
    Release release = waiting(mediator, by);
    EndOfOffice cause = release.cause();
    releases.decide(release.id(), null, by.id(), clock.now());
    table.end(mediator.id(), cause, number.strip(), on, by.id());
    log.record(
        event(MediationEvent.MEDIATOR_ENDED, team, by)
            .fact("mediator", mediator.id())
            .fact("cause", cause)
            .fact("on", on.toString())
            .detail("number", number.strip()));
    return get(id);
  }

  /// Accounts that may be bound to mediators of a village.
  List<Person> listAccounts(UUID villageId) {
    return people.listActive(Role.MEDIATOR).stream()
        .filter(each -> access.may(each, villageId, Role.MEDIATOR))
        .toList();
  }

  MediationTeam get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(MediationProblem.NO_SUCH_MEDIATION_TEAM));
  }

  /// Whether a reader proposed none of those who wait, be it by another account.
  ///
  /// @param accounts all of the reader's
  static boolean mayDecide(MediationTeam team, Set<UUID> accounts) {
    return !team.waiting().isEmpty()
        && team.waiting().stream().map(Mediator::proposedBy).noneMatch(accounts::contains);
  }

  /// Asks the chair to release somebody: at their own wish they themselves or who leads the team,
  /// else who leads the team, the Front or the village's head (article 11.2).
  @Transactional
  public MediationTeam requestRelease(
      UUID id, UUID mediatorId, EndOfOffice cause, String reason, Person by) {
    MediationTeam team = lockForUpdate(id);
    Mediator mediator = serving(team, mediatorId);
    Set<UUID> own = people.accountsOf(by.id());
    boolean self = mediator.personId() != null && own.contains(mediator.personId());
    boolean leads =
        team.findLeader()
            .filter(each -> each.personId() != null && own.contains(each.personId()))
            .filter(each -> !each.id().equals(mediatorId))
            .isPresent();
    boolean keeps = access.may(by, team.villageId(), Role.VILLAGE_HEAD, Role.PARTNER);
    if (!keeps && !leads && !(self && cause == EndOfOffice.OWN_WISH)) {
      throw access.refuse(MediationProblem.NOT_YOUR_RELEASE, "mediation-team", id);
    }
    if (releases.findPending(mediatorId).isPresent()) {
      throw Problem.of(MediationProblem.RELEASE_WAITS);
    }
    releases.insert(new Release(ids.next(), mediatorId, cause, reason, by.id(), clock.now()));
    log.record(
        event(MediationEvent.RELEASE_REQUESTED, team, by)
            .fact("mediator", mediatorId)
            .fact("cause", cause)
            .detail("reason", reason));
    return get(id);
  }

  @Transactional
  public MediationTeam refuseRelease(UUID id, UUID mediatorId, String reason, Person by) {
    MediationTeam team = lockForUpdate(id);
    Release release = waiting(serving(team, mediatorId), by);
    releases.decide(release.id(), reason, by.id(), clock.now());
    log.record(
        event(MediationEvent.RELEASE_REFUSED, team, by)
            .fact("mediator", mediatorId)
            .detail("reason", reason));
    return get(id);
  }

  /// What waits of somebody; decided by another person than who asked.
  private Release waiting(Mediator mediator, Person by) {
    Release release =
        releases
            .findPending(mediator.id())
            .orElseThrow(() -> Problem.of(MediationProblem.NO_RELEASE));
    if (people.maybeSame(by, release.requestedBy())) {
      throw access.refuse(MediationProblem.OWN_PROPOSAL, "mediation-team", mediator.teamId());
    }
    return release;
  }

  /// Releases that wait, by mediator.
  Map<UUID, Release> releases(List<MediationTeam> teams) {
    return releases.pending(
        teams.stream().flatMap(each -> each.mediators().stream()).map(Mediator::id).toList());
  }

  List<TeamReview> reviews(UUID id) {
    return releases.reviews(id);
  }

  /// Notes the review of a year, once.
  @Transactional
  public void review(TeamReview said, Person by) {
    MediationTeam team = lockForUpdate(said.teamId());
    LocalDate today = clock.today();
    var problems = new FieldProblems();
    if (said.heldOn().isAfter(today)) {
      problems.reject("heldOn", "past-or-present");
    }
    if (said.year() > today.getYear() || said.year() < today.getYear() - 1) {
      problems.reject(
          "year",
          "review-year",
          String.valueOf(today.getYear() - 1),
          String.valueOf(today.getYear()));
    }
    problems.requireNone();
    if (!releases.insert(said)) {
      throw Problem.of(MediationProblem.REVIEW_THERE);
    }
    log.record(
        event(MediationEvent.TEAM_REVIEWED, team, by)
            .fact("year", said.year())
            .fact("proposal", said.proposal()));
  }

  private List<Mediator> elect(
      UUID team, Election election, List<NewMediator> requested, Person by) {
    UUID id = ids.next();
    table.insert(id, team, election, by.id(), clock.now());
    List<Mediator> elected = new ArrayList<>();
    for (NewMediator each : requested) {
      Mediator mediator = mediator(team, each, by);
      table.insert(mediator, id, each.votes());
      elected.add(mediator);
    }
    return elected;
  }

  private MediationTeam holdWaiting(UUID id, Person by) {
    MediationTeam team = lockForUpdate(id);
    if (team.waiting().isEmpty()) {
      throw Problem.of(MediationProblem.NOTHING_PROPOSED);
    }
    if (!mayDecide(team, people.accountsOf(by.id()))) {
      throw access.refuse(MediationProblem.OWN_PROPOSAL, "mediation-team", id);
    }
    return team;
  }

  private MediationTeam lockForUpdate(UUID id) {
    return table
        .findForUpdate(id)
        .orElseThrow(() -> Problem.of(MediationProblem.NO_SUCH_MEDIATION_TEAM));
  }

  private static Mediator serving(MediationTeam team, UUID mediatorId) {
    return team.serving().stream()
        .filter(each -> each.id().equals(mediatorId))
        .findFirst()
        .orElseThrow(() -> Problem.of(MediationProblem.NO_SUCH_MEDIATOR));
  }

  private FieldProblems problems(
      String prefix, UUID villageId, NewMediator requested, Set<String> names, Set<UUID> accounts) {
    var problems = new FieldProblems();
    if (!names.add(FoldedText.accentedWords(requested.name()))) {
      problems.reject(prefix + "name", "named-twice");
    }
    UUID account = requested.personId();
    if (account != null && !accounts.add(account)) {
      problems.reject(prefix + "personId", "account-twice");
    } else if (account != null && !isMediator(account, villageId)) {
      problems.reject(prefix + "personId", "no-mediators-account");
    }
    return problems;
  }

  private boolean isMediator(UUID personId, UUID villageId) {
    return people
        .find(personId)
        .filter(Person::active)
        .filter(each -> access.may(each, villageId, Role.MEDIATOR))
        .isPresent();
  }

  private Mediator mediator(UUID team, NewMediator requested, Person by) {
    return new Mediator(
        ids.next(),
        team,
        requested.name().strip(),
        requested.woman(),
        requested.leader(),
        requested.personId(),
        by.id(),
        clock.now(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// What the law calls a village or residential group lies where this program has areas of one
  /// kind.
  private static boolean isVillage(AreaKind kind) {
    return kind == AreaKind.RESIDENTIAL_AREA;
  }

  private void checkDay(LocalDate on) {
    if (on.isAfter(clock.today())) {
      throw Problem.invalid("on", "past-or-present");
    }
  }

  private static Event event(MediationEvent type, MediationTeam team, Person by) {
    return Event.of(type).by(by.actor()).about("mediation-team", team.id(), null);
  }
}
