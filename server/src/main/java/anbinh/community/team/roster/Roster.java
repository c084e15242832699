package anbinh.community.team.roster;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.community.team.roster.RosterView.Level;
import anbinh.community.team.roster.RosterView.RosterLine;
import anbinh.community.team.roster.RosterView.RosterTeam;
import anbinh.community.team.roster.RosterView.RosterVillage;
import anbinh.community.team.unit.TeamCalendar;
import anbinh.identity.AreaScope;
import anbinh.platform.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int ENDING_DAYS = 90;
  private static final int MOST_UNCOVERED = 200;

  private final RosterTable table;
  private final Areas areas;
  private final TeamCalendar calendar;

  Roster(RosterTable table, Areas areas, TeamCalendar calendar) {
    this.table = table;
    this.areas = areas;
    this.calendar = calendar;
  }

  /// @param of null for all that the reader sees
  /// @param seen the areas that the reader sees
  /// @param exact whether the reader sees origins, genders and ages as they are
  RosterView of(@Nullable Area of, AreaScope seen, boolean exact) {
    List<Area> all = areas.list();
    LocalDate day = calendar.today();
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
    Collection<UUID> counted = counted(of, seen);
    Map<UUID, Tally> tallies =
        byPresent(table.byCommune(counted, day, day.plusDays(ENDING_DAYS)), communes);
    Set<UUID> covered = table.covered(counted, day);
    List<RosterLine> lines = new ArrayList<>();
    Tally sum = Tally.NONE;
    long allVillages = 0;
    long allWithout = 0;
    for (Area commune : communes) {
      Tally tally = tallies.getOrDefault(commune.id(), Tally.NONE);
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
        commune && counted != null ? teams(counted, day) : List.of(),
        of != null && commune
            ? uncovered(villages.getOrDefault(of.id(), List.of()), covered)
            : List.of());
  }

  private static List<RosterVillage> uncovered(List<Area> villages, Set<UUID> covered) {
    return villages.stream()
        .filter(village -> !covered.contains(village.id()))
        .limit(MOST_UNCOVERED)
        .map(village -> new RosterVillage(village.id(), village.code(), village.name()))
        .toList();
  }

  private static boolean isOf(@Nullable Area of, Area commune) {
    return of == null || of.id().equals(commune.id()) || of.id().equals(commune.parentId());
  }

  /// The communes whose teams count, those that ended among them; null for all.
  private @Nullable Collection<UUID> counted(@Nullable Area of, AreaScope seen) {
    if (of != null) {
      return areas.below(of.id());
    }
    return switch (seen) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas();
    };
  }

  /// What is kept under a commune that ended counts for the one that took it over.
  private Map<UUID, Tally> byPresent(Map<UUID, Tally> found, List<Area> communes) {
    Set<UUID> known = communes.stream().map(Area::id).collect(Collectors.toSet());
    Map<UUID, Tally> present = new HashMap<>();
    found.forEach((commune, tally) -> {
      UUID office =
          known.contains(commune)
              ? commune
              : areas.findOffice(commune).map(Area::id).orElse(commune);
      present.merge(office, tally, Tally::plus);
    });
    return present;
  }

  private List<RosterTeam> teams(Collection<UUID> communes, LocalDate day) {
    return table.byTeam(communes, day, day.plusDays(ENDING_DAYS)).stream()
        .map(each ->
            new RosterTeam(
                each.id(),
                each.code(),
                each.name(),
                each.state(),
                each.tally().planned(),
                each.tally().active(),
                each.leaders() > 0,
                each.tally().ending(),
                each.tally().over()))
        .toList();
  }

  private static RosterLine line(
      @Nullable Area area, long villages, long without, Tally tally, boolean exact) {
    return new RosterLine(
        area == null ? null : area.id(),
        area == null ? null : area.code(),
        area == null ? null : area.name(),
        villages,
        without,
        tally.proposed(),
        tally.established(),
        tally.planned(),
        tally.active(),
        tally.withoutLeader(),
        tally.belowStrength(),
        tally.ending(),
        tally.over(),
        figures(tally.origins(), exact),
        figures(tally.genders(), exact),
        figures(tally.ages(), exact));
  }

  private static <K extends Enum<K>> Map<K, Figure> figures(Map<K, Long> counts, boolean exact) {
    Map<K, Figure> figures = new TreeMap<>();
    counts.forEach((key, count) -> figures.put(key, Figure.of(count, exact)));
    return figures;
  }
}
