package anbinh.oversight.look;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
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
    Area at = areas.find(area).orElse(null);
    while (at != null && at.kind() != AreaKind.COMMUNE) {
      UUID parent = at.parentId();
      at = parent == null ? null : areas.find(parent).orElse(null);
    }
    return at == null ? area : at.id();
  }
}
