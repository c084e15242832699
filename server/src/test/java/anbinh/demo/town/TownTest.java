package anbinh.demo.town;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.PlaceKind;
import anbinh.areas.place.NamedPlace;
import anbinh.demo.Script;
import anbinh.demo.town.Plane.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TownTest {
  private final TownScript script = TownScript.read();
  private final Plane plane = new Plane(105.78, 19.8);

  private List<List<Double>> village(String code) {
    return Objects.requireNonNull(script.villages().get(code));
  }

  private static JsonNode features(byte[] geoJson) {
    return JsonMapper.shared().readTree(geoJson).path("features");
  }

  @Test
  void isTheSameEachTimeAndHasStreetsRiverLanesAndHouses() {
    byte[] town = new Town(script).geoJson();
    assertThat(new Town(script).geoJson()).isEqualTo(town);
    Map<String, Integer> counts = new HashMap<>();
    features(town)
        .forEach(each ->
            each.path("properties")
                .propertyNames()
                .forEach(name -> counts.merge(name, 1, Integer::sum)));
    assertThat(counts.get("highway")).isGreaterThan(60);
    assertThat(counts.get("building")).isGreaterThan(500);
    assertThat(counts.get("waterway")).isEqualTo(1);
  }

  @Test
  void hasNoHouseInTheRiver() {
    List<Point> river = plane.points(script.river().points());
    features(new Town(script).geoJson())
        .forEach(each -> {
          if (each.path("properties").has("building") && !each.path("properties").has("name")) {
            JsonNode corner = each.at("/geometry/coordinates/0/0");
            Point at = plane.point(corner.get(0).asDouble(), corner.get(1).asDouble());
            assertThat(at.distance(river)).isGreaterThan(script.river().width() / 2);
          }
        });
  }

  @Test
  void liesWhereTheCamerasOfTheDemonstrationAre() {
    List<List<Point>> streets =
        script.streets().stream().map(each -> plane.points(each.points())).toList();
    Script.get()
        .scenes()
        .forEach(scene -> {
          Point camera = plane.point(scene.longitude(), scene.latitude());
          assertThat(streets)
              .as(scene.name())
              .anyMatch(street -> camera.distance(street) < scene.rangeMetres());
          assertThat(camera.isIn(plane.points(village(scene.area())))).as(scene.name()).isTrue();
        });
  }

  @Test
  void namesItsStreetsAndLandmarksForTheSearch() {
    List<NamedPlace> places = new Town(script).places(new UUID(0, 1));
    assertThat(places)
        .anyMatch(each -> each.kind() == PlaceKind.STREET && each.name().equals("Đường Lê Lợi"))
        .anyMatch(each -> "Chợ Vồm".equals(each.former()));
    assertThat(places).doesNotHaveDuplicates();
  }

  @Test
  void givesEachCommuneOfAProvinceAPlaceOfItsOwnAndTheTownItsCommune() {
    List<Area> communes =
        new ArrayList<>(
            IntStream.range(0, 165)
                .mapToObj(n -> new Area(new UUID(1, n), "2" + n, "Xã " + n, AreaKind.COMMUNE, null))
                .toList());
    var own = new Area(new UUID(0, 7), script.commune(), "Phường", AreaKind.WARD, null);
    communes.add(own);
    Map<UUID, List<List<Double>>> placed = TownDemoSeeder.place(communes, script.commune());
    // The upland one's cell waits for its own.
    assertThat(placed).hasSize(165);
    assertThat(placed.values()).doesNotHaveDuplicates();
    List<Point> commune = plane.points(Objects.requireNonNull(placed.get(own.id())));
    script
        .villages()
        .values()
        .forEach(village -> assertThat(plane.points(village)).allMatch(each -> each.isIn(commune)));
    List<Point> province = plane.points(SyntheticBoundaries.province());
    assertThat(plane.points(village("14797-001"))).allMatch(each -> each.isIn(province));
  }
}
