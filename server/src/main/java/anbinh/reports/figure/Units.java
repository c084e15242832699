package anbinh.reports.figure;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The units of one reading, and in which line of a table each of them counts. Past units count
/// where what was theirs went. For one thread.
final class Units {
  private final Map<UUID, Area> all = new HashMap<>();
  private final Set<UUID> present;
  private final Map<UUID, UUID> communes = new HashMap<>();

  Units(Areas areas) {
    areas.listEver().forEach(each -> all.put(each.id(), each));
    present = areas.presentIds();
  }

  /// The commune that a unit lies in, or went into; itself where it lies in none.
  UUID communeOf(UUID id) {
    return communes.computeIfAbsent(
        id,
        _ -> {
          UUID found = id;
          for (Area at = all.get(id); at != null; at = above(at)) {
            if (at.kind().isCommune()) {
              found = at.id();
            }
          }
          return found;
        });
  }

  /// The unit at the top of the tree that a unit lies in.
  UUID topOf(UUID id) {
    UUID top = id;
    for (Area at = all.get(id); at != null; at = above(at)) {
      top = at.id();
    }
    return top;
  }

  /// The villages and places of a commune's line: a unit that lies directly in it, else itself.
  UUID villageOf(UUID commune, UUID id) {
    UUID village = commune;
    for (Area at = all.get(id); at != null && !at.id().equals(commune); at = above(at)) {
      if (at.kind() == AreaKind.RESIDENTIAL_AREA) {
        village = at.id();
      }
    }
    return village;
  }

  private @Nullable Area above(Area area) {
    UUID parent = area.parentId();
    return parent == null ? null : all.get(parent);
  }

  /// The units at the top that are provinces, by code.
  List<Area> provinces() {
    return all.values().stream()
        .filter(each -> each.kind() == AreaKind.PROVINCE && present.contains(each.id()))
        .sorted(Comparator.comparing(Area::code))
        .toList();
  }

  /// Today's communes below a unit, or it itself if it is one, by code.
  List<Area> communes(UUID below) {
    List<Area> found = new ArrayList<>();
    for (Area each : all.values()) {
      if (each.kind().isCommune() && present.contains(each.id()) && lies(each, below)) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparing(Area::code));
    return found;
  }

  /// Today's villages of a commune, of one that ended those that it had, by code.
  List<Area> villages(UUID commune) {
    boolean ended = !present.contains(commune);
    List<Area> found = new ArrayList<>();
    for (Area each : all.values()) {
      if (each.kind() == AreaKind.RESIDENTIAL_AREA
          && (ended || present.contains(each.id()))
          && lies(each, commune)) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparing(Area::code));
    return found;
  }

  /// Whether there is nothing outside a unit.
  boolean allLieIn(UUID top) {
    return all.values().stream().allMatch(each -> lies(each, top));
  }

  private boolean lies(Area area, UUID within) {
    for (Area at = area; at != null; at = above(at)) {
      if (at.id().equals(within)) {
        return true;
      }
    }
    return false;
  }
}
