package anbinh.team.roster;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.platform.Figure;
import anbinh.platform.SiteClock;
import anbinh.team.member.TermRules;
import anbinh.team.roster.RosterView.Level;
import anbinh.team.roster.RosterView.RosterLine;
import anbinh.team.roster.RosterView.RosterTeam;
import anbinh.team.roster.RosterView.RosterVillage;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the roster together: counts from the teams' tables, communes and villages from the areas.
/// Safe for many threads.
@Component
class Roster {
  private static final int MAX_UNCOVERED = 200;

  private final RosterTable table;
  private final TeamTable teamTable;
  private final Teams teams;
  private final Areas areas;
  private final SiteClock clock;

  Roster(RosterTable table, TeamTable teamTable, Teams teams, Areas areas, SiteClock clock) {
    this.table = table;
    this.teamTable = teamTable;
    this.teams = teams;
    this.areas = areas;
    this.clock = clock;
  }

  /// @param of null for all that the reader sees
  /// @param seen the areas that the reader sees
  /// @param exact whether the reader sees origins, genders and ages as they are
  RosterView of(@Nullable Area of, AreaScope seen, boolean exact) {
    List<Area> all =
        of != null && of.kind().isCommune() ? areas.list(areas.below(of.id())) : areas.list();
    LocalDate day = clock.today();
    Map<UUID, List<Area>> villages = new HashMap<>();
    List<Area> communes = new ArrayList<>();
    for (Area area : all) {
      UUID parent = area.parentId();
      if (area.kind() == AreaKind.RESIDENTIAL_AREA && parent != null) {
        villages.computeIfAbsent(parent, _ -> new ArrayList<>()).add(area);
      }
      if (area.kind().isCommune() && seen.includes(area.id()) && isOf(of, area)) {
        communes.add(area);
      }
    }
    Collection<UUID> counted = counted(of, seen, day);
    Map<UUID, RosterCounts> tallies = byPresent(counted, communes, day);
    Set<UUID> covered = table.covered(counted, day);
    List<RosterLine> lines = new ArrayList<>();
    RosterCounts sum = RosterCounts.NONE;
    long allVillages = 0;
    long allWithout = 0;
    for (Area commune : communes) {
      RosterCounts tally = tallies.getOrDefault(commune.id(), RosterCounts.NONE);
      List<Area> own = villages.getOrDefault(commune.id(), List.of());
      long without = own.stream().filter(village -> !covered.contains(village.id())).count();
      lines.add(line(commune, own.size(), without, tally, exact));
      sum = sum.plus(tally);
      allVillages += own.size();
      allWithout += without;
    }
    boolean commune = of != null && of.kind().isCommune();
    return new RosterView(
        of == null ? null : of.id(),
        of == null ? null : of.name(),
        commune ? Level.COMMUNE : Level.PROVINCE,
        day,
        exact,
        line(null, allVillages, allWithout, sum, exact),
        commune ? List.of() : lines,
        of != null && commune && counted != null ? teams(of, counted, day, exact) : List.of(),
        of != null && commune
            ? uncovered(villages.getOrDefault(of.id(), List.of()), covered)
            : List.of());
  }

  private static List<RosterVillage> uncovered(List<Area> villages, Set<UUID> covered) {
    return villages.stream()
        .filter(village -> !covered.contains(village.id()))
        .limit(MAX_UNCOVERED)
        .map(village -> new RosterVillage(village.id(), village.code(), village.name()))
        .toList();
  }

  private static boolean isOf(@Nullable Area of, Area commune) {
    return of == null || of.id().equals(commune.id()) || of.id().equals(commune.parentId());
  }

  /// The communes whose teams may count, those that ended among them; null for all.
  private @Nullable Collection<UUID> counted(@Nullable Area of, AreaScope seen, LocalDate day) {
    Set<UUID> below;
    if (of != null) {
      below = areas.below(of.id());
    } else {
      switch (seen) {
        case AreaScope.Everywhere _ -> {
          return null;
        }
        case AreaScope.Within within -> below = within.areas();
      }
    }
    Set<UUID> counted = new HashSet<>(below);
    counted.addAll(teamTable.communesCovering(below, day));
    return counted;
  }

  /// What is kept under a commune that ended counts for the one that took it over; of one that was
  /// divided, for the one in which each team's villages lie.
  private Map<UUID, RosterCounts> byPresent(
      @Nullable Collection<UUID> counted, List<Area> communes, LocalDate day) {
    LocalDate soon = day.plusDays(TermRules.ENDING_DAYS);
    Set<UUID> known = communes.stream().map(Area::id).collect(Collectors.toSet());
    Map<UUID, RosterCounts> present = new HashMap<>();
    table
        .byCommune(counted, day, soon)
        .forEach((commune, tally) -> {
          if (known.contains(commune)) {
            present.merge(commune, tally, RosterCounts::plus);
            return;
          }
          Optional<UUID> office =
              areas.findOffice(commune).filter(area -> area.kind().isCommune()).map(Area::id);
          if (office.isPresent()) {
            present.merge(office.get(), tally, RosterCounts::plus);
            return;
          }
          table
              .byTeam(List.of(commune), day, soon)
              .forEach(
                  each -> present.merge(communeOf(each.id()), each.tally(), RosterCounts::plus));
        });
    return present;
  }

  private UUID communeOf(UUID team) {
    return teams.communeOf(teams.get(team));
  }

  private List<RosterTeam> teams(
      Area commune, Collection<UUID> counted, LocalDate day, boolean exact) {
    Set<UUID> below = areas.below(commune.id());
    return table.byTeam(counted, day, day.plusDays(TermRules.ENDING_DAYS)).stream()
        .filter(
            each -> below.contains(each.communeId()) || communeOf(each.id()).equals(commune.id()))
        .map(each -> {
          RosterCounts tally = each.tally();
          return new RosterTeam(
              each.id(),
              each.code(),
              each.name(),
              each.state(),
              tally.planned(),
              Figure.of(tally.active(), exact),
              tally.belowStrength() > 0,
              each.leaders() > 0,
              tally.ending(),
              tally.over());
        })
        .toList();
  }

  /// For who does not work for the area the number of people is rounded like the rest, since the
  /// groups of an exact sum can be worked out; of one to four there are no groups at all.
  static RosterLine line(
      @Nullable Area area, long villages, long without, RosterCounts tally, boolean exact) {
    boolean grouped = exact || tally.active() >= Figure.MIN_SHOWN;
    return new RosterLine(
        area == null ? null : area.id(),
        area == null ? null : area.code(),
        area == null ? null : area.name(),
        villages,
        without,
        tally.proposed(),
        tally.established(),
        tally.planned(),
        Figure.of(tally.active(), exact),
        tally.withoutLeader(),
        tally.belowStrength(),
        tally.ending(),
        tally.over(),
        figures(grouped ? tally.origins() : Map.of(), exact),
        figures(grouped ? tally.genders() : Map.of(), exact),
        figures(grouped ? tally.ages() : Map.of(), exact));
  }

  private static <K extends Enum<K>> Map<K, Figure> figures(Map<K, Long> counts, boolean exact) {
    Map<K, Figure> figures = new TreeMap<>();
    counts.forEach((key, count) -> figures.put(key, Figure.of(count, exact)));
    return figures;
  }
}
