package anbinh.areas.boundary;

import anbinh.areas.AreaProblem;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.BoundaryTable;
import anbinh.platform.Problem;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The path of a unit's boundary; anybody signed in may read it.
@RestController
@RequestMapping("/api/areas/{id}/boundary")
class BoundaryController {
  private final Areas areas;
  private final BoundaryTable table;

  BoundaryController(Areas areas, BoundaryTable table) {
    this.areas = areas;
    this.table = table;
  }

  /// A GeoJSON geometry (RFC 7946).
  ///
  /// @param type `MultiPolygon`
  /// @param coordinates polygons of rings of positions, longitude before latitude
  record AreaBoundary(String type, @JsonRawValue @Schema(type = "array") String coordinates) {}

  @GetMapping
  AreaBoundary get(@PathVariable UUID id) {
    areas.get(id);
    return new AreaBoundary(
        "MultiPolygon",
        table.findCoordinates(id).orElseThrow(() -> Problem.of(AreaProblem.NO_BOUNDARY)));
  }
}
