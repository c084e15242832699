package anbinh.areas.unit;

<<<<<<< HEAD
import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Units that there are today, in memory; AreasIT runs the real ones.
public final class FakeAreas extends Areas {
  private final Map<UUID, Area> areas = new HashMap<>();
=======
import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.PROVINCE;
import static anbinh.identity.session.AccessFixture.VILLAGE;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The units of [anbinh.identity.session.AccessFixture] and those that a test adds, in memory;
/// AreasIT runs the real ones.
public final class FakeAreas extends Areas {
  private final Map<UUID, Area> areas = new LinkedHashMap<>();
  private final Set<UUID> ended = new HashSet<>();
>>>>>>> w-tc

  @SuppressWarnings("NullAway") // there is no table
  public FakeAreas() {
    super(null, null, null, null, null);
<<<<<<< HEAD
  }

  public void add(UUID id, AreaKind kind) {
    areas.put(id, new Area(id, "A-" + areas.size(), "Xuân An", kind, null));
=======
    add(PROVINCE, "38", AreaKind.PROVINCE, null);
    add(COMMUNE, "C-1", AreaKind.COMMUNE, PROVINCE);
    add(VILLAGE, "C-1-1", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    add(OTHER_COMMUNE, "C-2", AreaKind.COMMUNE, PROVINCE);
  }

  public Area add(UUID id, String code, AreaKind kind, @Nullable UUID parent) {
    var area = new Area(id, code, "Đơn vị " + code, kind, parent);
    areas.put(id, area);
    return area;
  }

  public void end(UUID id) {
    ended.add(id);
  }

  @Override
  public Optional<Area> find(UUID id) {
    return Optional.ofNullable(areas.get(id));
>>>>>>> w-tc
  }

  @Override
  public Optional<Area> findPresent(UUID id) {
<<<<<<< HEAD
    return Optional.ofNullable(areas.get(id));
=======
    return find(id).filter(each -> !ended.contains(id));
  }

  @Override
  public UUID communeOf(UUID id) {
    return line(id).stream()
        .filter(each -> each.kind().isCommune())
        .map(Area::id)
        .findFirst()
        .orElse(id);
  }

  @Override
  public Map<UUID, UUID> communesOf(Collection<UUID> some) {
    return some.stream().distinct().collect(Collectors.toMap(each -> each, this::communeOf));
  }

  @Override
  public boolean isLocal(UUID id) {
    return find(id).filter(each -> each.kind() == AreaKind.PROVINCE).isEmpty();
  }

  @Override
  public boolean isCommune(UUID id) {
    return find(id).filter(each -> each.kind().isCommune()).isPresent();
  }

  @Override
  public Set<UUID> above(UUID id) {
    return line(id).stream().map(Area::id).collect(Collectors.toSet());
  }

  @Override
  public boolean contains(UUID ancestor, UUID id) {
    return above(id).contains(ancestor);
  }

  @Override
  public Set<UUID> below(UUID id) {
    return areas.keySet().stream().filter(each -> contains(id, each)).collect(Collectors.toSet());
  }

  @Override
  public Set<UUID> named(String word) {
    return Set.of();
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> some) {
    return some.stream()
        .distinct()
        .map(areas::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(Area::id, Area::name));
  }

  /// The unit and those above it.
  private List<Area> line(UUID id) {
    List<Area> line = new ArrayList<>();
    Area area = areas.get(id);
    while (area != null) {
      line.add(area);
      area = area.parentId() == null ? null : areas.get(area.parentId());
    }
    return line;
>>>>>>> w-tc
  }
}
