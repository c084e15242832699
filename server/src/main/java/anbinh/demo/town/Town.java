package anbinh.demo.town;

import anbinh.areas.PlaceKind;
import anbinh.areas.place.NamedPlace;
import anbinh.demo.town.Plane.Point;
import anbinh.demo.town.TownScript.Street;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The made-up town: what its script names, and the lanes and houses that are drawn beside it,
/// always the same ones. Not thread-safe.
final class Town {
  private static final long SEED = 14797;
  private static final double LANE_EVERY = 105;
  private static final double LANE = 120;
  private static final double HOUSE_EVERY = 17;
  private static final double TO_HOUSE = 15;
  private static final double HOUSES_APART = 14;
  private static final double HOUSE_TO_ROAD = 11;

  private final TownScript script;
  private final Plane plane;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Map<String, Object>> features = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final List<Point> river;
  private final List<List<Point>> blocks;

  Town(TownScript script) {
    this.script = script;
    this.plane = new Plane(script.bridge().longitude(), script.bridge().latitude());
    this.river = plane.points(script.river().points());
    this.blocks = script.blocks().stream().map(each -> plane.points(each.points())).toList();
    draw();
  }

  /// A street or a lane.
  private record Way(List<Point> points, boolean lane) {}

  /// A FeatureCollection with the tags of OpenStreetMap.
  byte[] geoJson() {
    return JsonMapper.shared()
        .writeValueAsBytes(Map.of("type", "FeatureCollection", "features", features));
  }

  /// Its streets and landmarks, as an office would list them.
  List<NamedPlace> places(UUID commune) {
    List<NamedPlace> places = new ArrayList<>();
    for (Street each : script.streets()) {
      List<Double> middle = each.points().get(each.points().size() / 2);
      places.add(
          new NamedPlace(
              commune, PlaceKind.STREET, each.name(), each.former(), middle.get(1), middle.get(0)));
    }
    var bridge = script.bridge();
    places.add(
        new NamedPlace(
            commune, PlaceKind.BRIDGE, bridge.name(), null, bridge.latitude(), bridge.longitude()));
    for (int i = 0; i < blocks.size(); i++) {
      var block = script.blocks().get(i);
      List<Double> middle = plane.position(middle(blocks.get(i)));
      places.add(
          new NamedPlace(
              commune, block.kind(), block.name(), block.former(), middle.get(1), middle.get(0)));
    }
    for (var each : script.landmarks()) {
      places.add(
          new NamedPlace(
              commune, each.kind(), each.name(), each.former(), each.latitude(), each.longitude()));
    }
    return places;
  }

  private void draw() {
    var water = script.river();
    add(
        Map.of("natural", "water"),
        "Polygon",
        List.of(plane.ring(alongside(river, water.width() / 2))));
    add(Map.of("waterway", "river", "name", water.name()), "LineString", plane.positions(river));
    for (int i = 0; i < blocks.size(); i++) {
      var block = script.blocks().get(i);
      add(named(block.tags(), block.name()), "Polygon", List.of(plane.ring(blocks.get(i))));
    }
    for (Street each : script.streets()) {
      List<Point> points = plane.points(each.points());
      ways.add(new Way(points, false));
      add(
          Map.of("highway", each.kind(), "name", each.name()),
          "LineString",
          plane.positions(points));
    }
    for (Street each : script.streets()) {
      if (each.lanes()) {
        lanes(each);
      }
    }
    houses();
    add(
        Map.of("man_made", "bridge", "name", script.bridge().name()),
        "Point",
        List.of(script.bridge().longitude(), script.bridge().latitude()));
    for (var each : script.landmarks()) {
      add(named(each.tags(), each.name()), "Point", List.of(each.longitude(), each.latitude()));
    }
  }

