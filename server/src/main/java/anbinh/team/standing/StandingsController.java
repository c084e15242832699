package anbinh.team.standing;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Role;
import anbinh.platform.SiteClock;
import anbinh.team.Position;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.member.TeamMembership;
import anbinh.team.standing.MemberStandings.Cover;
import anbinh.team.standing.StandingForms.NewBenefit;
import anbinh.team.standing.StandingForms.NewInsurance;
import anbinh.team.standing.StandingForms.NewResidence;
import anbinh.team.unit.TeamCommunes;
import anbinh.team.web.TeamAccess;
import anbinh.team.web.TeamAccess.OnTeam;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whether who serves in teams still may, and what stands by them.
@RestController
class StandingsController {
  private static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};
  private static final String MEMBER = "/api/teams/{id}/members/{memberId}";

  private final MemberStandings standings;
  private final TeamCommunes communes;
  private final TeamAccess may;
  private final SiteClock clock;
  private final TeamMembership membership;
  private final AuditLog log;

  StandingsController(
      MemberStandings standings,
      TeamCommunes communes,
      TeamAccess may,
      SiteClock clock,
      TeamMembership membership,
      AuditLog log) {
    this.standings = standings;
    this.communes = communes;
    this.may = may;
    this.clock = clock;
    this.membership = membership;
    this.log = log;
  }

  record ConcernedView(
      UUID teamId,
      String code,
      String teamName,
      UUID memberId,
      String name,
      Position position,
      List<Concern> concerns) {
    ConcernedView {
      concerns = List.copyOf(concerns);
    }
  }

  /// A team of which too few serve.
  record WeakView(UUID teamId, String code, String name, int serving, int least) {}

  record StandingView(List<ConcernedView> members, List<WeakView> teams) {
    StandingView {
      members = List.copyOf(members);
      teams = List.copyOf(teams);
    }
  }

  /// How many people something concerns, without a name.
  ///
  /// @param soon those whom it will concern
  /// @param teams of which too few serve
  record StandingCount(long now, long soon, int teams) {}

  @GetMapping("/api/team-standing")
  StandingView ofCommune(@RequestParam(required = false) @Nullable UUID communeId) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    Map<UUID, Team> teams = teams(on);
    ServicePeriods serving = membership.servicePeriods(teams.keySet());
    List<ConcernedView> members =
        standings.concerned(teams.keySet()).stream()
            .map(each -> view(each, teams, serving))
            .toList();
    log.record(
        Event.of(TeamEvent.STANDING_READ)
            .by(on.person().actor())
            .about("area", on.communeId(), null)
            .fact("count", members.size()));
    return new StandingView(
        members,
        standings.weak(teams.keySet()).stream()
            .map(each -> {
              Team team = teams.getOrDefault(each.teamId(), teams.values().iterator().next());
              return new WeakView(
                  team.id(), team.code(), team.name(), each.serving(), each.least());
            })
            .toList());
  }

  /// The same as numbers, for the badge beside the section's name.
  @GetMapping("/api/team-standing/count")
  StandingCount count(@RequestParam(required = false) @Nullable UUID communeId) {
    Map<UUID, Team> teams = teams(communes.require(communeId, OFFICE));
    List<MemberStandings.Concerned> concerned = standings.concerned(teams.keySet());
    long now =
        concerned.stream()
            .filter(each -> each.concerns().stream().anyMatch(one -> !one.soon()))
            .count();
    return new StandingCount(now, concerned.size() - now, standings.weak(teams.keySet()).size());
  }

  @GetMapping(MEMBER + "/cover")
  Cover cover(@PathVariable UUID id, @PathVariable UUID memberId) {
    OnTeam by = may.requireOffice(id);
    return standings.read(by.team(), memberId, by.person());
  }

  @PostMapping(MEMBER + "/residence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void residence(
      @PathVariable UUID id, @PathVariable UUID memberId, @Valid @RequestBody NewResidence said) {
    standings.note(id, memberId, said, may.require(id, Role.COMMUNITY_OFFICER).person());
  }

  @PostMapping(MEMBER + "/insurance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void insurance(
      @PathVariable UUID id, @PathVariable UUID memberId, @Valid @RequestBody NewInsurance said) {
    standings.note(id, memberId, said, may.require(id, Role.COMMUNITY_OFFICER).person());
  }

  @PostMapping(MEMBER + "/benefits")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void benefit(
      @PathVariable UUID id, @PathVariable UUID memberId, @Valid @RequestBody NewBenefit said) {
    standings.note(id, memberId, said, may.require(id, Role.COMMUNITY_OFFICER).person());
  }

  /// The teams of a commune that are there today.
  private Map<UUID, Team> teams(TeamCommunes.On on) {
    Map<UUID, Team> teams = new HashMap<>();
    communes.teams(on).stream()
        .filter(team -> team.state(clock.today()) == Team.State.ESTABLISHED)
        .forEach(team -> teams.put(team.id(), team));
    return teams;
  }

  private static ConcernedView view(
      MemberStandings.Concerned each, Map<UUID, Team> teams, ServicePeriods serving) {
    ServicePeriod stint = each.serving();
    Team team = teams.getOrDefault(stint.teamId(), teams.values().iterator().next());
    return new ConcernedView(
        team.id(),
        team.code(),
        team.name(),
        stint.memberId(),
        serving.name(stint.memberId()),
        stint.position(),
        each.concerns());
  }
}
