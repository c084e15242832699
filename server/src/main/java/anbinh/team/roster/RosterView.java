package anbinh.team.roster;

import anbinh.platform.Figure;
import anbinh.team.Gender;
import anbinh.team.Origin;
import anbinh.team.Team;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The roster as clients see it; it names nobody.
///
/// @param areaId what it is of; null for the whole site
/// @param level whether `lines` are communes, or `teams` are those of one
/// @param exact whether counts of people, origins, genders and ages are; otherwise small ones are
///   hidden, and of fewer than five people there are no groups
/// @param uncovered the first villages of a commune that no team covers
record RosterView(
    @Nullable UUID areaId,
    @Nullable String areaName,
    Level level,
    LocalDate day,
    boolean exact,
    RosterLine total,
    List<RosterLine> lines,
    List<RosterTeam> teams,
    List<RosterVillage> uncovered) {
  RosterView {
    lines = List.copyOf(lines);
    teams = List.copyOf(teams);
    uncovered = List.copyOf(uncovered);
  }

  enum Level {
    PROVINCE,
    COMMUNE
  }

  record RosterVillage(UUID id, String code, String name) {}

  /// @param areaId null for the sum of all
  /// @param villages that there are
  /// @param villagesWithout those that no team covers
  record RosterLine(
      @Nullable UUID areaId,
      @Nullable String areaCode,
      @Nullable String areaName,
      long villages,
      long villagesWithout,
      long proposed,
      long established,
      long planned,
      Figure active,
      long withoutLeader,
      long belowStrength,
      long ending,
      long over,
      Map<Origin, Figure> origins,
      Map<Gender, Figure> genders,
      Map<AgeGroup, Figure> ages) {}

  /// @param leader whether somebody leads it today
  record RosterTeam(
      UUID id,
      String code,
      String name,
      Team.State state,
      long planned,
      Figure active,
      boolean belowStrength,
      boolean leader,
      long ending,
      long over) {}
}
