package anbinh.team.member;

import anbinh.team.Member;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.TeamCover;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// What other features may know of teams: which there are, what they cover, and who serves in them.
/// Checks no rights: callers do. Safe for many threads.
@Component
@NamedInterface("services")
public class TeamMembership {
  private final Teams teams;
  private final TeamTable table;
  private final MemberTable members;
  private final TermTable terms;

  TeamMembership(Teams teams, TeamTable table, MemberTable members, TermTable terms) {
    this.teams = teams;
    this.table = table;
    this.members = members;
    this.terms = terms;
  }

  public Optional<Team> findTeam(UUID id) {
    return table.find(id);
  }

  public Team getTeam(UUID id) {
    return teams.get(id);
  }

  /// Locks a team's row until the end of the transaction.
  public Team lockForUpdate(UUID id) {
    return teams.lockForUpdate(id);
  }

  /// Locks what is of a commune's teams until the end of the transaction.
  public void lockCommune(UUID communeId) {
    table.lockForUpdate(communeId);
  }

  public List<Team> listTeams(Collection<UUID> ids) {
    return table.list(ids);
  }

  /// The teams that were decided in some communes, also those that were dissolved.
  public List<Team> listRegistered(Collection<UUID> communes) {
    return table.listRegistered(communes);
  }

  /// The teams that there are today in some communes.
  public List<Team> listPresent(Collection<UUID> communes) {
    return table.listPresent(communes);
  }

  /// The villages of some teams at any time.
  public List<TeamCover> covers(Collection<UUID> teamIds) {
    return table.covers(teamIds);
  }

  /// The teams that covered a village on some of the days.
  public List<UUID> covering(UUID areaId, LocalDate from, LocalDate until) {
    return table.covering(areaId, from, until);
  }

  public Optional<Member> findMember(UUID id) {
    return members.find(id);
  }

  /// The present member whose account it is.
  public Optional<Member> findMemberOfAccount(UUID personId) {
    return members.findPresent(personId);
  }

  public List<Member> listMembers(Collection<UUID> ids) {
    return members.listByIds(ids);
  }

  public List<Member> listMembersOf(Collection<UUID> teamIds) {
    return members.list(teamIds);
  }

  /// Whether an account may act in a team: it was never bound to a member, or is to a present one.
  public boolean mayServe(UUID personId) {
    List<MemberTable.Bound> bound = members.listBound(personId);
    return bound.isEmpty() || bound.stream().anyMatch(MemberTable.Bound::present);
  }

  public ServicePeriods servicePeriods(Collection<UUID> teamIds) {
    return servicePeriods(members.list(teamIds), terms.list(teamIds));
  }

  static ServicePeriods servicePeriods(List<Member> members, List<Term> terms) {
    Map<UUID, Member> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    List<Term> accepted = terms.stream().filter(Term::accepted).toList();
    Map<Object, LocalDate> ends =
        TermRules.lastDays(
            accepted.stream()
                .map(term -> Recognition.held(term, byId.get(term.memberId())))
                .toList());
    Map<UUID, String> names = new HashMap<>();
    for (Member member : members) {
      String name = member.name();
      if (name != null) {
        names.put(member.id(), name);
      }
    }
    return new ServicePeriods(
        accepted.stream()
            .map(term ->
                new ServicePeriod(
                    term.memberId(),
                    term.teamId(),
                    term.position(),
                    term.from(),
                    ends.getOrDefault(term.id(), term.until())))
            .filter(period -> !period.until().isBefore(period.from()))
            .toList(),
        names);
  }
}
