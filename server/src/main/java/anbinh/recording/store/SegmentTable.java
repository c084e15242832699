package anbinh.recording.store;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClockEvidence.CameraOffset;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.recording.GapCause;
import anbinh.recording.Remark;
import anbinh.recording.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `recording.segment`.
@Repository
public class SegmentTable {
  private static final String NOT_HELD =
      """
      and not exists (select from recording.hold h
        where h.camera_id = s.camera_id and h.lifted_at is null
          and h.from_at < s.end_at and h.to_at > s.start_at)
      """;

  /// Of segments that began before a span only the last can reach into it; where a clock was set
  /// back, one of the last few.
  static final int LEAD = 8;

  private final JdbcClient database;

  SegmentTable(JdbcClient database) {
    this.database = database;
  }

  /// Adds a row; a row for the same file is left as it is.
  void insert(SegmentRow row) {
    ClosedSegment segment = row.segment();
    VideoFormat format = segment.format();
    CameraOffset camera = segment.clock().camera().orElse(null);
    database
        .sql(
            """
            insert into recording.segment (id, camera_id, file, start_at, end_at, duration_ticks,
              size_bytes, frames, sha256, previous_sha256, sample_index, codec, codecs, width,
              height, reorder_depth, parameter_sets, ended, follows, start_error_nanos,
              stretch_nanos, time_source, time_uncertainty_nanos, camera_rate_ppm, damaged_frames,
              camera_clock_method, camera_clock_offset_nanos, camera_clock_uncertainty_nanos,
              camera_clock_reports, event_id)
            values (:id, :cameraId, :file, :start, :end, :ticks, :size, :frames, :sha256, :previous,
              :index, :codec, :codecs, :width, :height, :reorder, :sets, :ended, :follows,
              :startError, :stretch, :timeSource, :timeUncertainty, :cameraRate, :damaged, :method,
              :offset, :uncertainty, :reports, :event)
            on conflict (file) do nothing
            """)
        .param("id", row.id())
        .param("cameraId", row.cameraId())
        .param("file", segment.file())
        .param("start", utc(segment.start()))
        .param("end", utc(segment.end()))
        .param("ticks", segment.durationTicks())
        .param("size", segment.sizeBytes())
        .param("frames", segment.frames())
        .param("sha256", segment.sha256().toArray())
        .param("previous", array(row.previousSha256()), Types.BINARY)
        .param("index", segment.index().encode().toArray())
        .param("codec", format.codec().name())
        .param("codecs", format.codecs())
        .param("width", format.width())
        .param("height", format.height())
        .param("reorder", format.reorderDepth())
        .param("sets", format.parameterSets().stream().map(Bytes::toArray).toArray(byte[][]::new))
        .param("ended", segment.ended().name())
        .param("follows", segment.clock().follows())
        .param("startError", segment.clock().startError().toNanos())
        .param("stretch", segment.clock().stretch().toNanos())
        .param("timeSource", segment.clock().source().name())
        .param(
            "timeUncertainty",
            segment.clock().uncertainty().map(Duration::toNanos).orElse(null),
            Types.BIGINT)
        .param("cameraRate", segment.clock().rate().ppm())
        .param("damaged", segment.index().damagedCount())
        .param("method", camera == null ? null : camera.method().name(), Types.VARCHAR)
        .param("offset", camera == null ? null : camera.offset().toNanos(), Types.BIGINT)
        .param("uncertainty", camera == null ? null : camera.uncertainty().toNanos(), Types.BIGINT)
        .param("reports", camera == null ? null : camera.reports(), Types.INTEGER)
        .param("event", row.eventId())
        .update();
  }

  /// Whole rows that overlap a span, in order.
  public List<SegmentRow> list(UUID cameraId, Span span) {
    return database
        .sql(
            """
            select * from (
              (select * from recording.segment
                where camera_id = :camera and start_at >= :from and start_at < :to)
              union all
              (select * from recording.segment
                where camera_id = :camera and start_at < :from order by start_at desc limit :lead)
              ) s
            where end_at > :from
            order by start_at
            """)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .param("lead", LEAD)
        .query(SegmentTable::row)
        .list();
  }

