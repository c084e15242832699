package anbinh.community.team.page;

import anbinh.community.team.TeamProblem;
import anbinh.community.team.unit.Team;
import anbinh.community.team.unit.TeamCalendar;
import anbinh.community.team.unit.TeamTable;
import anbinh.community.team.unit.Teams;
import anbinh.identity.Access;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.identity.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may do what with a team: officer and chair of its commune read all of it; who leads a team
/// or is in one reads the names and telephones of the one that covers their village.
@Component
class TeamAccess {
  static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};
  static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.TEAM_LEADER, Role.TEAM_MEMBER
  };
  private static final Role[] OWN = {Role.TEAM_LEADER, Role.TEAM_MEMBER};

  private final Access access;
  private final Teams teams;
  private final TeamTable table;
  private final TeamCalendar calendar;
  private final People people;

  TeamAccess(Access access, Teams teams, TeamTable table, TeamCalendar calendar, People people) {
    this.access = access;
    this.teams = teams;
    this.table = table;
    this.calendar = calendar;
    this.people = people;
  }

  /// A team and who acts on it.
  ///
  /// @param office whether they read all of it
  record OnTeam(Team team, Person person, boolean office) {}

  OnTeam requireReading(UUID id) {
    Person person = access.require(READERS);
    Team team = teams.get(id);
    if (access.may(person, team.communeId(), OFFICE)) {
      return new OnTeam(team, person, true);
    }
    boolean own =
        table.areas(List.of(id), calendar.today()).getOrDefault(id, List.of()).stream()
            .anyMatch(area -> access.may(person, area, OWN));
    return new OnTeam(team, own ? person : access.require(team.communeId(), READERS), false);
  }

  OnTeam requireOffice(UUID id) {
    access.require(OFFICE);
    Team team = teams.get(id);
    return new OnTeam(team, access.require(team.communeId(), OFFICE), true);
  }

  OnTeam require(UUID id, Role role) {
    access.require(role);
    Team team = teams.get(id);
    return new OnTeam(team, access.require(team.communeId(), role), true);
  }

  /// Requires that somebody else proposed it, by name as well.
  void requireAnother(OnTeam by, UUID proposedBy) {
    if (people.maybeSame(by.person(), proposedBy)) {
      throw access.refuse(TeamProblem.OWN_TEAM_PROPOSAL, "team", by.team().id());
    }
  }

  /// Whether somebody may decide what another one proposed.
  boolean mayDecide(OnTeam by, UUID proposedBy) {
    return access.may(by.person(), by.team().communeId(), Role.CHAIR)
        && !people.maybeSame(by.person(), proposedBy);
  }

  boolean mayPropose(OnTeam by) {
    return access.may(by.person(), by.team().communeId(), Role.COMMUNITY_OFFICER);
  }
}
