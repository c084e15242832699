package anbinh.recording.store;

import anbinh.recording.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `recording.hold`.
@Repository
public class HoldTable {
  private final JdbcClient database;

  HoldTable(JdbcClient database) {
    this.database = database;
  }

  public void insert(UUID id, UUID cameraId, Span span, String reason, Instant now) {
    database
        .sql(
            """
            insert into recording.hold (id, camera_id, from_at, to_at, reason, placed_at)
            values (:id, :camera, :from, :to, :reason, :now)
            """)
        .param("id", id)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .param("reason", reason)
        .param("now", utc(now))
        .update();
  }

  /// Lifts all holds placed for a reason; returns how many.
  public int lift(String reason, Instant now) {
    return database
        .sql(
            "update recording.hold set lifted_at = :now where reason = :reason and lifted_at is null")
        .param("reason", reason)
        .param("now", utc(now))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
