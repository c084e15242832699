package anbinh.recording.monitor;

import anbinh.recording.monitor.Trouble.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `recording.alert`, and what the tables of footage say for the forecast.
@Repository
class MonitorTable {
  private final JdbcClient database;

  MonitorTable(JdbcClient database) {
    this.database = database;
  }

  /// @param clearedAt null while it stands
  /// @param raisedTold whether the duty officers have been told that it was raised
  record Alert(
      UUID id,
      Trouble trouble,
      Instant raisedAt,
      @Nullable Instant clearedAt,
      boolean raisedTold) {}

  void raise(UUID id, Trouble trouble, Instant at) {
    database
        .sql(
            """
            insert into recording.alert (id, kind, camera_id, raised_at)
            values (:id, :kind, :camera, :at)
            """)
        .param("id", id)
        .param("kind", trouble.kind().name())
        .param("camera", trouble.cameraId(), Types.OTHER)
        .param("at", utc(at))
        .update();
  }

  void clear(Trouble trouble, Instant at) {
    database
        .sql(
            """
            update recording.alert set cleared_at = :at
            where kind = :kind and camera_id is not distinct from cast(:camera as uuid)
              and cleared_at is null
            """)
        .param("kind", trouble.kind().name())
        .param("camera", trouble.cameraId(), Types.OTHER)
        .param("at", utc(at))
        .update();
  }

  List<Alert> listStanding() {
    return list("cleared_at is null");
  }

  /// Those of which the duty officers do not know the present state, the oldest first.
  List<Alert> listUntold() {
    return list("told_at is null or (cleared_at is not null and cleared_told_at is null)");
  }

  private List<Alert> list(String where) {
    return database
        .sql("select * from recording.alert where " + where + " order by raised_at, id limit 500")
        .query(MonitorTable::alert)
        .list();
  }

  void noteTold(List<Alert> alerts, Instant at) {
    for (Alert alert : alerts) {
      database
          .sql(
              """
              update recording.alert set told_at = coalesce(told_at, :at),
                cleared_told_at = case when :cleared then :at end
              where id = :id
              """)
          .param("id", alert.id())
          .param("cleared", alert.clearedAt() != null)
          .param("at", utc(at))
          .update();
    }
  }

  /// How many files of footage are lost.
  long countLost() {
    return database.sql("select count(*) from recording.lost_file").query(Long.class).single();
  }

  /// How each camera's footage grew in the last day.
  ///
  /// @param oldest the first instant that is kept
  record Grown(UUID cameraId, Instant oldest, long bytes, double seconds) {}

  List<Grown> listGrown(List<UUID> cameras, Instant since) {
    return database
        .sql(
            """
            select c.id, o.start_at, coalesce(g.bytes, 0),
              coalesce(extract(epoch from g.span), 0)
            from unnest(cast(:cameras as uuid[])) as c (id)
            cross join lateral (select start_at from recording.segment
              where camera_id = c.id order by start_at limit 1) o
            cross join lateral (
              select sum(size_bytes) as bytes, max(end_at) - min(start_at) as span
              from recording.segment where camera_id = c.id and start_at >= :since) g
            """)
        .param("cameras", cameras.toArray(UUID[]::new))
        .param("since", utc(since))
        .query((row, number) ->
            new Grown(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getLong(3),
                row.getDouble(4)))
        .list();
  }

  private static Alert alert(ResultSet row, int number) throws SQLException {
    OffsetDateTime cleared = row.getObject("cleared_at", OffsetDateTime.class);
    return new Alert(
        row.getObject("id", UUID.class),
        new Trouble(Kind.valueOf(row.getString("kind")), row.getObject("camera_id", UUID.class)),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        cleared == null ? null : cleared.toInstant(),
        row.getObject("told_at") != null);
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
