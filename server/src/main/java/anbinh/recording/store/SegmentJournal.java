package anbinh.recording.store;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.media.Bytes;
import anbinh.media.record.ClosedSegment;
import anbinh.media.record.Gap;
import anbinh.media.record.OpenedSegment;
import anbinh.media.record.SegmentLog;
import anbinh.platform.Ids;
import anbinh.recording.RecordingEvent;
import java.util.UUID;
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

  /// Nothing is kept of an open segment: its file is found again if the server is killed.
  @Override
  public void opened(OpenedSegment segment) {}

  @Override
  public void closed(ClosedSegment segment) {
    transaction.executeWithoutResult(_ -> {
      if (!segments.contains(segment.file())) {
        insert(segment);
      }
    });
  }

  @Override
  public void gap(Gap gap) {
    gaps.put(UUID.fromString(gap.cameraKey()), gap);
  }

  private void insert(ClosedSegment segment) {
    UUID cameraId = UUID.fromString(segment.cameraKey());
    UUID id = ids.next();
    Bytes previous = segments.findLastHash(cameraId).orElse(null);
    Event event =
        Event.of(RecordingEvent.SEGMENT_CLOSED)
            .about("segment", id, null)
            .fact("camera", cameraId.toString())
            .fact("start", segment.start().toString())
            .fact("end", segment.end().toString())
            .fact("frames", segment.frames())
            .fact("sizeBytes", segment.sizeBytes())
            .fact("sha256", segment.sha256().toHex())
            .fact("ended", segment.ended().name());
    UUID eventId =
        log.record(previous == null ? event : event.fact("previousSha256", previous.toHex()));
    segments.insert(new SegmentRow(id, cameraId, segment, previous, eventId));
  }
}
