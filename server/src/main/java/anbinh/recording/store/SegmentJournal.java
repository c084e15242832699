package anbinh.recording.store;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.media.Bytes;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import anbinh.media.record.log.SegmentLog;
import anbinh.platform.Ids;
import anbinh.recording.RecordingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where the recorder states what it has recorded: a closed segment becomes a row, a link of the
/// camera's hash chain and a leaf of the log, all or nothing.
@Component
public class SegmentJournal implements SegmentLog {
  private final SegmentTable segments;
  private final GapTable gaps;
  private final AuditLog log;
  private final Ids ids;
  private final TransactionTemplate transaction;

  /// For each camera what was begun and has no row yet, in order.
  private final Map<UUID, List<OpenedSegment>> pending = new ConcurrentHashMap<>();

  SegmentJournal(
      SegmentTable segments,
      GapTable gaps,
      AuditLog log,
      Ids ids,
      TransactionTemplate transaction) {
    this.segments = segments;
    this.gaps = gaps;
    this.log = log;
    this.ids = ids;
    this.transaction = transaction;
  }

  /// Only in memory: an open segment's file is found again if the server is killed.
  @Override
  public void opened(OpenedSegment segment) {
    pending.merge(
        UUID.fromString(segment.cameraKey()),
        List.of(segment),
        (before, added) -> Stream.concat(before.stream(), added.stream()).toList());
  }

  @Override
  public void closed(ClosedSegment segment) {
    UUID cameraId = UUID.fromString(segment.cameraKey());
    transaction.executeWithoutResult(_ -> {
      SegmentTable.Chain chain = segments.chain(cameraId, segment.file());
      if (!chain.holds()) {
        insert(cameraId, segment, chain.lastHash().orElse(null));
      }
    });
    pending.computeIfPresent(cameraId, (_, begun) -> after(begun, segment.file()));
  }

  /// Whether a segment begun before a time has no row yet: it is being written, made durable or
  /// hashed.
  public boolean isPending(UUID cameraId, Instant before) {
    return pending.getOrDefault(cameraId, List.of()).stream()
        .anyMatch(segment -> segment.start().isBefore(before));
  }

  /// What was begun after a file. Segments close in order, so one before it that never closed was
  /// abandoned.
  private static List<OpenedSegment> after(List<OpenedSegment> begun, String file) {
    for (int i = 0; i < begun.size(); i++) {
      if (begun.get(i).file().equals(file)) {
        return List.copyOf(begun.subList(i + 1, begun.size()));
      }
    }
    return begun;
  }

  /// A gap in which a pending segment begins says that the segment was given up: the disk failed,
  /// and nobody knows what it holds of it.
  @Override
  public void gap(Gap gap) {
    UUID cameraId = UUID.fromString(gap.cameraKey());
    gaps.put(cameraId, gap);
    pending.computeIfPresent(
        cameraId, (_, begun) -> begun.stream().filter(segment -> !beginsIn(gap, segment)).toList());
  }

  private static boolean beginsIn(Gap gap, OpenedSegment segment) {
    return !segment.start().isBefore(gap.from())
        && gap.until().map(segment.start()::isBefore).orElse(true);
  }

  private void insert(UUID cameraId, ClosedSegment segment, @Nullable Bytes previous) {
    UUID id = ids.next();
    Event event =
        Event.of(RecordingEvent.SEGMENT_CLOSED)
            .about("segment", id, null)
            .fact("camera", cameraId.toString())
            .fact("start", segment.start())
            .fact("end", segment.end())
            .fact("frames", segment.frames())
            .fact("sizeBytes", segment.sizeBytes())
            .fact("sha256", segment.sha256().toHex())
            .fact("ended", segment.ended().name());
    UUID eventId =
        log.record(previous == null ? event : event.fact("previousSha256", previous.toHex()));
    segments.insert(new SegmentRow(id, cameraId, segment, previous, eventId));
  }
}
