package anbinh.recording.monitor;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `recording.alert`, and what the tables of footage say for the forecast.
@Repository
class MonitorTable {
  private static final String SELECT =
      """
      select id, kind as "trouble.kind", camera_id as "trouble.camera_id", raised_at, cleared_at,
        told_at is not null as raised_told
      from recording.alert where
      """;

  private final SqlClient database;

  MonitorTable(SqlClient database) {
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
    database.update(
        """
        insert into recording.alert (id, kind, camera_id, raised_at)
        values (:id, :kind, :camera, :at)
        """,
        Values.of("id", id)
            .and("kind", trouble.kind())
            .and("camera", trouble.cameraId())
            .and("at", at));
  }

  void clear(Trouble trouble, Instant at) {
    database.update(
        """
        update recording.alert set cleared_at = :at
        where kind = :kind and camera_id is not distinct from cast(:camera as uuid)
          and cleared_at is null
        """,
        Values.of("kind", trouble.kind()).and("camera", trouble.cameraId()).and("at", at));
  }

  List<Alert> listStanding() {
    return list("cleared_at is null");
  }

  /// Those of which the duty officers do not know the present state, the oldest first.
  List<Alert> listUntold() {
    return list("told_at is null or (cleared_at is not null and cleared_told_at is null)");
  }

  private List<Alert> list(String where) {
    return database.list(Alert.class, SELECT + where + " order by raised_at, id limit 500");
  }

  void noteTold(List<Alert> alerts, Instant at) {
    for (Alert alert : alerts) {
      database.update(
          """
          update recording.alert set told_at = coalesce(told_at, :at),
            cleared_told_at = case when :cleared then cast(:at as timestamptz) end
          where id = :id
          """,
          Values.of("id", alert.id()).and("cleared", alert.clearedAt() != null).and("at", at));
    }
  }

  /// How many files of footage are lost.
  long countLost() {
    return database.get(Long.class, "select count(*) from recording.lost_file");
  }

  /// How each camera's footage grew in the last day.
  ///
  /// @param oldest the first instant that is kept
  record Grown(UUID cameraId, Instant oldest, long bytes, double seconds) {}

  List<Grown> listGrown(List<UUID> cameras, Instant since) {
    return database.list(
        Grown.class,
        """
        select c.id as camera_id, o.start_at as oldest, coalesce(g.bytes, 0) as bytes,
          coalesce(extract(epoch from g.span), 0) as seconds
        from unnest(cast(? as uuid[])) as c (id)
        cross join lateral (select start_at from recording.segment
          where camera_id = c.id order by start_at limit 1) o
        cross join lateral (
          select sum(size_bytes) as bytes, max(end_at) - min(start_at) as span
          from recording.segment where camera_id = c.id and start_at >= ?) g
        """,
        cameras,
        since);
  }
}