  /// Of rows those whose file is known to be lost.
  public Set<UUID> lost(Collection<UUID> ids) {
    return database
        .sql("select segment_id from recording.lost_file where segment_id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, number) -> row.getObject(1, UUID.class))
        .set();
  }

  /// How many segments begin in a span.
  long count(UUID cameraId, Span span) {
    return database
        .sql(
            """
            select count(*) from recording.segment
            where camera_id = :camera and start_at >= :from and start_at < :to
            """)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .query(Long.class)
        .single();
  }

  /// A segment's time, and what is known to be wrong with its file.
  record Time(Span span, @Nullable GapCause fault) {}

  /// The times of many segments that overlap a span, in order: as numbers, which are read faster.
  List<Time> listTimes(UUID cameraId, Span span) {
    return database
        .sql(
            """
            select round(date_part('epoch', s.start_at) * 1e6)::bigint,
              round(date_part('epoch', s.end_at) * 1e6)::bigint, l.fault
            from (
              (select id, start_at, end_at from recording.segment
                where camera_id = :camera and start_at >= :from and start_at < :to)
              union all
              (select id, start_at, end_at from recording.segment
                where camera_id = :camera and start_at < :from order by start_at desc limit :lead)
              ) s left join recording.lost_file l on l.segment_id = s.id
            where s.end_at > :from
            order by s.start_at
            """)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .param("lead", LEAD)
        .query((row, number) -> {
          String fault = row.getString(3);
          return new Time(micros(row, 1, 2), fault == null ? null : GapCause.valueOf(fault));
        })
        .list();
  }

  /// Segments of a span about which something has to be said, in order.
  List<Remark> listRemarks(UUID cameraId, Span span) {
    return database
        .sql(
            """
            select start_at, end_at, frames, damaged_frames, time_source, time_uncertainty_nanos,
              camera_rate_ppm
            from recording.segment
            where camera_id = :camera and start_at < :to and end_at > :from
              and (damaged_frames > 0 or time_source <> 'CAMERA_TIMESTAMPS')
            order by start_at
            """)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .query((row, number) ->
            new Remark(
                new Span(instant(row, 1), instant(row, 2)),
                row.getInt("frames"),
                row.getInt("damaged_frames"),
                row.getString("time_source").equals(ClockEvidence.Source.RECEIPT.name()),
                uncertainty(row).orElse(null),
                new ClockRate(row.getInt("camera_rate_ppm")).ratio()))
        .list();
  }

  /// Two columns of microseconds.
  static Span micros(ResultSet row, int from, int to) throws SQLException {
    return new Span(
        Instant.EPOCH.plus(row.getLong(from), ChronoUnit.MICROS),
        Instant.EPOCH.plus(row.getLong(to), ChronoUnit.MICROS));
  }

  /// The files that overlap a span, in order of their start: never touches a sample index.
  List<SegmentFile> listFiles(UUID cameraId, Span span) {
    return database
        .sql(
            """
            select s.id, s.file, s.size_bytes, s.start_at, s.end_at, l.fault
            from (
              (select id, file, size_bytes, start_at, end_at from recording.segment
                where camera_id = :camera and start_at >= :from and start_at < :to)
              union all
              (select id, file, size_bytes, start_at, end_at from recording.segment
                where camera_id = :camera and start_at < :from order by start_at desc limit :lead)
              ) s left join recording.lost_file l on l.segment_id = s.id
            where s.end_at > :from
            order by s.start_at
            """)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .param("lead", LEAD)
        .query((row, number) -> segmentFile(row, cameraId))
        .list();
  }

  /// All files of a camera in order, a page at a time.
  public List<SegmentFile> listFilesAfter(UUID cameraId, Instant start, int limit) {
    return database
        .sql(
            """
            select s.id, s.file, s.size_bytes, s.start_at, s.end_at, l.fault
            from recording.segment s left join recording.lost_file l on l.segment_id = s.id
            where camera_id = :camera and start_at > :start order by start_at limit :limit
            """)
        .param("camera", cameraId)
        .param("start", utc(start))
        .param("limit", limit)
        .query((row, number) -> segmentFile(row, cameraId))
        .list();
  }

  private static SegmentFile segmentFile(ResultSet row, UUID cameraId) throws SQLException {
    String fault = row.getString(6);
    return new SegmentFile(
        row.getObject(1, UUID.class),
        cameraId,
        row.getString(2),
        row.getLong(3),
        new Span(instant(row, 4), instant(row, 5)),
        fault == null ? null : GapCause.valueOf(fault));
  }

  /// A row's file, with what is noted of it.
  SegmentFile file(SegmentRow row) {
    Optional<GapCause> fault =
        database
            .sql("select fault from recording.lost_file where segment_id = :id")
            .param("id", row.id())
            .query(String.class)
            .optional()
            .map(GapCause::valueOf);
    return new SegmentFile(
        row.id(),
        row.cameraId(),
        row.segment().file(),
        row.segment().sizeBytes(),
        new Span(row.segment().start(), row.segment().end()),
        fault.orElse(null));
  }

  /// The last segment that began before an instant.
  Optional<Span> findBefore(UUID cameraId, Instant instant) {
    return findSpan(cameraId, "start_at < :at order by start_at desc", instant);
  }

  /// The first segment that begins at an instant or later.
  Optional<Span> findFrom(UUID cameraId, Instant instant) {
    return findSpan(cameraId, "start_at >= :at order by start_at", instant);
  }

  private Optional<Span> findSpan(UUID cameraId, String where, Instant at) {
    return database
        .sql(
            "select start_at, end_at from recording.segment where camera_id = :camera and "
                + where
                + " limit 1")
        .param("camera", cameraId)
        .param("at", utc(at))
        .query((row, number) -> new Span(instant(row, 1), instant(row, 2)))
        .optional();
  }

  /// From the first recorded instant that is kept to the last; empty when nothing is.
  Optional<Span> findExtent(UUID cameraId) {
    return database
        .sql(
            """
            select f.start_at, l.end_at
            from (select start_at from recording.segment where camera_id = :camera
                order by start_at limit 1) f,
              (select greatest(start_at, end_at) as end_at from recording.segment
                where camera_id = :camera order by start_at desc limit 1) l
            """)
        .param("camera", cameraId)
        .query((row, number) -> new Span(instant(row, 1), instant(row, 2)))
        .optional();
  }

  /// The first recorded instant of a camera that is deleted; empty when none is.
  Optional<Instant> findFirstDeleted(UUID cameraId) {
    return database
        .sql(
            """
            select start_at from recording.deleted_segment where camera_id = :camera
            order by start_at limit 1
            """)
        .param("camera", cameraId)
        .query((row, number) -> instant(row, 1))
        .optional();
  }

  /// What is known of a camera when a file is to be added.
  ///
  /// @param holds whether the file has a row already
  /// @param lastHash of the newest segment
  record Chain(boolean holds, Optional<Bytes> lastHash) {}

  Chain chain(UUID cameraId, String file) {
    return database
        .sql(
            """
            select exists (select from recording.segment where file = :file),
              (select sha256 from recording.segment where camera_id = :camera
                order by start_at desc limit 1)
            """)
        .param("camera", cameraId)
        .param("file", file)
        .query((row, number) ->
            new Chain(row.getBoolean(1), Optional.ofNullable(row.getBytes(2)).map(Bytes::copyOf)))
        .single();
  }

  public boolean contains(String file) {
    return database
        .sql("select exists (select from recording.segment where file = :file)")
        .param("file", file)
        .query(Boolean.class)
        .single();
  }

  Set<String> files() {
    return new HashSet<>(
        database.sql("select file from recording.segment").query(String.class).list());
  }

  /// Segments of a camera that ended before a time and that no hold covers, the oldest first.
  public List<SegmentRow> listExpired(UUID cameraId, Instant time, int limit) {
    return database
        .sql(
            """
            select * from recording.segment s where camera_id = :camera and end_at < :time %s
            order by start_at limit :limit
            """
                .formatted(NOT_HELD))
        .param("camera", cameraId)
        .param("time", utc(time))
        .param("limit", limit)
        .query(SegmentTable::row)
        .list();
  }

  /// All rows of a camera in order, a page at a time, for the check.
  public List<SegmentRow> listAfter(UUID cameraId, Instant start, int limit) {
    return database
        .sql(
            """
            select * from recording.segment where camera_id = :camera and start_at > :start
            order by start_at limit :limit
            """)
        .param("camera", cameraId)
        .param("start", utc(start))
        .param("limit", limit)
        .query(SegmentTable::row)
        .list();
  }

  /// The cameras that have footage, by one step in the index for each of them.
  public List<UUID> cameras() {
    return database
        .sql(
            """
            with recursive camera (id) as (
              (select camera_id from recording.segment order by camera_id limit 1)
              union all
              select (select camera_id from recording.segment where camera_id > c.id
                order by camera_id limit 1)
              from camera c where c.id is not null)
            select id from camera where id is not null
            """)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Removes a row and keeps its place in the chain.
  ///
  /// @return false when it stays, because it has been held meanwhile
  public boolean delete(SegmentRow row, Instant now) {
    return database
            .sql(
                """
                with gone as (
                  delete from recording.segment s where id = :id %s
                  returning id, camera_id, start_at, end_at, sha256)
                insert into recording.deleted_segment
                  (id, camera_id, start_at, end_at, sha256, deleted_at)
                select id, camera_id, start_at, end_at, sha256, :now from gone
                """
                    .formatted(NOT_HELD))
            .param("id", row.id())
            .param("now", utc(now))
            .update()
        == 1;
  }

  /// What is left of segments: the row, or the place in the chain.
  public Map<UUID, Trace> traces(Collection<UUID> ids) {
    Map<UUID, Trace> traces = new HashMap<>();
    database
        .sql(
            """
            select id, sha256, false from recording.segment where id = any(:ids)
            union all
            select id, sha256, true from recording.deleted_segment where id = any(:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          traces.put(
              row.getObject(1, UUID.class),
              new Trace(Bytes.copyOf(row.getBytes(2)), row.getBoolean(3)));
        });
    return traces;
  }

  /// @param deleted whether retention removed it
  public record Trace(Bytes sha256, boolean deleted) {}

  /// When deleted footage was, in order.
  List<Span> listDeleted(UUID cameraId, Span span) {
    return database
        .sql(
            """
            select start_at, end_at from (
              (select start_at, end_at from recording.deleted_segment
                where camera_id = :camera and start_at >= :from and start_at < :to)
              union all
              (select start_at, end_at from recording.deleted_segment
                where camera_id = :camera and start_at < :from order by start_at desc limit :lead)
              ) s
            where end_at > :from
            order by start_at
            """)
        .param("camera", cameraId)
        .param("from", utc(span.from()))
        .param("to", utc(span.to()))
        .param("lead", LEAD)
        .query((row, number) -> new Span(instant(row, 1), instant(row, 2)))
        .list();
  }

  /// Files whose segment before is neither there nor known to have been deleted, a thousand at the
  /// most.
  public List<String> listBrokenLinks() {
    return database
        .sql(
            """
            select file from recording.segment s
            where previous_sha256 is not null
              and not exists (select from recording.segment p
                where p.camera_id = s.camera_id and p.sha256 = s.previous_sha256)
              and not exists (select from recording.deleted_segment d
                where d.camera_id = s.camera_id and d.sha256 = s.previous_sha256)
            order by file limit 1000
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static SegmentRow row(ResultSet row, int number) throws SQLException {
    UUID cameraId = row.getObject("camera_id", UUID.class);
    SampleIndex index = SampleIndex.decode(Bytes.copyOf(row.getBytes("sample_index")));
    List<Bytes> sets = new ArrayList<>();
    Object[] stored = (Object[]) row.getArray("parameter_sets").getArray();
    Arrays.stream(stored).forEach(set -> sets.add(Bytes.copyOf((byte[]) set)));
    VideoFormat format =
        new VideoFormat(
            Codec.valueOf(row.getString("codec")),
            sets,
            row.getInt("width"),
            row.getInt("height"),
            row.getString("codecs"),
            row.getInt("reorder_depth"));
    byte @Nullable [] previous = row.getBytes("previous_sha256");
    ClosedSegment segment =
        new ClosedSegment(
            cameraId.toString(),
            row.getString("file"),
            row.getObject("start_at", OffsetDateTime.class).toInstant(),
            row.getObject("end_at", OffsetDateTime.class).toInstant(),
            row.getLong("duration_ticks"),
            row.getLong("size_bytes"),
            Bytes.copyOf(row.getBytes("sha256")),
            row.getInt("frames"),
            index,
            format,
            clock(row),
            EndCause.valueOf(row.getString("ended")));
    return new SegmentRow(
        row.getObject("id", UUID.class),
        cameraId,
        segment,
        previous == null ? null : Bytes.copyOf(previous),
        row.getObject("event_id", UUID.class));
  }

  private static ClockEvidence clock(ResultSet row) throws SQLException {
    String method = row.getString("camera_clock_method");
    Optional<CameraOffset> camera =
        method == null
            ? Optional.empty()
            : Optional.of(
                new CameraOffset(
                    ClockEvidence.Method.valueOf(method),
                    Duration.ofNanos(row.getLong("camera_clock_offset_nanos")),
                    Duration.ofNanos(row.getLong("camera_clock_uncertainty_nanos")),
                    row.getInt("camera_clock_reports")));
    return new ClockEvidence(
        row.getBoolean("follows"),
        Duration.ofNanos(row.getLong("start_error_nanos")),
        Duration.ofNanos(row.getLong("stretch_nanos")),
        ClockEvidence.Source.valueOf(row.getString("time_source")),
        uncertainty(row),
        new ClockRate(row.getInt("camera_rate_ppm")),
        camera);
  }

  private static Optional<Duration> uncertainty(ResultSet row) throws SQLException {
    long nanos = row.getLong("time_uncertainty_nanos");
    return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  private static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.toArray();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
