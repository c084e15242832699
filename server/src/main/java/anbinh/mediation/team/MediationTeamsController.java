package anbinh.mediation.team;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.team.MediationTeamView.MediatorView;
import anbinh.mediation.team.Mediator.EndOfOffice;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// `/api/mediation-teams`: proposed by the Front's people and village heads, recognised by the
/// chair of the commune.
@RestController
@RequestMapping("/api/mediation-teams")
class MediationTeamsController {
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.MEDIATOR, Role.VILLAGE_HEAD, Role.PARTNER, Role.AUDITOR
  };
  private static final Role[] PROPOSERS = {Role.VILLAGE_HEAD, Role.PARTNER};
  private static final Role[] BINDERS = {Role.CHAIR, Role.VILLAGE_HEAD, Role.PARTNER};
  private static final int MAX_NUMBER = 120;
  private static final int MAX_WORDS = 1000;

  private final MediationTeamTable table;
  private final MediationTeams teams;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final InstantSource clock;

  MediationTeamsController(
      MediationTeamTable table,
      MediationTeams teams,
      Areas areas,
      Access access,
      People people,
      InstantSource clock) {
    this.table = table;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  record MinorityRepresentation(@NotNull Boolean represented) {}

  /// The paper of the chair.
  record MediatorsRecognition(
      @NotBlank @Size(max = MAX_NUMBER) String number, @NotNull LocalDate on) {}

  record MediatorsRefusal(@NotBlank @Size(max = 1000) String reason) {}

  record NewMediationLeader(
      @NotNull UUID mediatorId,
      @NotNull @Valid LeaderElection election,
      @NotBlank @Size(max = MAX_NUMBER) String number,
      @NotNull LocalDate on) {}

  record MediatorAccount(@Nullable UUID personId) {}

  record MediatorEnd(@NotBlank @Size(max = MAX_NUMBER) String number, @NotNull LocalDate on) {}

  /// Somebody whom the households elected later.
  ///
  /// @param leaderElection how the mediators elected them to lead; null for who does not
  record ByElection(
      @NotNull @Valid Election election,
      @NotNull @Valid NewMediator mediator,
      @Nullable @Valid LeaderElection leaderElection) {}

  record NewRelease(@NotNull EndOfOffice cause, @NotBlank @Size(max = MAX_WORDS) String reason) {}

  record NewTeamReview(
      @NotNull Integer year,
      @NotNull LocalDate heldOn,
      @NotBlank @Size(max = 2000) String organisation,
      @NotBlank @Size(max = 2000) String activity,
      @NotNull TeamReview.Proposal proposal) {}

  record TeamReviewView(
      int year,
      LocalDate heldOn,
      String organisation,
      String activity,
      TeamReview.Proposal proposal,
      PersonName by,
      Instant at) {}

  /// Each word of `q` is sought in the village's name and in those of the mediators.
  @GetMapping
  Page<MediationTeamView> list(@RequestParam(defaultValue = "") String q, PageRequest page) {
    Person reader = access.require(READERS);
    Conditions filter =
        table.filter(access.scope(reader, READERS), SearchTerms.parse(q), areas::named);
    Page<MediationTeam> cut =
        Page.of(
            table.list(filter, page.after(), page.rows()),
            page,
            each -> List.of(each.villageId().toString()),
            most -> table.count(filter, most));
    return cut.with(views(cut.items(), reader));
  }

  /// Accounts that may be bound to mediators of a village.
  @GetMapping("/accounts")
  Page<PersonName> accounts(@RequestParam UUID villageId) {
    access.require(villageId, BINDERS);
    return Page.all(teams.listAccounts(villageId).stream().map(PersonName::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MediationTeamView propose(@Valid @RequestBody NewMediationTeam requested) {
    Person by = access.require(requested.villageId(), PROPOSERS);
    return view(teams.propose(requested, by), by);
  }

  @GetMapping("/{id}")
  MediationTeamView read(@PathVariable UUID id) {
    Person reader = require(id, READERS);
    return view(teams.get(id), reader);
  }

  @PostMapping("/{id}/mediators")
  @ResponseStatus(HttpStatus.CREATED)
  MediationTeamView proposeMediator(
      @PathVariable UUID id, @Valid @RequestBody ByElection requested) {
    Person by = require(id, PROPOSERS);
    return view(
        teams.propose(
            id, requested.mediator(), requested.election(), requested.leaderElection(), by),
        by);
  }

  @PostMapping("/{id}/representation")
  MediationTeamView represent(
      @PathVariable UUID id, @Valid @RequestBody MinorityRepresentation said) {
    Person by = require(id, Role.COMMUNITY_OFFICER);
    return view(teams.noteRepresentation(id, said.represented(), by), by);
  }

  @PostMapping("/{id}/recognition")
  MediationTeamView recognise(
      @PathVariable UUID id, @Valid @RequestBody MediatorsRecognition paper) {
    Person by = require(id, Role.CHAIR);
    return view(teams.recognise(id, paper.number(), paper.on(), by), by);
  }

  @PostMapping("/{id}/refusal")
  MediationTeamView refuse(@PathVariable UUID id, @Valid @RequestBody MediatorsRefusal refusal) {
    Person by = require(id, Role.CHAIR);
    return view(teams.refuse(id, refusal.reason().strip(), by), by);
  }

  @PostMapping("/{id}/leader")
  MediationTeamView lead(@PathVariable UUID id, @Valid @RequestBody NewMediationLeader requested) {
    Person by = require(id, Role.CHAIR);
    return view(
        teams.lead(
            id,
            requested.mediatorId(),
            requested.election(),
            requested.number(),
            requested.on(),
            by),
        by);
  }

  @PostMapping("/{id}/mediators/{mediatorId}/account")
  MediationTeamView bind(
      @PathVariable UUID id,
      @PathVariable UUID mediatorId,
      @Valid @RequestBody MediatorAccount account) {
    Person by = require(id, Role.CHAIR);
    return view(teams.bind(id, mediatorId, account.personId(), by), by);
  }

  @PostMapping("/{id}/mediators/{mediatorId}/end")
  MediationTeamView end(
      @PathVariable UUID id, @PathVariable UUID mediatorId, @Valid @RequestBody MediatorEnd end) {
    Person by = require(id, Role.CHAIR);
    return view(teams.end(id, mediatorId, end.number(), end.on(), by), by);
  }

  @PostMapping("/{id}/mediators/{mediatorId}/release")
  MediationTeamView requestRelease(
      @PathVariable UUID id,
      @PathVariable UUID mediatorId,
      @Valid @RequestBody NewRelease requested) {
    Person by = require(id, Role.MEDIATOR, Role.VILLAGE_HEAD, Role.PARTNER);
    return view(
        teams.requestRelease(id, mediatorId, requested.cause(), requested.reason().strip(), by),
        by);
  }

  @PostMapping("/{id}/mediators/{mediatorId}/release/refusal")
  MediationTeamView refuseRelease(
      @PathVariable UUID id,
      @PathVariable UUID mediatorId,
      @Valid @RequestBody MediatorsRefusal refusal) {
    Person by = require(id, Role.CHAIR);
    return view(teams.refuseRelease(id, mediatorId, refusal.reason().strip(), by), by);
  }

  @GetMapping("/{id}/reviews")
  Page<TeamReviewView> reviews(@PathVariable UUID id) {
    require(id, READERS);
    List<TeamReview> found = teams.reviews(id);
    Map<UUID, String> names = people.displayNames(Ids.of(found, TeamReview::by));
    return Page.all(
        found.stream()
            .map(each ->
                new TeamReviewView(
                    each.year(),
                    each.heldOn(),
                    each.organisation(),
                    each.activity(),
                    each.proposal(),
                    PersonName.of(each.by(), names),
                    each.at()))
            .toList());
  }

  @PostMapping("/{id}/reviews")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void review(@PathVariable UUID id, @Valid @RequestBody NewTeamReview said) {
    Person by = require(id, PROPOSERS);
    teams.review(
        new TeamReview(
            id,
            said.year(),
            said.heldOn(),
            said.organisation().strip(),
            said.activity().strip(),
            said.proposal(),
            by.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS)),
        by);
  }

  private Person require(UUID id, Role... roles) {
    access.require(roles);
    MediationTeam team =
        table.find(id).orElseThrow(() -> Problem.of(MediationProblem.NO_SUCH_MEDIATION_TEAM));
    return access.require(team.villageId(), roles);
  }

  private MediationTeamView view(MediationTeam team, Person reader) {
    return views(List.of(team), reader).getFirst();
  }

  private List<MediationTeamView> views(List<MediationTeam> found, Person reader) {
    Map<UUID, String> villages = areas.names(Ids.of(found, MediationTeam::villageId));
    Map<UUID, String> accounts =
        people.displayNames(
            found.stream()
                .flatMap(each -> each.mediators().stream())
                .map(Mediator::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    Map<UUID, Release> releases = teams.releases(found);
    Set<UUID> own = people.accountsOf(reader.id());
    return found.stream()
        .map(each ->
            new MediationTeamView(
                each.id(),
                each.villageId(),
                villages.getOrDefault(each.villageId(), ""),
                each.recognised(),
                each.minorityArea(),
                each.minorityRepresented(),
                List.copyOf(each.gaps()),
                each.waiting().size(),
                access.may(reader, each.villageId(), PROPOSERS),
                access.may(reader, each.villageId(), Role.CHAIR)
                    && MediationTeams.mayDecide(each, own),
                each.minorityArea() && access.may(reader, each.villageId(), Role.COMMUNITY_OFFICER),
                each.mediators().stream()
                    .map(one -> view(one, accounts, releases.get(one.id())))
                    .toList()))
        .toList();
  }

  private static MediatorView view(
      Mediator one, Map<UUID, String> accounts, @Nullable Release release) {
    return new MediatorView(
        one.id(),
        one.name(),
        one.woman(),
        one.leader() && one.state() != Mediator.MediatorState.REFUSED,
        one.state(),
        one.personId() == null ? null : PersonName.of(one.personId(), accounts),
        one.decisionNumber(),
        one.decidedOn(),
        one.endedOn(),
        one.endCause(),
        one.elected(),
        one.leader() && one.state() != Mediator.MediatorState.REFUSED ? one.ledBy() : null,
        release == null ? null : release.cause(),
        release == null ? null : release.reason());
  }
}
