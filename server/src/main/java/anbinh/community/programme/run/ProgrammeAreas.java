package anbinh.community.programme.run;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.platform.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /// The commune in which an area lies today, if it is a commune or a village of one.
  public Optional<UUID> communeOf(UUID area) {
    return areas
        .findPresent(area)
        .filter(each -> each.kind().isCommune() || each.kind() == AreaKind.RESIDENTIAL_AREA)
        .flatMap(each -> areas.findOffice(each.id()))
        .filter(each -> each.kind().isCommune())
        .map(Area::id);
  }

  /// What is wrong with some areas of one programme: they are villages of one commune, or that
  /// commune.
  public List<FieldProblem> problems(List<UUID> wanted) {
    Set<UUID> communes = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Optional<UUID> commune = communeOf(wanted.get(i));
      if (commune.isEmpty()) {
        return List.of(new FieldProblem("areaIds[" + i + "]", "programme-area"));
      }
      communes.add(commune.get());
    }
    boolean whole = wanted.stream().anyMatch(communes::contains);
    return communes.size() > 1 || (whole && wanted.size() > 1)
        ? List.of(new FieldProblem("areaIds", "programme-one-commune"))
        : List.of();
  }

  /// The names of those areas that have a present programme of a kind, each with its code; of a
  /// commune as a whole also where one of its villages has, and of a village where its commune has.
  ///
  /// @param but the programme that does not count
  public Map<String, String> taken(UUID kindId, List<UUID> wanted, UUID but) {
    Map<UUID, Set<UUID>> meets = new LinkedHashMap<>();
    Set<UUID> all = new HashSet<>();
    for (UUID area : wanted) {
      Set<UUID> some = new HashSet<>(areas.below(area));
      communeOf(area).ifPresent(some::add);
      meets.put(area, some);
      all.addAll(some);
    }
    Map<UUID, String> present = table.present(kindId, all, but);
    Map<UUID, String> names = areas.names(wanted);
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
