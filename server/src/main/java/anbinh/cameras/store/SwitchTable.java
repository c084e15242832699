package anbinh.cameras.store;

import anbinh.cameras.RecordingSwitch;
import anbinh.cameras.RecordingSwitch.State;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `cameras.recording_switch`.
@Repository
public class SwitchTable {
  private final JdbcClient database;

  SwitchTable(JdbcClient database) {
    this.database = database;
  }

  /// Two acts within a microsecond are one: the later counts.
  public void insert(UUID cameraId, RecordingSwitch act) {
    database
        .sql(
            """
            insert into cameras.recording_switch (camera_id, at, state, by)
            values (:camera, :at, :state, :by)
            on conflict (camera_id, at) do update set state = excluded.state, by = excluded.by
            """)
        .param("camera", cameraId)
        .param("at", OffsetDateTime.ofInstant(act.at(), ZoneOffset.UTC))
        .param("state", act.state().name())
        .param("by", act.by(), Types.OTHER)
        .update();
  }

  /// In the order of time.
  public List<RecordingSwitch> list(UUID cameraId) {
    return database
        .sql("select at, state, by from cameras.recording_switch where camera_id = ? order by at")
        .param(cameraId)
        .query((row, number) ->
            new RecordingSwitch(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString(2)),
                row.getObject(3, UUID.class)))
        .list();
  }
}
