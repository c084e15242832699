package anbinh.sightings.onvif;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `sightings.metadata_camera`.
@Repository
class SwitchedCameraTable {
  private static final String SELECT =
      "select camera_id, switched_on, switched_at, path from sightings.metadata_camera ";

  private final SqlClient database;

  SwitchedCameraTable(SqlClient database) {
    this.database = database;
  }

  List<SwitchedCamera> listSwitchedOn() {
    return database.list(SwitchedCamera.class, SELECT + "where switched_on order by camera_id");
  }

  Optional<SwitchedCamera> find(UUID cameraId) {
    return database.find(SwitchedCamera.class, SELECT + "where camera_id = ?", cameraId);
  }

  /// @return whether it was off, or went by another path
  boolean switchOn(UUID cameraId, @Nullable String path, Instant now) {
    return database.update(
            """
            insert into sightings.metadata_camera as c (camera_id, switched_on, switched_at, path)
            values (:camera, true, :now, :path)
            on conflict (camera_id) do update
            set switched_on = true, switched_at = :now, path = :path
            where not c.switched_on or c.path is distinct from :path
            """,
            Values.of("camera", cameraId).and("path", path).and("now", now))
        > 0;
  }

  /// @return whether it was on
  boolean switchOff(UUID cameraId, Instant now) {
    return database.update(
            """
            update sightings.metadata_camera set switched_on = false, switched_at = ?
            where camera_id = ? and switched_on
            """,
            now,
            cameraId)
        > 0;
  }

  /// When the last pass was that a source told of before a camera.
  Optional<Instant> findLastPass(UUID cameraId, UUID sourceId) {
    return database.find(
        Instant.class,
        """
        select best_at from sightings.pass where camera_id = ? and source_id = ?
        order by best_at desc limit 1
        """,
        cameraId,
        sourceId);
  }
}
