package anbinh.team.web;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.Conditions;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.member.Proposal;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamForms.NewTeam;
import anbinh.team.unit.TeamForms.TeamChange;
import anbinh.team.unit.TeamForms.TeamDecision;
import anbinh.team.unit.TeamForms.TeamEnd;
import anbinh.team.unit.TeamListTable;
import anbinh.team.unit.TeamProposal;
import anbinh.team.unit.TeamProposalTable;
import anbinh.team.unit.TeamStandard;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import anbinh.team.web.TeamAccess.OnTeam;
import anbinh.team.web.TeamView.TakenListView;
import anbinh.team.web.TeamView.TeamLine;
import anbinh.team.web.TeamView.Waiting;
import anbinh.team.web.TeamView.WaitingView;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// `/api/teams`: the officer of the commune proposes, the chair decides. Lists name nobody; a team
/// with its people is read by itself, with an entry of the log.
@RestController
@RequestMapping("/api/teams")
class TeamsController {
  private static final int MAX_LISTS = 20;

  private final Teams teams;
  private final TeamTable table;
  private final TeamProposalTable proposals;
  private final TermTable terms;
  private final TeamListTable taken;
  private final TeamAccess may;
  private final TeamResponseMapper views;
  private final SiteClock clock;
  private final Access access;
  private final Areas areas;
  private final People people;
  private final AuditLog log;

  TeamsController(
      Teams teams,
      TeamTable table,
      TeamProposalTable proposals,
      TermTable terms,
      TeamListTable taken,
      TeamAccess may,
      TeamResponseMapper views,
      SiteClock clock,
      Access access,
      Areas areas,
      People people,
      AuditLog log) {
    this.teams = teams;
    this.table = table;
    this.proposals = proposals;
    this.terms = terms;
    this.taken = taken;
    this.may = may;
    this.views = views;
    this.clock = clock;
    this.access = access;
    this.areas = areas;
    this.people = people;
    this.log = log;
  }

  /// By code. Each word of `q` is sought in name, code and the name of the commune, and by who
  /// reads all of a team in the names of its members.
  @GetMapping
  Page<TeamLine> list(@RequestParam(defaultValue = "") String q, PageRequest page) {
    Person reader = access.require(TeamAccess.READERS);
    boolean office = office(reader);
    Optional<Set<UUID>> bound = may.findBound(reader);
    if (bound.isPresent() && !office) {
      return Page.all(views.lines(table.list(bound.get())));
    }
    Conditions filter =
        table.filter(
            office ? access.scope(reader, TeamAccess.OFFICE).areas() : ownVillage(reader),
            clock.today(),
            SearchTerms.parse(q),
            office,
            areas::named);
    Page<Team> cut =
        Page.of(
            table.list(filter, page.key(0, text -> text).orElse(null), page.rows()),
            page,
            team -> List.of(team.code()),
            most -> table.count(filter, most));
    return cut.with(views.lines(cut.items()));
  }

  /// What law and province say of teams today.
  @GetMapping("/standard")
  TeamStandard standard() {
    access.require(TeamAccess.OFFICE);
    return table.standard(clock.today());
  }

