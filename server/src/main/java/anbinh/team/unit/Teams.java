package anbinh.team.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.platform.sql.ShortCodes;
import anbinh.team.Paper;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.TeamProblem;
import anbinh.team.unit.TeamForms.NewTeam;
import anbinh.team.unit.TeamForms.TeamChange;
import anbinh.team.unit.TeamForms.TeamDecision;
import anbinh.team.unit.TeamProposal.Decision;
import anbinh.team.unit.TeamProposal.Kind;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamTable.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has teams proposed, established, changed and dissolved, which needs two people; rights are the
/// caller's to check. Safe for many threads.
@Component
@NamedInterface("services")
public class Teams {
  public static final String CODE_PREFIX = "TEAM";
  private static final int MAX_CHANGE_YEARS = 1;

  private final TeamTable table;
  private final TeamProposalTable proposals;
  private final Areas areas;
  private final ShortCodes codes;
  private final People people;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final ApplicationEventPublisher listeners;
  private final AuditLog log;

  Teams(
      TeamTable table,
      TeamProposalTable proposals,
      Areas areas,
      ShortCodes codes,
      People people,
      Access access,
      Ids ids,
      SiteClock clock,
      ApplicationEventPublisher listeners,
      AuditLog log) {
    this.table = table;
    this.proposals = proposals;
    this.areas = areas;
    this.codes = codes;
    this.people = people;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.listeners = listeners;
    this.log = log;
  }

