package anbinh.areas.boundary;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.BoundaryTable;
import anbinh.platform.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The shapes of all units in one, for a map of them; anybody signed in may read them.
@RestController
@RequestMapping("/api/areas/{id}/outlines")
class OutlineController {
  /// About a hundred metres: a line of a screen when a province fills it.
  private static final double TOLERANCE = 0.001;

  private final Areas areas;
  private final BoundaryTable table;

  OutlineController(Areas areas, BoundaryTable table) {
    this.areas = areas;
    this.table = table;
  }

  /// @param rings of positions (WGS 84), longitude before latitude, simplified to about 100 m
  record AreaOutline(UUID id, List<List<List<Double>>> rings) {
    AreaOutline {
      rings = List.copyOf(rings);
    }
  }

  /// Those of the units directly in one that have a boundary, at most 1,000.
  @GetMapping
  Page<AreaOutline> list(@PathVariable UUID id) {
    areas.get(id);
    Map<UUID, Area> within =
        areas.list().stream()
            .filter(each -> id.equals(each.parentId()))
            .limit(1_000)
            .collect(Collectors.toMap(Area::id, each -> each));
    return Page.all(
        table.coordinates(within.keySet()).entrySet().stream()
            .map(each -> new AreaOutline(each.getKey(), Outline.of(each.getValue(), TOLERANCE)))
            .toList());
  }
}
