package anbinh.recording.retention;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.ReadOnlyMode;
import anbinh.recording.RecordingEvent;
import anbinh.recording.store.SegmentRow;
import anbinh.recording.store.SegmentTable;
import anbinh.recording.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Deletes footage that is older than its camera keeps it, unless a hold covers it. Every deletion
/// is an entry of the log. The row goes first, in one transaction with its entry, then the file: a
/// file left behind by a crash between the two is older than its camera's limit and is deleted by
/// the next run of [#sweep] after it was found again. While the server only reads nobody can hold
/// footage, so none is deleted.
@Component
@OnlyWhenServing
class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int BATCH = 500;

  private final Cameras cameras;
  private final SegmentTable segments;
  private final Storage storage;
  private final AuditLog log;
  private final InstantSource clock;
  private final TransactionTemplate transaction;
  private final ReadOnlyMode readOnly;

  Retention(
      Cameras cameras,
      SegmentTable segments,
      Storage storage,
      AuditLog log,
      InstantSource clock,
      TransactionTemplate transaction,
      ReadOnlyMode readOnly) {
    this.cameras = cameras;
    this.segments = segments;
    this.storage = storage;
    this.log = log;
    this.clock = clock;
    this.transaction = transaction;
    this.readOnly = readOnly;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
  void sweep() {
    if (readOnly.isOn()) {
      return;
    }
    for (UUID id : segments.cameras()) {
      Camera camera = cameras.get(id);
      Instant limit = clock.instant().minus(Duration.ofDays(camera.keepDays()));
      for (SegmentRow row : segments.listExpired(camera.id(), limit, BATCH)) {
        if (forget(camera, row)) {
          deleteFile(row);
        }
      }
    }
  }

  /// @return false when it has been held meanwhile
  private boolean forget(Camera camera, SegmentRow row) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          if (!segments.delete(row, clock.instant())) {
            return false;
          }
          log.record(
              Event.of(RecordingEvent.SEGMENT_DELETED)
                  .about("segment", row.id(), camera.code())
                  .fact("camera", camera.id().toString())
                  .fact("start", row.segment().start())
                  .fact("end", row.segment().end())
                  .fact("sha256", row.segment().sha256().toHex())
                  .fact("reason", "RETENTION")
                  .fact("keepDays", camera.keepDays()));
          return true;
        }));
  }

  private void deleteFile(SegmentRow row) {
    try {
      Files.deleteIfExists(storage.folder().resolve(row.segment().file()));
    } catch (IOException failure) {
      LOG.warn("an expired file could not be deleted: {}", row.segment().file(), failure);
    }
  }
}
