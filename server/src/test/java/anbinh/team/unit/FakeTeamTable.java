package anbinh.team.unit;

import anbinh.team.Team;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Teams and the villages that they cover, in memory, under one standard; TeamsIT runs the real
/// ones.
public final class FakeTeamTable extends TeamTable {
  public static final TeamStandard STANDARD =
      new TeamStandard(LocalDate.of(2024, 7, 1), 18, 70, 3, 3, 12, 12, 60, "Luật", false);

  private final Map<UUID, Team> teams = new LinkedHashMap<>();
  private final Map<UUID, List<UUID>> villages = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeTeamTable() {
    super(null, null);
  }

  public Team add(Team team, UUID... covered) {
    teams.put(team.id(), team);
    villages.put(team.id(), List.of(covered));
    return team;
  }

  /// The real service over these rows, to find and to hold them.
  @SuppressWarnings("NullAway") // nothing is proposed
  public Teams teams() {
    return new Teams(this, null, null, null, null, null, null, null, null, null);
  }

  @Override
  public Optional<Team> find(UUID id) {
    return Optional.ofNullable(teams.get(id));
  }

  @Override
  public Optional<Team> findForUpdate(UUID id) {
    return find(id);
  }

  @Override
  public Map<UUID, List<UUID>> areas(Collection<UUID> some, LocalDate day) {
    Map<UUID, List<UUID>> found = new HashMap<>(villages);
    found.keySet().retainAll(some);
    return found;
  }

  @Override
  public TeamStandard standard(LocalDate day) {
    return STANDARD;
  }
}
