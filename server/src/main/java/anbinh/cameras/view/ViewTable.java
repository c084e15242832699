package anbinh.cameras.view;

import anbinh.cameras.Camera;
import anbinh.cameras.Sector;
import anbinh.cameras.store.CameraTable;
import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.util.List;
import org.springframework.stereotype.Repository;

/// Finds cameras by the squares around what they see (the index `camera_view`).
@Repository
class ViewTable {
  private final SqlClient database;

  ViewTable(SqlClient database) {
    this.database = database;
  }

  /// Every camera that might see a place, and some that do not.
  public List<Camera> near(
      double latitude, double longitude, double toleranceMetres, AreaScope scope) {
    double up = Sector.latitudeDegrees(toleranceMetres);
    double aside = Sector.longitudeDegrees(toleranceMetres, latitude);
    return database.list(
        Camera.class,
        CameraTable.SELECT
            + """
            where retired_at is null and consent <> 'WITHDRAWN'
              and view_box && box(point(:west, :south), point(:east, :north))
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            """,
        Values.of("west", longitude - aside)
            .and("south", latitude - up)
            .and("east", longitude + aside)
            .and("north", latitude + up)
            .and("areas", scope.areas()));
  }
}
