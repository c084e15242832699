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
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.GapCause;
import anbinh.recording.Remark;
import anbinh.recording.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  private final SqlClient database;

  SegmentTable(SqlClient database) {
    this.database = database;
  }

  /// Adds a row; a row for the same file is left as it is.
  void insert(SegmentRow row) {
    ClosedSegment segment = row.segment();
    VideoFormat format = segment.format();
    CameraOffset camera = segment.clock().camera().orElse(null);
    database.update(
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
        """,
        Values.of("id", row.id())
            .and("cameraId", row.cameraId())
            .and("file", segment.file())
            .and("start", segment.start())
            .and("end", segment.end())
            .and("ticks", segment.durationTicks())
            .and("size", segment.sizeBytes())
            .and("frames", segment.frames())
            .and("sha256", segment.sha256().toArray())
            .and("previous", array(row.previousSha256()))
            .and("index", segment.index().encode().toArray())
            .and("codec", format.codec())
            .and("codecs", format.codecs())
            .and("width", format.width())
            .and("height", format.height())
            .and("reorder", format.reorderDepth())
            .and("sets", format.parameterSets().stream().map(Bytes::toArray).toArray(byte[][]::new))
            .and("ended", segment.ended())
            .and("follows", segment.clock().follows())
            .and("startError", segment.clock().startError().toNanos())
            .and("stretch", segment.clock().stretch().toNanos())
            .and("timeSource", segment.clock().source())
            .and(
                "timeUncertainty",
                segment.clock().uncertainty().map(Duration::toNanos).orElse(null))
            .and("cameraRate", segment.clock().rate().ppm())
            .and("damaged", segment.index().damagedCount())
            .and("method", camera == null ? null : camera.method())
            .and("offset", camera == null ? null : camera.offset().toNanos())
            .and("uncertainty", camera == null ? null : camera.uncertainty().toNanos())
            .and("reports", camera == null ? null : camera.reports())
            .and("event", row.eventId()));
  }

  private static Values within(UUID cameraId, Span span) {
    return Values.of(span).and("camera", cameraId).and("lead", LEAD);
  }

  /// Whole rows that overlap a span, in order.
  public List<SegmentRow> list(UUID cameraId, Span span) {
    return database.list(
        SegmentTable::row,
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
        """,
        within(cameraId, span));
  }

  /// Of rows those whose file is known to be lost.
  public Set<UUID> lost(Collection<UUID> ids) {
    return new HashSet<>(
        database.list(
            UUID.class,
            "select segment_id from recording.lost_file where segment_id = any (?)",
            ids));
  }

  /// How many segments begin in a span.
  long count(UUID cameraId, Span span) {
    return database.get(
        Long.class,
        """
        select count(*) from recording.segment
        where camera_id = :camera and start_at >= :from and start_at < :to
        """,
        within(cameraId, span));
  }

  /// A segment's time, and what is known to be wrong with its file.
  record Time(Span span, @Nullable GapCause fault) {}

  /// The times of many segments that overlap a span, in order: as numbers, which are read faster.
  List<Time> listTimes(UUID cameraId, Span span) {
    return database.list(
        (row, number) -> {
          String fault = row.getString(3);
          return new Time(micros(row, 1, 2), fault == null ? null : GapCause.valueOf(fault));
        },
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
        """,
        within(cameraId, span));
  }

  /// Segments of a span about which something has to be said, in order.
  List<Remark> listRemarks(UUID cameraId, Span span) {
    return database.list(
        (row, number) ->
            new Remark(
                new Span(instant(row, 1), instant(row, 2)),
                row.getInt("frames"),
                row.getInt("damaged_frames"),
                row.getString("time_source").equals(ClockEvidence.Source.RECEIPT.name()),
                uncertainty(row).orElse(null),
                new ClockRate(row.getInt("camera_rate_ppm")).ratio()),
        """
        select start_at, end_at, frames, damaged_frames, time_source, time_uncertainty_nanos,
          camera_rate_ppm
        from recording.segment
        where camera_id = :camera and start_at < :to and end_at > :from
          and (damaged_frames > 0 or time_source <> 'CAMERA_TIMESTAMPS')
        order by start_at
        """,
        within(cameraId, span));
  }

  /// Two columns of microseconds.
  static Span micros(ResultSet row, int from, int to) throws SQLException {
    return new Span(
        Instant.EPOCH.plus(row.getLong(from), ChronoUnit.MICROS),
        Instant.EPOCH.plus(row.getLong(to), ChronoUnit.MICROS));
  }

  /// The files that overlap a span, in order of their start: never touches a sample index.
  List<SegmentFile> listFiles(UUID cameraId, Span span) {
    return database.list(
        SegmentFile.class,
        """
        select s.id, s.camera_id, s.file, s.size_bytes, s.start_at as "span.from",
          s.end_at as "span.to", l.fault
        from (
          (select id, camera_id, file, size_bytes, start_at, end_at from recording.segment
            where camera_id = :camera and start_at >= :from and start_at < :to)
          union all
          (select id, camera_id, file, size_bytes, start_at, end_at from recording.segment
            where camera_id = :camera and start_at < :from order by start_at desc limit :lead)
          ) s left join recording.lost_file l on l.segment_id = s.id
        where s.end_at > :from
        order by s.start_at
        """,
        within(cameraId, span));
  }

  /// All files of a camera in order, a page at a time.
  public List<SegmentFile> listFilesAfter(UUID cameraId, Instant start, int limit) {
    return database.list(
        SegmentFile.class,
        """
        select s.id, s.camera_id, s.file, s.size_bytes, s.start_at as "span.from",
          s.end_at as "span.to", l.fault
        from recording.segment s left join recording.lost_file l on l.segment_id = s.id
        where camera_id = ? and start_at > ? order by start_at limit ?
        """,
        cameraId,
        start,
        limit);
  }

  /// The next files of a camera that are not known to be lost, in order.
  ///
  /// @param start the first begins later
  public List<SegmentFile> listIntactAfter(UUID cameraId, Instant start, int limit) {
    return listIntact(cameraId, "s.start_at > ? order by s.start_at", start, limit);
  }

  /// The file that begins at an instant, unless it is known to be lost.
  public Optional<SegmentFile> findIntact(UUID cameraId, Instant start) {
    return listIntact(cameraId, "s.start_at = ?", start, 1).stream().findFirst();
  }

  /// The last file that begins no later than an instant and is not known to be lost.
  public Optional<SegmentFile> findLastIntact(UUID cameraId, Instant until) {
    return listIntact(cameraId, "s.start_at <= ? order by s.start_at desc", until, 1).stream()
        .findFirst();
  }

  private List<SegmentFile> listIntact(UUID cameraId, String where, Instant start, int limit) {
    return database.list(
        SegmentFile.class,
        """
        select s.id, s.camera_id, s.file, s.size_bytes, s.start_at as "span.from",
          s.end_at as "span.to", l.fault
        from recording.segment s left join recording.lost_file l on l.segment_id = s.id
        where s.camera_id = ? and l.segment_id is null and
        """
            + where
            + " limit ?",
        cameraId,
        start,
        limit);
  }

  /// A row's file, with what is noted of it.
  SegmentFile file(SegmentRow row) {
    Optional<GapCause> fault =
        database.find(
            GapCause.class, "select fault from recording.lost_file where segment_id = ?", row.id());
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
    return database.find(
        Span.class,
        """
        select start_at as "from", end_at as "to" from recording.segment
        where camera_id = :camera and
        """
            + where
            + " limit 1",
        Values.of("camera", cameraId).and("at", at));
  }

  /// From the first recorded instant that is kept to the last; empty when nothing is.
  Optional<Span> findExtent(UUID cameraId) {
    return database.find(
        Span.class,
        """
        select f.start_at as "from", l.end_at as "to"
        from (select start_at from recording.segment where camera_id = :camera
            order by start_at limit 1) f,
          (select greatest(start_at, end_at) as end_at from recording.segment
            where camera_id = :camera order by start_at desc limit 1) l
        """,
        Values.of("camera", cameraId));
  }

  /// The first recorded instant of a camera that is deleted; empty when none is.
  Optional<Instant> findFirstDeleted(UUID cameraId) {
    return database.find(
        Instant.class,
        """
        select start_at from recording.deleted_segment where camera_id = ?
        order by start_at limit 1
        """,
        cameraId);
  }

  /// What is known of a camera when a file is to be added.
  ///
  /// @param holds whether the file has a row already
  /// @param lastHash of the newest segment
  record Chain(boolean holds, Optional<Bytes> lastHash) {}

  Chain chain(UUID cameraId, String file) {
    return database.get(
        (row, number) ->
            new Chain(row.getBoolean(1), Optional.ofNullable(row.getBytes(2)).map(Bytes::copyOf)),
        """
        select exists (select from recording.segment where file = ?),
          (select sha256 from recording.segment where camera_id = ?
            order by start_at desc limit 1)
        """,
        file,
        cameraId);
  }

  public boolean contains(String file) {
    return database.exists("select from recording.segment where file = ?", file);
  }

  Set<String> files() {
    return new HashSet<>(database.list(String.class, "select file from recording.segment"));
  }

  /// Segments of a camera that ended before a time and that no hold covers, the oldest first.
  public List<SegmentRow> listExpired(UUID cameraId, Instant time, int limit) {
    return database.list(
        SegmentTable::row,
        """
        select * from recording.segment s where camera_id = :camera and end_at < :time %s
        order by start_at limit :limit
        """
            .formatted(NOT_HELD),
        Values.of("camera", cameraId).and("time", time).and("limit", limit));
  }

  /// All rows of a camera in order, a page at a time, for the check.
  public List<SegmentRow> listAfter(UUID cameraId, Instant start, int limit) {
    return database.list(
        SegmentTable::row,
        """
        select * from recording.segment where camera_id = ? and start_at > ?
        order by start_at limit ?
        """,
        cameraId,
        start,
        limit);
  }

  /// The cameras that have footage, by one step in the index for each of them.
  public List<UUID> cameras() {
    return database.list(
        UUID.class,
        """
        with recursive camera (id) as (
          (select camera_id from recording.segment order by camera_id limit 1)
          union all
          select (select camera_id from recording.segment where camera_id > c.id
            order by camera_id limit 1)
          from camera c where c.id is not null)
        select id from camera where id is not null
        """);
  }

  /// Removes a row and keeps its place in the chain.
  ///
  /// @return false when it stays, because it has been held meanwhile
  public boolean delete(SegmentRow row, Instant now) {
    return database.update(
            """
            with gone as (
              delete from recording.segment s where id = ? %s
              returning id, camera_id, start_at, end_at, sha256)
            insert into recording.deleted_segment
              (id, camera_id, start_at, end_at, sha256, deleted_at)
            select id, camera_id, start_at, end_at, sha256, ? from gone
            """
                .formatted(NOT_HELD),
            row.id(),
            now)
        == 1;
  }

  /// What is left of segments: the row, or the place in the chain.
  public Map<UUID, Trace> traces(Collection<UUID> ids) {
    record Left(UUID id, Trace trace) {}
    return database
        .list(
            (row, number) ->
                new Left(
                    row.getObject(1, UUID.class),
                    new Trace(Bytes.copyOf(row.getBytes(2)), row.getBoolean(3))),
            """
            select id, sha256, false from recording.segment where id = any(:ids)
            union all
            select id, sha256, true from recording.deleted_segment where id = any(:ids)
            """,
            Values.of("ids", ids))
        .stream()
        .collect(Collectors.toMap(Left::id, Left::trace, (_, deleted) -> deleted));
  }

  /// @param deleted whether retention removed it
  public record Trace(Bytes sha256, boolean deleted) {}

  /// When deleted footage was, in order.
  List<Span> listDeleted(UUID cameraId, Span span) {
    return database.list(
        Span.class,
        """
        select start_at as "from", end_at as "to" from (
          (select start_at, end_at from recording.deleted_segment
            where camera_id = :camera and start_at >= :from and start_at < :to)
          union all
          (select start_at, end_at from recording.deleted_segment
            where camera_id = :camera and start_at < :from order by start_at desc limit :lead)
          ) s
        where end_at > :from
        order by start_at
        """,
        within(cameraId, span));
  }

  /// Files whose segment before is neither there nor known to have been deleted, a thousand at the
  /// most.
  public List<String> listBrokenLinks() {
    return database.list(
        String.class,
        """
        select file from recording.segment s
        where previous_sha256 is not null
          and not exists (select from recording.segment p
            where p.camera_id = s.camera_id and p.sha256 = s.previous_sha256)
          and not exists (select from recording.deleted_segment d
            where d.camera_id = s.camera_id and d.sha256 = s.previous_sha256)
        order by file limit 1000
        """);
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

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
