package anbinh.areas.unit;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of boundaries, one to a unit.
@Repository
public class BoundaryTable {
  private final SqlClient database;

  BoundaryTable(SqlClient database) {
    this.database = database;
  }

  /// Of how many points a unit's boundary is; empty when it has none.
  public Optional<Integer> findPoints(UUID areaId) {
    return database.find(
        Integer.class, "select points from areas.boundary where area_id = ?", areaId);
  }

  /// The coordinates of a MultiPolygon, as JSON.
  public Optional<String> findCoordinates(UUID areaId) {
    return database.find(
        String.class, "select coordinates from areas.boundary where area_id = ?", areaId);
  }

  /// The coordinates of those that have any, by unit.
  public Map<UUID, String> coordinates(Set<UUID> areas) {
    return new TreeMap<>(
        database.map(
            UUID.class,
            String.class,
            "select area_id, coordinates from areas.boundary where area_id = any (?)",
            areas));
  }

  /// All that there are, by unit.
  public Map<UUID, String> coordinates() {
    return new TreeMap<>(
        database.map(UUID.class, String.class, "select area_id, coordinates from areas.boundary"));
  }

  /// What changes when boundaries do.
  public String state() {
    return database.get(
        String.class,
        """
        select count(*) || '-' || coalesce(extract(epoch from max(imported_at)), 0)
        from areas.boundary
        """);
  }

  /// Those of the units that have a boundary.
  public Set<UUID> known(Set<UUID> areas) {
    return new TreeSet<>(
        database.list(
            UUID.class, "select area_id from areas.boundary where area_id = any (?)", areas));
  }

  /// Puts boundaries in place of those that the units had.
  public void put(Map<UUID, Shape> shapes, Instant now) {
    List<Values> rows = new ArrayList<>();
    shapes.forEach((area, shape) -> rows.add(Values.of(shape).and("area", area).and("now", now)));
    database.batch(
        """
        insert into areas.boundary (area_id, coordinates, points, imported_at)
        values (:area, :coordinates, :points, :now)
        on conflict (area_id) do update
        set coordinates = excluded.coordinates, points = excluded.points,
          imported_at = excluded.imported_at
        """,
        rows);
  }
}
