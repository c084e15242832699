package anbinh.recording.keep;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.cameras.Camera;
import anbinh.cameras.Cameras;
import anbinh.platform.OnlyWhenServing;
import anbinh.recording.RecordingEvent;
import anbinh.recording.Span;
import anbinh.recording.store.HoldTable;
import anbinh.recording.store.SegmentRow;
import anbinh.recording.store.SegmentTable;
import anbinh.recording.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Deletes footage that is older than its camera keeps it, unless a hold covers it. Every deletion
/// is an entry of the log. The row goes first, in one transaction with its entry, then the file: a
/// file left behind by a crash between the two is older than its camera's limit and is deleted by
/// the next run of [#sweep] after it was found again.
@Component
@OnlyWhenServing
class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int BATCH = 500;

  private final Cameras cameras;
  private final SegmentTable segments;
  private final HoldTable holds;
  private final Storage storage;
  private final AuditLog log;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  Retention(
      Cameras cameras,
      SegmentTable segments,
      HoldTable holds,
      Storage storage,
      AuditLog log,
      InstantSource clock,
      TransactionTemplate transaction) {
    this.cameras = cameras;
    this.segments = segments;
    this.holds = holds;
    this.storage = storage;
    this.log = log;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
  void sweep() {
    for (Camera camera : cameras.list()) {
      Instant limit = clock.instant().minus(Duration.ofDays(camera.keepDays()));
      for (SegmentRow row : segments.listEndedBefore(camera.id(), limit, BATCH)) {
        Span span = new Span(row.segment().start(), row.segment().end());
        if (!holds.holds(camera.id(), span)) {
          delete(camera, row, span);
        }
      }
    }
  }

  private void delete(Camera camera, SegmentRow row, Span span) {
    transaction.executeWithoutResult(_ -> {
      segments.delete(row, clock.instant());
      log.record(
          Event.of(RecordingEvent.SEGMENT_DELETED)
              .about("segment", row.id(), camera.code())
              .fact("camera", camera.id().toString())
              .fact("start", span.from().toString())
              .fact("end", span.to().toString())
              .fact("sha256", row.segment().sha256().toHex())
              .fact("reason", "RETENTION")
              .fact("keepDays", camera.keepDays()));
    });
    try {
      Files.deleteIfExists(storage.folder().resolve(row.segment().file()));
    } catch (IOException failure) {
      LOG.warn("an expired file could not be deleted: {}", row.segment().file(), failure);
    }
  }
}
