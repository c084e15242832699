package anbinh.team.imports;

import anbinh.areas.Area;
import anbinh.platform.Ids;
import anbinh.platform.WrittenText;
import anbinh.platform.sheet.RowGroup;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.team.Paper;
import anbinh.team.Team;
import anbinh.team.imports.TeamRow.Person;
import anbinh.team.imports.TeamRow.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a list of teams by all rules; it writes nothing. A team that there is, by its commune and
/// its name however its accents were composed, is left as it is; so is who is in it. Not
/// thread-safe.
final class TeamReading {
  private final SheetVocabulary<TeamColumn> words;
  private final ExistingTeams present;
  private final Ids ids;
  private final LocalDate today;
  private final Function<String, Optional<Area>> communes;
  private final Function<String, Optional<Area>> villages;
  private final Predicate<UUID> seen;
  private final TeamImportSummary summary;

  /// @param communes by what the list says; it refuses those that are not the person's
  /// @param villages by their codes
  /// @param seen whether the reader works in the commune of a team
  TeamReading(
      SheetVocabulary<TeamColumn> words,
      ExistingTeams present,
      Ids ids,
      LocalDate today,
      Function<String, Optional<Area>> communes,
      Function<String, Optional<Area>> villages,
      Predicate<UUID> seen,
      TeamImportSummary summary) {
    this.words = words;
    this.present = present;
    this.ids = ids;
    this.today = today;
    this.communes = communes;
    this.villages = villages;
    this.seen = seen;
    this.summary = summary;
  }

  /// The teams of a list, in its order, and the people to add to them.
  record Found(List<Unit> units, List<Person> people) {
    Found {
      units = List.copyOf(units);
      people = List.copyOf(people);
    }

    /// How many people come to each team.
    Map<UUID, Integer> sizes() {
      Map<UUID, Integer> sizes = new HashMap<>();
      Set<UUID> counted = new HashSet<>();
      people.stream()
          .filter(person -> counted.add(person.id()))
          .forEach(person -> sizes.merge(person.unit().id(), 1, Integer::sum));
      return sizes;
    }
  }

  /// @throws anbinh.platform.Problem when it is no list of teams
  Found read(SheetFile file, boolean applying) {
    Map<String, List<RawRow>> byTeam = new LinkedHashMap<>();
    Set<UUID> named = new HashSet<>();
    summary.read(
        file,
        words,
        cells -> {
          var raw = new RawRow(cells, communes);
          String key = raw.teamKey();
          if (key != null && raw.commune != null) {
            byTeam.computeIfAbsent(key, _ -> new ArrayList<>()).add(raw);
            named.add(raw.commune.id());
          }
        });
    if (applying) {
      present.lockForUpdate(named);
    }
    named.forEach(summary::commune);
    Map<String, Team> known = present.teams(named);
    List<Unit> units = new ArrayList<>();
    Map<Unit, List<RawRow>> raws = new LinkedHashMap<>();
    Map<UUID, Integer> claimed = new HashMap<>();
    byTeam.forEach((key, own) -> {
      Team there = known.get(key);
      if (isPast(there, own)) {
        summary.knownTeam();
        own.stream().filter(row -> row.person).forEach(_ -> summary.knownMember());
        return;
      }
      Unit unit = unit(own, there == null || there.dissolvedOn() != null ? null : there, claimed);
      units.add(unit);
      raws.put(unit, own);
    });
    checkCovered(raws);
    var people = new PeopleReading(present, ids, today, summary, seen);
    return new Found(units, people.read(raws, named));
  }

  /// Whether a list speaks of a team that was dissolved since, and not of another one that took its
  /// name later.
  private static boolean isPast(@Nullable Team there, List<RawRow> own) {
    LocalDate dissolved = there == null ? null : there.dissolvedOn();
    return dissolved != null
        && own.stream()
            .map(row -> row.decidedOn)
            .filter(Objects::nonNull)
            .allMatch(on -> on.isBefore(dissolved));
  }

