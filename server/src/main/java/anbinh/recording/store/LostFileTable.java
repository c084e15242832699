package anbinh.recording.store;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.GapCause;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `recording.lost_file`.
@Repository
class LostFileTable {
  private final SqlClient database;

  LostFileTable(SqlClient database) {
    this.database = database;
  }

  /// @return false when it was noted before, or the segment has no row any more
  boolean put(UUID segmentId, GapCause fault, Instant now) {
    return database.update(
            """
            insert into recording.lost_file (segment_id, fault, found_at)
            select id, :fault, :now from recording.segment where id = :id
            on conflict (segment_id) do update
            set fault = excluded.fault, found_at = excluded.found_at
            where lost_file.fault <> excluded.fault
            """,
            Values.of("id", segmentId).and("fault", fault).and("now", now))
        == 1;
  }

  /// @return whether it was noted
  boolean delete(UUID segmentId) {
    return database.update("delete from recording.lost_file where segment_id = ?", segmentId) == 1;
  }
}
