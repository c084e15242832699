package anbinh.recording.store;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.media.Bytes;
import anbinh.recording.GapCause;
import anbinh.recording.RecordingEvent;
import anbinh.recording.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether the files of closed segments are what their rows say. What is found is kept in
/// `recording.lost_file` and is an entry of the log, when a file is lost and when it is back. Safe
/// for many threads.
@Component
public class SegmentFiles {
  private static final int BUFFER_BYTES = 1 << 20;

  private final LostFileTable lost;
  private final SegmentTable segments;
  private final Storage storage;
  private final AuditLog log;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  SegmentFiles(
      LostFileTable lost,
      SegmentTable segments,
      Storage storage,
      AuditLog log,
      InstantSource clock,
      TransactionTemplate transaction) {
    this.lost = lost;
    this.segments = segments;
    this.storage = storage;
    this.log = log;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// Whether the footage folder is there; without it all files are missing.
  boolean isFolderPresent() {
    return storage.isPresent();
  }

  /// Looks at the size of each file.
  ///
  /// @return the same files with what is wrong with them now. While the footage folder is not
  ///   there, all are missing, and nothing is noted
  public List<SegmentFile> check(List<SegmentFile> files) {
    if (!isFolderPresent()) {
      return files.stream().map(file -> with(file, GapCause.FILE_MISSING)).toList();
    }
    return files.stream().map(file -> note(file, fault(file))).toList();
  }

  /// Reads every byte of a camera's files that overlap a span, and notes those that are not what
  /// was recorded.
  public void verify(UUID cameraId, Span span) {
    for (SegmentRow row : segments.list(cameraId, span)) {
      SegmentFile file = segments.file(row);
      GapCause fault = fault(with(file, null));
      var _ = note(file, fault == null && !isWhole(row) ? GapCause.FILE_ALTERED : fault);
    }
  }

  private SegmentFile note(SegmentFile file, @Nullable GapCause fault) {
    if (fault == file.fault()) {
      return file;
    }
    boolean noted;
    try {
      noted = Boolean.TRUE.equals(transaction.execute(_ -> put(file, fault)));
    } catch (DataIntegrityViolationException deleted) {
      // Retention deleted the segment in this very moment, and what it deleted is not lost.
      noted = false;
    }
    boolean isKept = noted || fault == null || segments.contains(file.file());
    return with(file, isKept ? fault : GapCause.DELETED);
  }

  private boolean put(SegmentFile file, @Nullable GapCause fault) {
    boolean changed =
        fault == null ? lost.delete(file.id()) : lost.put(file.id(), fault, clock.instant());
    if (changed) {
      log.record(
          Event.of(fault == null ? RecordingEvent.FOOTAGE_FOUND : RecordingEvent.FOOTAGE_LOST)
              .about("segment", file.id(), null)
              .fact("camera", file.cameraId().toString())
              .fact("start", file.span().from())
              .fact("end", file.span().to())
              .fact("fault", String.valueOf(fault == null ? file.fault() : fault)));
    }
    return changed;
  }

  /// A file that was altered and has its length is still altered.
  private @Nullable GapCause fault(SegmentFile file) {
    long size = storage.folder().resolve(file.file()).toFile().length();
    if (size == file.sizeBytes()) {
      return file.fault() == GapCause.FILE_ALTERED ? GapCause.FILE_ALTERED : null;
    }
    if (size > file.sizeBytes()) {
      return GapCause.FILE_ALTERED;
    }
    return size == 0 && !Files.exists(storage.folder().resolve(file.file()))
        ? GapCause.FILE_MISSING
        : GapCause.FILE_SHORTENED;
  }

  private boolean isWhole(SegmentRow row) {
    try {
      return sha256(storage.folder().resolve(row.segment().file())).equals(row.segment().sha256());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// The hash of a whole file.
  public static Bytes sha256(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Bytes.copyOf(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }

  private static SegmentFile with(SegmentFile file, @Nullable GapCause fault) {
    return new SegmentFile(
        file.id(), file.cameraId(), file.file(), file.sizeBytes(), file.span(), fault);
  }
}