  private Unit unit(List<RawRow> own, @Nullable Team known, Map<UUID, Integer> claimed) {
    RawRow first = own.getFirst();
    Area commune = Objects.requireNonNull(first.commune);
    String name = WrittenText.of(Objects.requireNonNull(first.team));
    if (known != null) {
      summary.knownTeam();
      LocalDate established = known.establishedOn();
      if (established == null) {
        first.cells.reject(TeamColumn.TEAM, "team-list-waiting", known.code());
      }
      return new Unit(
          first.cells.row(),
          known.id(),
          commune.id(),
          commune.name(),
          known.name(),
          List.of(),
          null,
          established == null ? null : new Paper("", established, null),
          false);
    }
    var group = new RowGroup<>(own, "team-list-differs");
    Integer planned = group.same(row -> row.planned, TeamColumn.PLANNED, true);
    String decision = group.same(row -> row.decision, TeamColumn.TEAM_DECISION, true);
    LocalDate on = group.same(row -> row.decidedOn, TeamColumn.TEAM_DECIDED_ON, true);
    String signer = group.same(row -> row.signer, TeamColumn.TEAM_SIGNER, false);
    List<String> codes = group.same(TeamReading::covered, TeamColumn.VILLAGES, true);
    if (on != null && on.isAfter(today)) {
      group
          .saying(row -> row.decidedOn)
          .cells
          .reject(TeamColumn.TEAM_DECIDED_ON, "past-or-present");
    }
    int least = present.standard(today).leastStrength();
    if (planned != null && planned < least) {
      group.saying(row -> row.planned).cells.reject(TeamColumn.PLANNED, "team-too-few", least);
    }
    return new Unit(
        first.cells.row(),
        ids.next(),
        commune.id(),
        commune.name(),
        name,
        villages(group.saying(TeamReading::covered), codes, commune, claimed),
        planned,
        decision == null || on == null ? null : new Paper(decision, on, signer),
        true);
  }

  private List<UUID> villages(
      RawRow row, @Nullable List<String> codes, Area commune, Map<UUID, Integer> claimed) {
    List<UUID> found = new ArrayList<>();
    for (String code : codes == null ? List.<String>of() : codes) {
      Area village =
          villages.apply(code).filter(each -> commune.id().equals(each.parentId())).orElse(null);
      if (village == null) {
        row.cells.reject(TeamColumn.VILLAGES, "team-list-village", code, commune.name());
        continue;
      }
      Integer before = claimed.putIfAbsent(village.id(), row.cells.row());
      if (before != null) {
        row.cells.reject(TeamColumn.VILLAGES, "team-list-village-twice", code, before);
      } else {
        found.add(village.id());
      }
    }
    return found;
  }

  /// Whether a team that there is covers one of the villages on the day of a new one or later.
  private void checkCovered(Map<Unit, List<RawRow>> raws) {
    Map<LocalDate, List<UUID>> requested = new HashMap<>();
    for (Unit unit : raws.keySet()) {
      if (!unit.villages().isEmpty() && unit.paper() != null) {
        requested
            .computeIfAbsent(unit.established(), _ -> new ArrayList<>())
            .addAll(unit.villages());
      }
    }
    Map<UUID, String> covered = new HashMap<>();
    requested.forEach((from, some) -> covered.putAll(present.covered(some, from)));
    raws.forEach((unit, own) ->
        unit.villages().stream()
            .filter(covered::containsKey)
            .findFirst()
            .ifPresent(village ->
                new RowGroup<>(own, "team-list-differs")
                    .saying(TeamReading::covered)
                    .cells
                    .reject(
                        TeamColumn.VILLAGES,
                        "team-list-covered",
                        String.valueOf(covered.get(village)))));
  }

  private static @Nullable List<String> covered(RawRow row) {
    return row.villages.isEmpty() ? null : row.villages;
  }
}