  public Team get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(TeamProblem.NO_SUCH_TEAM));
  }

  /// One that is held until the transaction ends.
  public Team lockForUpdate(UUID id) {
    return table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamProblem.NO_SUCH_TEAM));
  }

  /// Where a team lies today: its commune, or the one that took it over; of a commune that was
  /// divided, the one of its villages.
  public UUID communeOf(Team team) {
    UUID first = team.communeId();
    Area office = areas.findOffice(first).filter(area -> area.kind().isCommune()).orElse(null);
    if (office != null) {
      return office.id();
    }
    return table
        .areas(List.of(team.id()), lastDay(team))
        .getOrDefault(team.id(), List.of())
        .stream()
        .sorted()
        .flatMap(village -> areas.findOffice(village).stream())
        .filter(area -> area.kind().isCommune())
        .map(Area::id)
        .findFirst()
        .orElse(first);
  }

  /// The communes whose teams may lie in a commune today: itself, those that went into it, and
  /// those that were divided and had one of its villages.
  public Set<UUID> communesIn(UUID commune) {
    Set<UUID> found = new HashSet<>(areas.below(commune));
    found.addAll(table.communesCovering(found, clock.today()));
    return found;
  }

  /// A day on which its villages say where it lies.
  private LocalDate lastDay(Team team) {
    LocalDate dissolved = team.dissolvedOn();
    return dissolved == null ? clock.today() : dissolved.minusDays(1);
  }

  /// Requires that somebody else proposed something, by name as well; to be asked of a row that is
  /// held.
  public void requireAnother(Person by, UUID proposedBy, UUID teamId) {
    if (people.maybeSame(by, proposedBy)) {
      throw access.refuse(TeamProblem.OWN_TEAM_PROPOSAL, "team", teamId);
    }
  }

  @Transactional
  public Team propose(NewTeam requested, Person by) {
    table.lockForUpdate(requested.communeId());
    String name = WrittenText.of(requested.name());
    List<UUID> villages = requested.areaIds().stream().distinct().toList();
    var problems = new FieldProblems();
    WrittenText.require("name", name, problems);
    boolean commune =
        areas
            .findPresent(requested.communeId())
            .filter(area -> area.kind().isCommune())
            .isPresent();
    if (!commune) {
      problems.reject("communeId", "team-commune");
    } else {
      problems.addAll(villageProblems(requested.communeId(), villages, null, clock.today()));
    }
    if (table.isNameTaken(communesIn(requested.communeId()), name)) {
      problems.reject("name", "team-name-taken");
    }
    problems.addAll(strengthProblems(requested.planned(), clock.today()));
    problems.requireNone();
    var team =
        new Team(
            ids.next(), codes.next(CODE_PREFIX), requested.communeId(), name, false, null, null);
    table.insert(List.of(team), clock.now());
    propose(
        team,
        Kind.ESTABLISH,
        requested.planned(),
        villages,
        null,
        WrittenText.orNull(requested.reason()),
        event(TeamEvent.PROPOSED, team, by)
            .fact("planned", requested.planned())
            .fact("areas", villages),
        by);
    return team;
  }

  @Transactional
  public void proposeChange(UUID id, TeamChange requested, Person by) {
    Team team = active(id);
    UUID commune = communeOf(team);
    List<UUID> villages = requested.areaIds().stream().distinct().toList();
    var problems = new FieldProblems();
    WrittenText.require("reason", requested.reason(), problems);
    LocalDate established = team.establishedOn();
    if (established != null && requested.from().isBefore(established)) {
      problems.reject("from", "team-before-established", established);
    }
    if (requested.from().isAfter(clock.today().plusYears(MAX_CHANGE_YEARS))) {
      problems.reject("from", "team-too-far");
    }
    problems.addAll(villageProblems(commune, villages, id, requested.from()));
    problems.addAll(strengthProblems(requested.planned(), requested.from()));
    problems.requireNone();
    propose(
        team,
        Kind.CHANGE,
        requested.planned(),
        villages,
        requested.from(),
        requested.reason().strip(),
        event(TeamEvent.CHANGE_PROPOSED, team, by)
            .fact("planned", requested.planned())
            .fact("areas", villages)
            .fact("from", requested.from().toString()),
        by);
  }

  @Transactional
  public void proposeEnd(UUID id, String reason, Person by) {
    var problems = new FieldProblems();
    WrittenText.require("reason", reason, problems);
    problems.requireNone();
    Team team = active(id);
    propose(
        team,
        Kind.DISSOLVE,
        null,
        List.of(),
        null,
        reason.strip(),
        event(TeamEvent.DISSOLUTION_PROPOSED, team, by),
        by);
  }

  private void propose(
      Team team,
      Kind kind,
      @Nullable Integer planned,
      List<UUID> villages,
      @Nullable LocalDate from,
      @Nullable String reason,
      Event event,
      Person by) {
    if (proposals.findPending(team.id()).isPresent()) {
      throw Problem.of(TeamProblem.TEAM_PROPOSAL_PENDING, team.code());
    }
    UUID recorded = log.record(reason == null ? event : event.detail("reason", reason));
    proposals.insert(
        List.of(
            new TeamProposal(
                ids.next(),
                team.id(),
                kind,
                planned,
                villages,
                from,
                reason,
                by.id(),
                clock.now(),
                recorded,
                false,
                null)));
  }

  /// Accepts or refuses what waits; another person than who proposed it.
  @Transactional
  public void decide(UUID id, TeamDecision requested, Person by) {
    table.lockForUpdate(communeOf(get(id)));
    Team team = lockForUpdate(id);
    TeamProposal proposal =
        proposals.findPending(id).orElseThrow(() -> Problem.of(TeamProblem.NO_TEAM_PROPOSAL));
    requireAnother(by, proposal.proposedBy(), id);
    if (!proposal.id().equals(requested.actId())) {
      throw Problem.of(TeamProblem.TEAM_PROPOSAL_OTHER, team.code());
    }
    Outcome outcome = requested.outcome();
    String reason = WrittenText.orNull(requested.reason());
    Paper paper = paper(requested, team, proposal);
    LocalDate from = paper == null || proposal.kind() == Kind.CHANGE ? proposal.from() : paper.on();
    if (outcome == Outcome.ACCEPTED && from != null) {
      accept(team, proposal, from, by);
    } else if (proposal.kind() == Kind.ESTABLISH) {
      table.refuse(id);
      listeners.publishEvent(new TeamEnded(team, clock.today(), by));
    }
    Event event = event(type(proposal.kind(), outcome), team, by);
    if (from != null) {
      event = event.fact("from", from.toString());
    }
    if (proposal.planned() != null) {
      event = event.fact("planned", proposal.planned()).fact("areas", proposal.areas());
    }
    if (paper != null) {
      event = event.fact("paperOn", paper.on().toString()).detail("paper", paper.number());
    }
    UUID recorded = log.record(reason == null ? event : event.detail("reason", reason));
    proposals.decide(
        proposal.id(), from, new Decision(outcome, reason, by.id(), clock.now(), recorded, paper));
  }

  /// A team is to have as many people as the standard wants of one at the least.
  private List<FieldProblem> strengthProblems(int planned, LocalDate from) {
    int least = table.standard(from).leastStrength();
    return planned < least
        ? List.of(new FieldProblem("planned", "team-too-few", List.of(least)))
        : List.of();
  }

  private void accept(Team team, TeamProposal proposal, LocalDate from, Person by) {
    Integer planned = proposal.planned();
    if (planned == null) {
      table.dissolve(team.id(), from);
      listeners.publishEvent(new TeamEnded(team, from, by));
      return;
    }
    List<FieldProblem> problems =
        villageProblems(communeOf(team), proposal.areas(), team.id(), from);
    if (!problems.isEmpty()) {
      throw Problem.invalid(
          problems.stream()
              .map(each -> new FieldProblem("outcome", each.code(), each.arguments()))
              .toList());
    }
    if (proposal.kind() == Kind.ESTABLISH) {
      table.establish(team.id(), from);
    }
    table.reshape(new Shape(team.id(), from, planned, proposal.areas()));
  }

  /// The paper of what is accepted; null of what is refused.
  private @Nullable Paper paper(TeamDecision requested, Team team, TeamProposal proposal) {
    var problems = new FieldProblems();
    if (requested.outcome() == Outcome.REFUSED) {
      if (WrittenText.orNull(requested.reason()) == null) {
        throw Problem.invalid("reason", "required");
      }
      return null;
    }
    Paper paper =
        Paper.read(
            requested.number(),
            requested.on(),
            requested.signer(),
            clock.today(),
            proposal.kind() == Kind.ESTABLISH ? null : team.establishedOn(),
            problems);
    problems.requireNone();
    return paper;
  }

  private List<FieldProblem> villageProblems(
      UUID communeId, List<UUID> villages, @Nullable UUID team, LocalDate from) {
    List<String> strange = new ArrayList<>();
    for (UUID village : villages) {
      boolean right =
          areas
              .findPresent(village)
              .filter(area -> area.kind() == AreaKind.RESIDENTIAL_AREA)
              .map(Area::parentId)
              .flatMap(areas::findOffice)
              .filter(office -> office.id().equals(communeId))
              .isPresent();
      if (!right) {
        strange.add(areas.find(village).map(Area::name).orElse("?"));
      }
    }
    if (!strange.isEmpty()) {
      return List.of(
          new FieldProblem("areaIds", "team-village", List.of(String.join(", ", strange))));
    }
    Map<UUID, String> covered = table.coveredByOthers(villages, team, from);
    return covered.isEmpty()
        ? List.of()
        : List.of(new FieldProblem("areaIds", "team-village-covered", List.of(covered(covered))));
  }

  private String covered(Map<UUID, String> covered) {
    Map<UUID, String> names = areas.names(covered.keySet());
    return String.join(
        ", ",
        covered.entrySet().stream()
            .map(each -> names.getOrDefault(each.getKey(), "?") + " (" + each.getValue() + ")")
            .sorted()
            .toList());
  }

  private Team active(UUID id) {
    Team team = lockForUpdate(id);
    if (team.state(clock.today()) != Team.State.ESTABLISHED) {
      throw Problem.of(TeamProblem.TEAM_NOT_ACTIVE, team.code());
    }
    return team;
  }

  private static TeamEvent type(Kind kind, Outcome outcome) {
    boolean accepted = outcome == Outcome.ACCEPTED;
    return switch (kind) {
      case ESTABLISH -> accepted ? TeamEvent.ESTABLISHED : TeamEvent.NOT_ESTABLISHED;
      case CHANGE -> accepted ? TeamEvent.CHANGED : TeamEvent.NOT_CHANGED;
      case DISSOLVE -> accepted ? TeamEvent.DISSOLVED : TeamEvent.NOT_DISSOLVED;
    };
  }

  public static Event event(TeamEvent type, Team team, @Nullable Person by) {
    return Event.of(type).by(by == null ? null : by.actor()).about("team", team.id(), team.code());
  }

  /// As names are kept: composed, without blanks around them.
}
