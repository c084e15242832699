package anbinh.areas;

import anbinh.platform.FoldedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The places that a list names: a unit by its code; a village also by its name, where it is the
/// only one of that name in its commune. Not thread-safe.
public final class ListedPlaces {
  private final Map<String, Area> byCode = new HashMap<>();
  private final Map<UUID, Map<String, Optional<Area>>> byName = new HashMap<>();

  /// @param present all units that there are
  public ListedPlaces(List<Area> present) {
    for (Area area : present) {
      byCode.put(area.code(), area);
      UUID above = area.parentId();
      if (above != null && area.kind() == AreaKind.RESIDENTIAL_AREA) {
        // Of two of a name nobody can say which is meant.
        byName
            .computeIfAbsent(above, _ -> new HashMap<>())
            .merge(
                FoldedText.accentedWords(area.name()),
                Optional.of(area),
                (_, _) -> Optional.empty());
      }
    }
  }

  public Optional<Area> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public Optional<Area> findCommune(String code) {
    return find(code).filter(area -> area.kind().isCommune());
  }

  /// @param place its code or its name
  public Optional<Area> findVillage(Area commune, String place) {
    return find(place)
        .filter(area -> commune.id().equals(area.parentId()))
        .filter(area -> area.kind() == AreaKind.RESIDENTIAL_AREA)
        .or(() ->
            byName
                .getOrDefault(commune.id(), Map.of())
                .getOrDefault(FoldedText.accentedWords(place), Optional.empty()));
  }
}