  /// Lanes to both sides in turn, even numbers on one of them, as towns number them.
  private void lanes(Street street) {
    List<Point> points = plane.points(street.points());
    int number = 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      Point from = points.get(i);
      Point to = points.get(i + 1);
      double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
      double east = (to.x() - from.x()) / length;
      double north = (to.y() - from.y()) / length;
      for (double at = LANE_EVERY / 2; at < length - LANE_EVERY / 3; at += LANE_EVERY) {
        number++;
        double side = number % 2 == 0 ? 1 : -1;
        Point start = from.plus(east * at, north * at);
        double far = LANE * (0.75 + random.nextDouble() / 2);
        Point end = start.plus(-north * side * far, east * side * far);
        Point begin = start.plus(-north * side * TO_HOUSE, east * side * TO_HOUSE);
        if (isFree(begin, end)) {
          List<Point> lane = List.of(start, end);
          ways.add(new Way(lane, true));
          add(
              Map.of(
                  "highway",
                  "service",
                  "name",
                  script.lane().replace("{0}", "" + number).replace("{1}", bare(street.name()))),
              "LineString",
              plane.positions(lane));
        }
      }
    }
  }

  /// A lane is left out where it would meet another way, the river or a block.
  private boolean isFree(Point begin, Point end) {
    for (double part = 0; part <= 1; part += 0.1) {
      Point at =
          new Point(
              begin.x() + part * (end.x() - begin.x()), begin.y() + part * (end.y() - begin.y()));
      if (isInBlock(at)
          || at.distance(river) < script.river().width()
          || ways.stream().anyMatch(way -> at.distance(way.points()) < TO_HOUSE - 1)) {
        return false;
      }
    }
    return true;
  }

  private void houses() {
    List<Point> built = new ArrayList<>();
    for (Way way : ways) {
      for (int i = 0; i + 1 < way.points().size(); i++) {
        Point from = way.points().get(i);
        Point to = way.points().get(i + 1);
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double east = (to.x() - from.x()) / length;
        double north = (to.y() - from.y()) / length;
        for (double at = HOUSE_EVERY / 2; at < length; at += HOUSE_EVERY) {
          for (int side = -1; side <= 1; side += 2) {
            Point middle =
                from.plus(east * at - north * side * TO_HOUSE, north * at + east * side * TO_HOUSE);
            if (random.nextInt(5) > 0 && isGround(middle, built)) {
              built.add(middle);
              house(middle, east, north);
            }
          }
        }
      }
    }
  }

  private boolean isGround(Point middle, List<Point> built) {
    return !isInBlock(middle)
        && middle.distance(river) > script.river().width()
        && built.stream()
            .noneMatch(
                other -> Math.hypot(other.x() - middle.x(), other.y() - middle.y()) < HOUSES_APART)
        && ways.stream().noneMatch(way -> middle.distance(way.points()) < HOUSE_TO_ROAD);
  }

  private void house(Point middle, double east, double north) {
    double wide = 4 + 2 * random.nextDouble();
    double deep = 4 + 2.5 * random.nextDouble();
    List<Point> corners = new ArrayList<>();
    for (int corner = 0; corner < 4; corner++) {
      double along = corner == 0 || corner == 3 ? -wide : wide;
      double away = corner < 2 ? -deep : deep;
      corners.add(middle.plus(east * along - north * away, north * along + east * away));
    }
    add(Map.of("building", "yes"), "Polygon", List.of(plane.ring(corners)));
  }

  private boolean isInBlock(Point point) {
    return blocks.stream().anyMatch(point::isIn);
  }

  /// The outline of what goes along a way on both sides.
  private static List<Point> alongside(List<Point> way, double metres) {
    List<Point> there = new ArrayList<>();
    List<Point> back = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      Point before = way.get(Math.max(0, i - 1));
      Point after = way.get(Math.min(way.size() - 1, i + 1));
      double length = Math.hypot(after.x() - before.x(), after.y() - before.y());
      double east = (after.x() - before.x()) / length * metres;
      double north = (after.y() - before.y()) / length * metres;
      there.add(way.get(i).plus(-north, east));
      back.addFirst(way.get(i).plus(north, -east));
    }
    there.addAll(back);
    return there;
  }

  private static Point middle(List<Point> ring) {
    return new Point(
        ring.stream().mapToDouble(Point::x).average().orElseThrow(),
        ring.stream().mapToDouble(Point::y).average().orElseThrow());
  }

  /// Without the word for street.
  private static String bare(String street) {
    return street.substring(street.indexOf(' ') + 1);
  }

  private static Map<String, String> named(Map<String, String> tags, String name) {
    Map<String, String> all = new TreeMap<>(tags);
    all.put("name", name);
    return all;
  }

  private void add(Map<String, String> tags, String type, List<?> coordinates) {
    features.add(
        Map.of(
            "type",
            "Feature",
            "properties",
            tags,
            "geometry",
            Map.of("type", type, "coordinates", coordinates)));
  }
}
