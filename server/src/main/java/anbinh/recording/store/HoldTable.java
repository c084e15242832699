package anbinh.recording.store;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.Span;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `recording.hold`.
@Repository
public class HoldTable {
  private final SqlClient database;

  HoldTable(SqlClient database) {
    this.database = database;
  }

  public void insert(UUID id, UUID cameraId, Span span, String reason, Instant now) {
    database.update(
        """
        insert into recording.hold (id, camera_id, from_at, to_at, reason, placed_at)
        values (:id, :camera, :from, :to, :reason, :now)
        """,
        Values.of("id", id)
            .and("camera", cameraId)
            .and("from", span.from())
            .and("to", span.to())
            .and("reason", reason)
            .and("now", now));
  }

  /// Lifts all holds placed for a reason; returns how many.
  public int lift(String reason, Instant now) {
    return database.update(
        "update recording.hold set lifted_at = ? where reason = ? and lifted_at is null",
        now,
        reason);
  }
}
