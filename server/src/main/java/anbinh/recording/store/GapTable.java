package anbinh.recording.store;

import anbinh.media.record.log.Gap;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.Coverage;
import anbinh.recording.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `recording.gap`.
@Repository
class GapTable {
  private final SqlClient database;

  GapTable(SqlClient database) {
    this.database = database;
  }

  /// Notes a gap, or what has become known of one noted before.
  void put(UUID cameraId, Gap gap) {
    database.update(
        """
        insert into recording.gap (camera_id, from_at, until_at, cause, detail)
        values (:camera, :from, :until, :cause, :detail)
        on conflict (camera_id, from_at) do update
        set until_at = excluded.until_at, cause = excluded.cause, detail = excluded.detail
        """,
        Values.of("camera", cameraId)
            .and("from", gap.from())
            .and("until", gap.until().orElse(null))
            .and("cause", gap.camera().map(Enum::name).orElse(gap.cause().name()))
            .and("detail", gap.detail()));
  }

  /// Ends what a killed server left open, of all cameras.
  void endOpen(Instant until) {
    database.update(
        "update recording.gap set until_at = greatest(from_at, ?) where until_at is null", until);
  }

  /// Gaps that overlap a span, in order; one that lasts still ends with the span.
  List<Coverage.Gap> list(UUID cameraId, Span span) {
    return database.list(
        GapTable::gap,
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
        """,
        Values.of("camera", cameraId)
            .and("from", span.from())
            .and("to", span.to())
            .and("lead", SegmentTable.LEAD));
  }

  /// Until when the noted gaps of a camera reach; empty when none is noted.
  Optional<Instant> findEnd(UUID cameraId) {
    return database.find(
        Instant.class,
        """
        select greatest(from_at, until_at) from recording.gap where camera_id = ?
        order by from_at desc limit 1
        """,
        cameraId);
  }

  private static Coverage.Gap gap(ResultSet row, int number) throws SQLException {
    return new Coverage.Gap(
        SegmentTable.micros(row, 1, 2), row.getString("cause"), row.getString("detail"));
  }
}
