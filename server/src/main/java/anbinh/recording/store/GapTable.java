package anbinh.recording.store;

import anbinh.media.record.log.Gap;
import anbinh.recording.Coverage;
import anbinh.recording.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `recording.gap`.
@Repository
public class GapTable {
  private final JdbcClient database;

  GapTable(JdbcClient database) {
    this.database = database;
  }

  /// Notes a gap, or what has become known of one noted before.
  void put(UUID cameraId, Gap gap) {
    database
        .sql(
            """
            insert into recording.gap (camera_id, from_at, until_at, cause, detail)
            values (:camera, :from, :until, :cause, :detail)
            on conflict (camera_id, from_at) do update
            set until_at = excluded.until_at, cause = excluded.cause, detail = excluded.detail
            """)
        .param("camera", cameraId)
        .param("from", utc(gap.from()))
        .param("until", gap.until().map(GapTable::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("cause", gap.camera().map(Enum::name).orElse(gap.cause().name()))
        .param("detail", gap.detail())
        .update();
  }

  /// Ends what a killed server left open, of all cameras.
  void endOpen(Instant until) {
    database
        .sql("update recording.gap set until_at = greatest(from_at, :until) where until_at is null")
        .param("until", utc(until))
        .update();
  }

  /// Gaps that overlap a span, in order; one that lasts still ends with the span.
  List<Coverage.Gap> list(UUID cameraId, Span span) {
    return database
        .sql(
            """
            select round(date_part('epoch', from_at) * 1e6)::bigint,
              round(date_part('epoch', coalesce(until_at, :to)) * 1e6)::bigint, cause, detail
            from (
              (select * from recording.gap
                where camera_id = :camera and from_at >= :from and from_at < :to)
              union all
              (select * from recording.gap
                where camera_id = :camera and from_at < :from order by from_at desc limit :lead)
              ) g
            where coalesce(until_at, 'infinity') > greatest(:from, from_at)
            order by from_at
            """)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .param("lead", SegmentTable.LEAD)
        .query(GapTable::gap)
        .list();
  }

  /// Until when the noted gaps of a camera reach; empty when none is noted.
  Optional<Instant> findEnd(UUID cameraId) {
    return database
        .sql(
            """
            select greatest(from_at, until_at) from recording.gap where camera_id = :camera
            order by from_at desc limit 1
            """)
        .param("camera", cameraId)
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  private static Coverage.Gap gap(ResultSet row, int number) throws SQLException {
    return new Coverage.Gap(
        SegmentTable.micros(row, 1, 2), row.getString("cause"), row.getString("detail"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
