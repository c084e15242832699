package anbinh.programme.lifecycle;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where programmes may lie, and what stands in the way of another one there. Safe for many
/// threads.
@Component
public class ProgrammeAreas {
  private final Areas areas;
  private final ProgrammeTable table;

  ProgrammeAreas(Areas areas, ProgrammeTable table) {
    this.areas = areas;
    this.table = table;
  }

  /// Where some areas lie today, which is two questions however many they are.
  ///
  /// @param some communes and villages of programmes
  public ProgrammePlaces locate(Collection<UUID> some) {
    Set<UUID> present =
        areas.list(some).stream()
            .filter(each -> each.kind().isCommune() || each.kind() == AreaKind.RESIDENTIAL_AREA)
            .map(Area::id)
            .collect(Collectors.toSet());
    return new ProgrammePlaces(areas.communesToday(some), present);
  }

  private ProgrammePlaces locate(Programme programme) {
    return locate(all(programme).toList());
  }

  /// The areas of a programme and the commune that keeps it.
  public static Stream<UUID> all(Programme programme) {
    return Stream.concat(Stream.of(programme.communeId()), programme.areaIds().stream()).distinct();
  }

  /// See [ProgrammePlaces#communeOf(UUID)].
  public Optional<UUID> communeOf(UUID area) {
    return locate(Set.of(area)).communeOf(area);
  }

  /// See [ProgrammePlaces#today(Programme)].
  public UUID today(Programme programme) {
    return locate(programme).today(programme);
  }

  /// See [ProgrammePlaces#today(UUID)].
  public UUID today(UUID commune) {
    return locate(Set.of(commune)).today(commune);
  }

  /// See [ProgrammePlaces#communes(Programme)].
  public Set<UUID> communes(Programme programme) {
    return locate(programme).communes(programme);
  }

  /// See [ProgrammePlaces#partners(Programme)].
  public Set<UUID> partners(Programme programme) {
    return locate(programme).partners(programme);
  }

  /// The part in which that of a commune lies today: its own, or that of what took it over. Empty
  /// for the part of the commune that keeps the programme, as of one in which nothing of it lies
  /// any more.
  public Optional<UUID> part(Programme programme, UUID commune) {
    return Optional.of(today(commune)).filter(partners(programme)::contains);
  }

  /// The part that is named by a commune in which some of a programme lies today; null for that of
  /// the commune that keeps it, named or not.
  public @Nullable UUID requirePart(Programme programme, @Nullable UUID communeId) {
    if (communeId == null || communeId.equals(today(programme))) {
      return null;
    }
    if (!partners(programme).contains(communeId)) {
      throw Problem.invalid("communeId", "programme-no-part");
    }
    return communeId;
  }

  /// What is wrong with some areas of one programme: they are villages of one commune, or that
  /// commune.
  ///
  /// @param linked whether they may be villages of several communes
  public List<FieldProblem> problems(List<UUID> requested, boolean linked) {
    Set<UUID> communes = new HashSet<>();
    for (int i = 0; i < requested.size(); i++) {
      Optional<UUID> commune = communeOf(requested.get(i));
      if (commune.isEmpty()) {
        return List.of(new FieldProblem("areaIds[" + i + "]", "programme-area"));
      }
      communes.add(commune.get());
    }
    boolean whole = requested.stream().anyMatch(communes::contains);
    return (communes.size() > 1 && !linked) || (whole && requested.size() > 1)
        ? List.of(new FieldProblem("areaIds", "programme-one-commune"))
        : List.of();
  }

  /// The names of those areas that have a present programme of a kind, each with its code; of a
  /// commune as a whole also where one of its villages has, and of a village where its commune has.
  ///
  /// @param but the programme that does not count
  public Map<String, String> taken(UUID kindId, List<UUID> requested, UUID but) {
    Map<UUID, Set<UUID>> meets = new LinkedHashMap<>();
    Set<UUID> all = new HashSet<>();
    for (UUID area : requested) {
      Set<UUID> some = new HashSet<>(areas.below(area));
      communeOf(area)
          .ifPresent(commune -> {
            some.add(commune);
            // Also one of a commune that went into this one, and covered all of it.
            some.addAll(table.wholeCommunes(areas.below(commune)));
          });
      meets.put(area, some);
      all.addAll(some);
    }
    Map<UUID, String> present = table.present(kindId, all, but);
    Map<UUID, String> names = areas.names(requested);
    Map<String, String> taken = new LinkedHashMap<>();
    meets.forEach((area, some) ->
        some.stream()
            .filter(present::containsKey)
            .findFirst()
            .ifPresent(
                one -> taken.put(names.getOrDefault(area, "?"), present.getOrDefault(one, ""))));
    return taken;
  }

  /// Some taken areas in one line: `Thôn Một (MH-0001), Thôn Hai (MH-0002)`.
  public static String line(Map<String, String> taken) {
    List<String> parts = new ArrayList<>();
    taken.forEach((name, code) -> parts.add(name + " (" + code + ")"));
    return String.join(", ", parts);
  }
}
