package anbinh.areas.unit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of boundaries, one to a unit.
@Repository
public class BoundaryTable {
  private static final int BATCH = 50;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  BoundaryTable(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  /// Of how many points a unit's boundary is; empty when it has none.
  public Optional<Integer> findPoints(UUID areaId) {
    return database
        .sql("select points from areas.boundary where area_id = ?")
        .param(areaId)
        .query(Integer.class)
        .optional();
  }

  /// The coordinates of a MultiPolygon, as JSON.
  public Optional<String> findCoordinates(UUID areaId) {
    return database
        .sql("select coordinates from areas.boundary where area_id = ?")
        .param(areaId)
        .query(String.class)
        .optional();
  }

  /// The coordinates of those that have any, by unit.
  public Map<UUID, String> coordinates(Set<UUID> areas) {
    Map<UUID, String> found = new TreeMap<>();
    database
        .sql("select area_id, coordinates from areas.boundary where area_id = any (?)")
        .param(areas.toArray(UUID[]::new))
        .query(row -> {
          found.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return found;
  }

  /// Those of the units that have a boundary.
  public Set<UUID> known(Set<UUID> areas) {
    return new TreeSet<>(
        database
            .sql("select area_id from areas.boundary where area_id = any (?)")
            .param(areas.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /// Puts boundaries in place of those that the units had.
  public void put(Map<UUID, Shape> shapes, Instant now) {
    batches.batchUpdate(
        """
        insert into areas.boundary (area_id, coordinates, points, imported_at) values (?, ?, ?, ?)
        on conflict (area_id) do update
        set coordinates = excluded.coordinates, points = excluded.points,
          imported_at = excluded.imported_at
        """,
        shapes.entrySet(),
        BATCH,
        (row, entry) -> {
          row.setObject(1, entry.getKey());
          row.setString(2, entry.getValue().coordinates());
          row.setInt(3, entry.getValue().points());
          row.setTimestamp(4, Timestamp.from(now));
        });
  }
}
