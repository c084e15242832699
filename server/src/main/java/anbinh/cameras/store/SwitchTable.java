package anbinh.cameras.store;

import anbinh.cameras.RecordingSwitch;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `cameras.recording_switch`.
@Repository
public class SwitchTable {
  private final SqlClient database;

  SwitchTable(SqlClient database) {
    this.database = database;
  }

  /// Two acts within a microsecond are one: the later counts.
  public void insert(UUID cameraId, RecordingSwitch recordingSwitch) {
    database.update(
        """
        insert into cameras.recording_switch (camera_id, at, state, by)
        values (:camera, :at, :state, :by)
        on conflict (camera_id, at) do update set state = excluded.state, by = excluded.by
        """,
        Values.of(recordingSwitch).and("camera", cameraId));
  }

  /// In the order of time.
  public List<RecordingSwitch> list(UUID cameraId) {
    return database.list(
        RecordingSwitch.class,
        "select at, state, by from cameras.recording_switch where camera_id = ? order by at",
        cameraId);
  }
}
