package anbinh.team.unit;

import anbinh.identity.Person;
import anbinh.team.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// In which communes teams lie, as a test says; TeamsIT runs the real ones.
public final class FakeCommunes extends TeamCommunes {
  private final List<Team> teams = new ArrayList<>();
  private final Map<UUID, UUID> today = new HashMap<>();
  private final Map<UUID, UUID> teamsNow = new HashMap<>();
  private final Set<UUID> gone = new HashSet<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeCommunes() {
    super(null, null, null, null);
  }

  public Team add(Team team) {
    teams.add(team);
    return team;
  }

  /// Says that a commune went into another one.
  public void merge(UUID from, UUID into) {
    today.put(from, into);
    gone.add(from);
  }

  /// Says that a commune was divided, and where a team of it lies since.
  public void divide(UUID commune, Team team, UUID into) {
    gone.add(commune);
    teamsNow.put(team.id(), into);
  }

  public static On on(UUID commune, Person by) {
    return new On(commune, "Xã", Set.of(commune), by);
  }

  @Override
  public UUID today(UUID areaId) {
    return today.getOrDefault(areaId, areaId);
  }

  @Override
  public List<Team> teams(On on) {
    return teams.stream().filter(each -> communeOf(each).equals(on.communeId())).toList();
  }

  @Override
  public boolean isPresent(UUID areaId) {
    return !gone.contains(areaId);
  }

  @Override
  public UUID communeOf(Team team) {
    return teamsNow.getOrDefault(team.id(), today(team.communeId()));
  }

  @Override
  public boolean same(Team team, UUID communeId) {
    return communeOf(team).equals(today(communeId));
  }
}
