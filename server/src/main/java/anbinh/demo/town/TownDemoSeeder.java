package anbinh.demo.town;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.map.Ground;
import anbinh.areas.place.PlaceTable;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.BoundaryTable;
import anbinh.areas.unit.Shape;
import anbinh.demo.Script;
import anbinh.platform.Site;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills the maps of a demonstration: the town with its names, and boundaries of the units that
/// have none. Safe for many threads.
@Component
public class TownDemoSeeder {
  /// Where the town's commune lies among the communes of the grid, and one in the mountains.
  private static final int TOWN = 4 * 14 + 12;

  private static final String UPLAND_CODE = "14923";
  private static final int UPLAND = 5 * 14 + 13 + 4 * 14 + 6;

  private final Site site;
  private final Areas areas;
  private final BoundaryTable boundaries;
  private final PlaceTable places;
  private final Ground ground;
  private final InstantSource clock;

  TownDemoSeeder(
      Site site,
      Areas areas,
      BoundaryTable boundaries,
      PlaceTable places,
      Ground ground,
      InstantSource clock) {
    this.site = site;
    this.areas = areas;
    this.boundaries = boundaries;
    this.places = places;
    this.ground = ground;
    this.clock = clock;
  }

  /// Draws the town where there is no other ground, and writes its names down.
  @Transactional
  public void makeTown() {
    site.requireDemonstration();
    TownScript script = TownScript.read();
    if (ground.find().isEmpty()) {
      var town = new Town(script);
      Area commune = areas.find(script.commune()).orElseThrow();
      places.replace(town.places(commune.id()));
      ground.put(town.geoJson());
    }
    Set<String> codes =
        Script.get().areas().stream().map(Script.AreaLine::code).collect(Collectors.toSet());
    var _ =
        makeBoundaries(areas.list().stream().filter(each -> codes.contains(each.code())).toList());
  }

  /// Gives boundaries to all units of the province that have none.
  ///
  /// @return how many were given
  @Transactional
  public int makeBoundaries() {
    site.requireDemonstration();
    return makeBoundaries(areas.list());
  }

  private int makeBoundaries(List<Area> units) {
    TownScript script = TownScript.read();
    Map<UUID, Shape> shapes = new HashMap<>();
    List<Area> communes = new ArrayList<>();
    for (Area area : units) {
      if (area.kind() == AreaKind.PROVINCE) {
        shapes.put(area.id(), SyntheticBoundaries.shape(SyntheticBoundaries.province()));
      } else if (area.kind().isCommune()) {
        communes.add(area);
      } else if (script.villages().containsKey(area.code())) {
        shapes.put(area.id(), SyntheticBoundaries.shape(script.villages().get(area.code())));
      }
    }
    place(communes, script.commune())
        .forEach((area, ring) -> shapes.put(area, SyntheticBoundaries.shape(ring)));
    Set<UUID> known = boundaries.known(shapes.keySet());
    shapes.keySet().removeAll(known);
    if (!shapes.isEmpty()) {
      boundaries.put(shapes, clock.instant());
    }
    return shapes.size();
  }

  /// Each commune in a cell of the grid: the town's and the upland one in theirs, the others in the
  /// order of their codes; those beyond the grid in none.
  static Map<UUID, List<List<Double>>> place(List<Area> communes, String townCode) {
    List<List<List<Double>>> cells = new ArrayList<>(SyntheticBoundaries.communes());
    List<List<Double>> town = cells.get(TOWN);
    List<List<Double>> upland = cells.get(UPLAND);
    cells.removeAll(List.of(town, upland));
    Map<UUID, List<List<Double>>> placed = new HashMap<>();
    int next = 0;
    for (Area each : communes) {
      if (each.code().equals(townCode)) {
        placed.put(each.id(), town);
      } else if (each.code().equals(UPLAND_CODE)) {
        placed.put(each.id(), upland);
      } else if (next < cells.size()) {
        placed.put(each.id(), cells.get(next++));
      }
    }
    return placed;
  }
}
