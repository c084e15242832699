package anbinh.cameras.sign;

import anbinh.platform.sql.SqlClient;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `cameras.sign`. Safe for many threads.
@Repository
public class SignTable {
  private final SqlClient database;

  SignTable(SqlClient database) {
    this.database = database;
  }

  /// The signs of those cameras that have one.
  public Map<UUID, Sign> find(Collection<UUID> cameras) {
    return database.map(
        UUID.class,
        Sign.class,
        """
        select camera_id, put_up_on, recorded_at, recorded_by from cameras.sign
        where camera_id = any (?)
        """,
        cameras);
  }

  /// Notes a sign, in the place of the one before.
  void put(Sign sign) {
    database.update(
        """
        insert into cameras.sign (camera_id, put_up_on, recorded_at, recorded_by)
        values (:cameraId, :putUpOn, :recordedAt, :recordedBy)
        on conflict (camera_id) do update set put_up_on = excluded.put_up_on,
          recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
        """,
        sign);
  }

  /// @return whether there was one
  boolean remove(UUID camera) {
    return database.update("delete from cameras.sign where camera_id = ?", camera) > 0;
  }
}
