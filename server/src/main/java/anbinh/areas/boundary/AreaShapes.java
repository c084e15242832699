package anbinh.areas.boundary;

import anbinh.areas.Bounds;
import anbinh.areas.unit.BoundaryTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The boundaries of all units with fewer points, as a map draws them; kept until others are
/// imported. Safe for many threads.
@Component
public class AreaShapes {
  /// About five metres; a map leaves out more by itself where it shows more at once.
  private static final double TOLERANCE = 0.00005;

  private final BoundaryTable table;
  private volatile Kept kept = new Kept("", Map.of());

  AreaShapes(BoundaryTable table) {
    this.table = table;
  }

  private record Kept(String state, Map<UUID, AreaShape> shapes) {}

  /// Where a unit lies.
  ///
  /// @param rings the outer ones, of positions, longitude before latitude
  /// @param latitude of the middle of its largest ring, as is `longitude`: where its name stands
  public record AreaShape(
      List<List<List<Double>>> rings, Bounds bounds, double latitude, double longitude) {
    public AreaShape {
      rings = List.copyOf(rings);
    }
  }

  /// What changes when boundaries do.
  public String state() {
    return table.state();
  }

  /// By unit; also those of units that ended.
  public Map<UUID, AreaShape> all() {
    Kept known = kept;
    String state = table.state();
    if (!known.state().equals(state)) {
      Map<UUID, AreaShape> shapes = new HashMap<>();
      table.coordinates().forEach((area, coordinates) -> shapes.put(area, shape(coordinates)));
      known = new Kept(state, Map.copyOf(shapes));
      kept = known;
    }
    return known.shapes();
  }

  static AreaShape shape(String coordinates) {
    List<List<List<Double>>> rings = Outline.of(coordinates, TOLERANCE);
    double south = 90;
    double west = 180;
    double north = -90;
    double east = -180;
    double largest = -1;
    double latitude = 0;
    double longitude = 0;
    for (List<List<Double>> ring : rings) {
      double twice = 0;
      double x = 0;
      double y = 0;
      // Relative to a corner, since the areas of small units far from zero are lost in rounding.
      double fromX = ring.getFirst().get(0);
      double fromY = ring.getFirst().get(1);
      for (int i = 0; i < ring.size(); i++) {
        double atX = ring.get(i).get(0) - fromX;
        double atY = ring.get(i).get(1) - fromY;
        List<Double> next = ring.get((i + 1) % ring.size());
        double cross = atX * (next.get(1) - fromY) - (next.get(0) - fromX) * atY;
        twice += cross;
        x += (atX + next.get(0) - fromX) * cross;
        y += (atY + next.get(1) - fromY) * cross;
        south = Math.min(south, ring.get(i).get(1));
        north = Math.max(north, ring.get(i).get(1));
        west = Math.min(west, ring.get(i).get(0));
        east = Math.max(east, ring.get(i).get(0));
      }
      if (Math.abs(twice) > largest) {
        largest = Math.abs(twice);
        longitude = fromX + (twice == 0 ? 0 : x / (3 * twice));
        latitude = fromY + (twice == 0 ? 0 : y / (3 * twice));
      }
    }
    return new AreaShape(rings, new Bounds(south, west, north, east), latitude, longitude);
  }
}
