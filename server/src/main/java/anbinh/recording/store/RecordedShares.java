package anbinh.recording.store;

import anbinh.media.mp4.RecordedSegment;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How much of a span is recorded of each of many cameras, in one look at the index.
@Component
public class RecordedShares {
  private final SqlClient database;
  private final OpenSegments open;

  RecordedShares(SqlClient database, OpenSegments open) {
    this.database = database;
    this.open = open;
  }

  /// Cameras of which nothing is recorded are left out, and files that are known to be lost. Where
  /// the wall clock was set back and segments overlap, the common part counts once at most in the
  /// whole.
  public Map<UUID, Duration> of(Collection<UUID> cameraIds, Span span) {
    Map<UUID, Duration> shares = new HashMap<>();
    if (cameraIds.isEmpty()) {
      return shares;
    }
    // First, so that none is missed that gets its row meanwhile.
    Map<UUID, List<RecordedSegment>> unlogged = new HashMap<>();
    cameraIds.forEach(id -> unlogged.put(id, open.list(id)));
    Set<Begin> counted = new HashSet<>();
    // Of the segments that began before the span only the last can reach into it.
    for (Recorded recorded :
        database.list(
            Recorded.class,
            """
            select c.id as camera, s.start_at as "span.from", s.end_at as "span.to"
            from unnest(cast(:cameras as uuid[])) as c (id) cross join lateral (
              (select id, start_at, end_at from recording.segment
                where camera_id = c.id and start_at >= :from and start_at < :to)
              union all
              (select id, start_at, end_at from recording.segment
                where camera_id = c.id and start_at < :from order by start_at desc limit 1)) s
            where s.end_at > :from
              and not exists (select from recording.lost_file where segment_id = s.id)
            """,
            Values.of("cameras", cameraIds).and("from", span.from()).and("to", span.to()))) {
      counted.add(new Begin(recorded.camera(), recorded.span().from()));
      add(shares, recorded.camera(), recorded.span(), span);
    }
    unlogged.forEach((id, segments) ->
        segments.stream()
            .filter(segment -> !counted.contains(new Begin(id, segment.start())))
            .forEach(segment -> add(shares, id, new Span(segment.start(), segment.end()), span)));
    return shares;
  }

  private record Recorded(UUID camera, Span span) {}

  private record Begin(UUID camera, Instant at) {}

  private static void add(Map<UUID, Duration> shares, UUID id, Span segment, Span span) {
    if (segment.overlaps(span)) {
      Duration more = shares.getOrDefault(id, Duration.ZERO).plus(segment.intersect(span).length());
      shares.put(id, more.compareTo(span.length()) > 0 ? span.length() : more);
    }
  }
}