  /// What waits for the signed-in chair, oldest first, in parts.
  @GetMapping("/waiting")
  Page<WaitingView> waiting(PageRequest page) {
    Person chair = access.require(Role.CHAIR);
    Collection<UUID> communes = access.scope(chair, Role.CHAIR).areas();
    Set<UUID> own = people.accountsOf(chair.id());
    UUID after = page.after();
    List<TeamProposal> ofTeams = proposals.listPending(communes, own, after, page.rows());
    List<Proposal> ofMembers = terms.listPending(communes, own, after, page.rows());
    Map<UUID, Team> found = new HashMap<>();
    Set<UUID> about = new HashSet<>(Ids.of(ofTeams, TeamProposal::teamId));
    about.addAll(Ids.of(ofMembers, Proposal::teamId));
    Set<UUID> who = new HashSet<>(Ids.of(ofTeams, TeamProposal::proposedBy));
    who.addAll(Ids.of(ofMembers, Proposal::proposedBy));
    table.list(about).forEach(team -> found.put(team.id(), team));
    Map<UUID, String> names = people.displayNames(who);
    Map<UUID, String> places = areas.names(Ids.of(found.values(), Team::communeId));
    List<WaitingView> all = new ArrayList<>();
    for (TeamProposal proposal : ofTeams) {
      Waiting what = Waiting.valueOf(proposal.kind().name());
      add(
          all,
          proposal.id(),
          what,
          found.get(proposal.teamId()),
          proposal.proposedBy(),
          proposal.proposedAt(),
          names,
          places);
    }
    for (Proposal each : ofMembers) {
      add(
          all,
          each.id(),
          Waiting.MEMBERS,
          found.get(each.teamId()),
          each.proposedBy(),
          each.proposedAt(),
          names,
          places);
    }
    // Identifiers sort by when they were made; as text, since UUID itself compares signed.
    all.sort(Comparator.comparing(each -> each.id().toString()));
    return Page.read(
        page, each -> List.of(each.id().toString()), rows -> all.stream().limit(rows).toList());
  }

  private static void add(
      List<WaitingView> all,
      UUID id,
      Waiting what,
      @Nullable Team team,
      UUID by,
      Instant at,
      Map<UUID, String> names,
      Map<UUID, String> places) {
    if (team != null) {
      all.add(
          new WaitingView(
              id,
              what,
              team.id(),
              team.code(),
              team.name(),
              team.communeId(),
              places.getOrDefault(team.communeId(), ""),
              PersonName.of(by, names),
              at));
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TeamLine propose(@Valid @RequestBody NewTeam requested) {
    Person by = access.require(requested.communeId(), Role.COMMUNITY_OFFICER);
    return views.lines(List.of(teams.propose(requested, by))).getFirst();
  }

  @GetMapping("/{id}")
  TeamView read(@PathVariable UUID id) {
    OnTeam by = may.requireReading(id);
    TeamView view = views.view(by);
    log.record(
        Teams.event(TeamEvent.READ, by.team(), by.person())
            .fact("count", view.members().size())
            .fact("office", by.office()));
    return view;
  }

  @PostMapping("/{id}/changes")
  @ResponseStatus(HttpStatus.CREATED)
  TeamLine change(@PathVariable UUID id, @Valid @RequestBody TeamChange requested) {
    OnTeam by = may.require(id, Role.COMMUNITY_OFFICER);
    teams.proposeChange(id, requested, by.person());
    return line(id);
  }

  @PostMapping("/{id}/dissolution")
  @ResponseStatus(HttpStatus.CREATED)
  TeamLine dissolve(@PathVariable UUID id, @Valid @RequestBody TeamEnd requested) {
    OnTeam by = may.require(id, Role.COMMUNITY_OFFICER);
    teams.proposeEnd(id, requested.reason(), by.person());
    return line(id);
  }

  @PostMapping("/{id}/decision")
  TeamLine decide(@PathVariable UUID id, @Valid @RequestBody TeamDecision requested) {
    OnTeam by = may.require(id, Role.CHAIR);
    teams.decide(id, requested, by.person());
    return line(id);
  }

  /// The lists that were taken in, newest first: nobody decided here about what came by them.
  @GetMapping("/lists")
  Page<TakenListView> lists() {
    Person reader = access.require(TeamAccess.OFFICE);
    AreaScope scope = access.scope(reader, TeamAccess.OFFICE);
    return Page.all(views.lists(taken.list(scope.areas(), MAX_LISTS), scope::includes));
  }

  private TeamLine line(UUID id) {
    return views.lines(List.of(teams.get(id))).getFirst();
  }

  private static boolean office(Person reader) {
    return Arrays.stream(TeamAccess.OFFICE).anyMatch(reader::has);
  }

  /// The village of an account that is bound to nobody; none where its area is more than that.
  private Collection<UUID> ownVillage(Person reader) {
    UUID area = reader.areaId();
    return area != null && areas.get(area).kind() == AreaKind.RESIDENTIAL_AREA
        ? List.of(area)
        : List.of();
  }
}
