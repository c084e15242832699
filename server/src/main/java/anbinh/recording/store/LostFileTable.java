package anbinh.recording.store;

import anbinh.recording.GapCause;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `recording.lost_file`.
@Repository
class LostFileTable {
  private final JdbcClient database;

  LostFileTable(JdbcClient database) {
    this.database = database;
  }

  /// @return false when it was noted before, or the segment has no row any more
  boolean put(UUID segmentId, GapCause fault, Instant now) {
    return database
            .sql(
                """
                insert into recording.lost_file (segment_id, fault, found_at)
                select id, :fault, :now from recording.segment where id = :id
                on conflict (segment_id) do update
                set fault = excluded.fault, found_at = excluded.found_at
                where lost_file.fault <> excluded.fault
                """)
            .param("id", segmentId)
            .param("fault", fault.name())
            .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// @return whether it was noted
  boolean delete(UUID segmentId) {
    return database
            .sql("delete from recording.lost_file where segment_id = ?")
            .param(segmentId)
            .update()
        == 1;
  }
}
