package anbinh.oversight.look;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// In which commune an area lies. Safe for many threads.
@Component
class Communes {
  private final Areas areas;

  Communes(Areas areas) {
    this.areas = areas;
  }

  /// The commune that an area lies in; itself where it lies in none.
  UUID of(UUID area) {
    Map<UUID, Area> known = new HashMap<>();
    areas.list().forEach(each -> known.put(each.id(), each));
    Area at = known.get(area);
    while (at != null && at.kind() != AreaKind.COMMUNE) {
      at = at.parentId() == null ? null : known.get(at.parentId());
    }
    return at == null ? area : at.id();
  }
}
