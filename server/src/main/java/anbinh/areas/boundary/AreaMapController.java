package anbinh.areas.boundary;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.boundary.AreaShapes.AreaShape;
import anbinh.areas.unit.Areas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The boundaries and names of all units, as a map draws them; anybody signed in may read them.
@RestController
@RequestMapping("/api/maps/areas")
class AreaMapController {
  private final Areas areas;
  private final AreaShapes shapes;

  AreaMapController(Areas areas, AreaShapes shapes) {
    this.areas = areas;
    this.shapes = shapes;
  }

  /// A GeoJSON FeatureCollection (RFC 7946).
  ///
  /// @param features of each unit its outer rings and the point where its name stands
  record AreaMap(String type, List<AreaFeature> features) {
    AreaMap {
      features = List.copyOf(features);
    }
  }

  record AreaFeature(String type, AreaProperties properties, AreaGeometry geometry) {
    AreaFeature(Area area, AreaGeometry geometry) {
      this("Feature", new AreaProperties(area.name(), area.kind()), geometry);
    }
  }

  record AreaProperties(String name, AreaKind kind) {}

  /// @param type `MultiPolygon` or `Point`
  /// @param coordinates longitude before latitude
  record AreaGeometry(String type, List<?> coordinates) {
    AreaGeometry {
      coordinates = List.copyOf(coordinates);
    }
  }

  @GetMapping
  ResponseEntity<AreaMap> get(WebRequest request) {
    List<Area> present = areas.list();
    String tag = "W/\"" + Integer.toHexString(present.hashCode()) + "-" + shapes.state() + "\"";
    if (request.checkNotModified(tag)) {
      return ResponseEntity.status(304).eTag(tag).build();
    }
    Map<UUID, AreaShape> known = shapes.all();
    List<AreaFeature> features = new ArrayList<>();
    for (Area area : present) {
      AreaShape shape = known.get(area.id());
      if (shape != null) {
        features.add(
            new AreaFeature(
                area,
                new AreaGeometry("MultiPolygon", shape.rings().stream().map(List::of).toList())));
        features.add(
            new AreaFeature(
                area, new AreaGeometry("Point", List.of(shape.longitude(), shape.latitude()))));
      }
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(tag)
        .body(new AreaMap("FeatureCollection", features));
  }
}
