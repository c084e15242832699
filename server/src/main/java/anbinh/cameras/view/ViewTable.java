package anbinh.cameras.view;

import anbinh.cameras.Camera;
import anbinh.cameras.Sector;
import anbinh.cameras.store.CameraTable;
import anbinh.identity.AreaScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds cameras by the squares around what they see (the index `camera_view`).
@Repository
public class ViewTable {
  private final JdbcClient database;

  ViewTable(JdbcClient database) {
    this.database = database;
  }

  /// Every camera that might see a place, and some that do not.
  public List<Camera> near(
      double latitude, double longitude, double toleranceMetres, AreaScope scope) {
    double up = Sector.latitudeDegrees(toleranceMetres);
    double aside = Sector.longitudeDegrees(toleranceMetres, latitude);
    return database
        .sql(
            """
            select * from cameras.camera
            where retired_at is null and consent <> 'WITHDRAWN'
              and view_box && box(point(:west, :south), point(:east, :north))
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            """)
        .param("west", longitude - aside)
        .param("south", latitude - up)
        .param("east", longitude + aside)
        .param("north", latitude + up)
        .param("areas", areas(scope))
        .query(CameraTable::camera)
        .list();
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }
}
