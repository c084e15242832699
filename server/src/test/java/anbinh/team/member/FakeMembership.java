package anbinh.team.member;

import anbinh.platform.Problem;
import anbinh.team.Gender;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Origin;
import anbinh.team.Position;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Teams, their members and who serves, in memory; TeamsIT runs the real ones.
public final class FakeMembership extends TeamMembership {
  private final Map<UUID, Team> teams = new LinkedHashMap<>();
  private final Map<UUID, Member> members = new LinkedHashMap<>();
  private final List<ServicePeriod> periods = new ArrayList<>();
  private final Set<UUID> retired = new HashSet<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeMembership() {
    super(null, null, null, null);
  }

  public Team add(Team team) {
    teams.put(team.id(), team);
    return team;
  }

  /// Somebody of a team who serves on the days.
  public Member serving(
      Team team, int number, String name, @Nullable UUID account, LocalDate from, LocalDate until) {
    Member member = add(member(team.id(), number, name, account, Member.State.RECOGNISED, null));
    periods.add(new ServicePeriod(member.id(), team.id(), Position.MEMBER, from, until));
    return member;
  }

  public Member add(Member member) {
    members.put(member.id(), member);
    return member;
  }

  /// @param leftOn null for who is there
  public static Member member(
      UUID team,
      int number,
      @Nullable String name,
      @Nullable UUID account,
      Member.State state,
      @Nullable LocalDate leftOn) {
    return new Member(
        new UUID(6, number),
        team,
        state,
        name,
        1980,
        null,
        Gender.FEMALE,
        null,
        Origin.RECRUITED,
        null,
        null,
        null,
        null,
        account,
        leftOn,
        leftOn == null ? null : LeavingReason.RESIGNED,
        null,
        0);
  }

  @Override
  public Optional<Team> findTeam(UUID id) {
    return Optional.ofNullable(teams.get(id));
  }

  @Override
  public Team getTeam(UUID id) {
    return findTeam(id).orElseThrow(() -> Problem.of(TeamProblem.NO_SUCH_TEAM));
  }

  @Override
  public Team lockForUpdate(UUID id) {
    return getTeam(id);
  }

  @Override
  public void lockCommune(UUID communeId) {
    // One thread is alone here.
  }

  @Override
  public Optional<Member> findMember(UUID id) {
    return Optional.ofNullable(members.get(id));
  }

  /// Says that an account was bound to somebody who is in no team any more.
  public void retire(UUID account) {
    retired.add(account);
  }

  @Override
  public boolean mayServe(UUID personId) {
    return !retired.contains(personId);
  }

  @Override
  public List<Team> listPresent(Collection<UUID> communes) {
    return teams.values().stream().filter(each -> communes.contains(each.communeId())).toList();
  }

  @Override
  public List<Member> listMembers(Collection<UUID> ids) {
    return members.values().stream().filter(each -> ids.contains(each.id())).toList();
  }

  @Override
  public List<Member> listMembersOf(Collection<UUID> teamIds) {
    return members.values().stream().filter(each -> teamIds.contains(each.teamId())).toList();
  }

  @Override
  public ServicePeriods servicePeriods(Collection<UUID> teamIds) {
    Map<UUID, String> names = new HashMap<>();
    members.values().stream()
        .filter(each -> teamIds.contains(each.teamId()))
        .forEach(each -> {
          String name = each.name();
          if (name != null) {
            names.put(each.id(), name);
          }
        });
    return new ServicePeriods(
        periods.stream().filter(each -> teamIds.contains(each.teamId())).toList(), names);
  }
}
