package anbinh.team.web;

import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.SiteClock;
import anbinh.team.Team;
import anbinh.team.member.MemberTable;
import anbinh.team.member.MemberTable.Bound;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Who may do what with a team: officer and chair of its commune read all of it; who leads a team
/// or is in one reads the names and telephones of the one that covers their village, or, once their
/// account is bound to a member, of the one in which they are. An account whose area is more than a
/// village opens none until it is bound.
@Component
@NamedInterface("services")
public class TeamAccess {
  static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};
  static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.TEAM_LEADER, Role.TEAM_MEMBER
  };
  private static final Role[] OWN = {Role.TEAM_LEADER, Role.TEAM_MEMBER};
  private static final Role[] LEADING = {Role.COMMUNITY_OFFICER, Role.TEAM_LEADER};

  private final Access access;
  private final Teams teams;
  private final TeamTable table;
  private final MemberTable members;
  private final SiteClock clock;
  private final People people;

  TeamAccess(
      Access access,
      Teams teams,
      TeamTable table,
      MemberTable members,
      SiteClock clock,
      People people) {
    this.access = access;
    this.teams = teams;
    this.table = table;
    this.members = members;
    this.clock = clock;
    this.people = people;
  }

  /// A team and who acts on it.
  ///
  /// @param communeId in which it lies today
  /// @param office whether they read all of it
  public record OnTeam(Team team, UUID communeId, Person person, boolean office) {}

  public OnTeam requireReading(UUID id) {
    Person person = access.require(READERS);
    Team team = teams.get(id);
    UUID commune = teams.communeOf(team);
    if (access.may(person, commune, OFFICE)) {
      return new OnTeam(team, commune, person, true);
    }
    if (!opens(person, id, OWN)) {
      throw access.refuse(IdentityProblem.NOT_YOUR_AREA, "team", id);
    }
    return new OnTeam(team, commune, person, false);
  }

  /// Requires somebody who keeps the plan and the log of a team: the officer of its commune, or who
  /// leads it.
  public OnTeam requireLeading(UUID id) {
    Person person = access.require(LEADING);
    Team team = teams.get(id);
    UUID commune = teams.communeOf(team);
    if (access.may(person, commune, Role.COMMUNITY_OFFICER)) {
      return new OnTeam(team, commune, person, true);
    }
    if (!opens(person, id, Role.TEAM_LEADER)) {
      throw access.refuse(IdentityProblem.NOT_YOUR_AREA, "team", id);
    }
    return new OnTeam(team, commune, person, false);
  }

  /// Whether somebody who may read a team may keep its plan and log too.
  public boolean mayLead(OnTeam by) {
    return by.office() ? mayPropose(by) : opens(by.person(), by.team().id(), Role.TEAM_LEADER);
  }

  /// Whether an account opens a team: one that was bound to a member opens the team that they are
  /// in, and none once they left; any other one that of its village.
  private boolean opens(Person person, UUID team, Role... roles) {
    List<UUID> covered = table.areas(List.of(team), clock.today()).getOrDefault(team, List.of());
    return findBound(person)
        .map(some ->
            some.contains(team)
                && covered.stream().anyMatch(area -> access.may(person, area, roles)))
        .orElseGet(() ->
            covered.stream()
                .anyMatch(area -> area.equals(person.areaId()) && access.may(person, area, roles)));
  }

  /// The teams that an account opens; empty for one that was never bound, which opens those of its
  /// area.
  public Optional<Set<UUID>> findBound(Person person) {
    List<Bound> bound = members.listBound(person.id());
    return bound.isEmpty()
        ? Optional.empty()
        : Optional.of(
            bound.stream().filter(Bound::present).map(Bound::teamId).collect(Collectors.toSet()));
  }

  public OnTeam requireOffice(UUID id) {
    return on(id, OFFICE);
  }

  public OnTeam require(UUID id, Role role) {
    return on(id, role);
  }

  private OnTeam on(UUID id, Role... roles) {
    access.require(roles);
    Team team = teams.get(id);
    UUID commune = teams.communeOf(team);
    return new OnTeam(team, commune, access.require(commune, roles), true);
  }

  /// Whether somebody may decide what another one proposed.
  boolean mayDecide(OnTeam by, UUID proposedBy) {
    return access.may(by.person(), by.communeId(), Role.CHAIR)
        && !people.maybeSame(by.person(), proposedBy);
  }

  boolean mayPropose(OnTeam by) {
    return access.may(by.person(), by.communeId(), Role.COMMUNITY_OFFICER);
  }
}
