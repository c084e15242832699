package anbinh.areas.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Units that there are today, in memory; AreasIT runs the real ones.
public final class FakeAreas extends Areas {
  private final Map<UUID, Area> areas = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeAreas() {
    super(null, null, null, null, null);
  }

  public void add(UUID id, AreaKind kind) {
    areas.put(id, new Area(id, "A-" + areas.size(), "Xuân An", kind, null));
  }

  @Override
  public Optional<Area> findPresent(UUID id) {
    return Optional.ofNullable(areas.get(id));
  }
}
