package anbinh.recording.retention;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.media.Bytes;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.recording.RecordingEvent;
import anbinh.recording.store.SegmentFiles;
import anbinh.recording.store.SegmentRow;
import anbinh.recording.store.SegmentTable;
import anbinh.recording.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Holds footage, its rows and the log against each other: every segment's file is there, of the
/// size and the hash that its row states, and linked to the segment before it; every row states
/// what the log says was closed; and what the log says was closed is there, or the log says that it
/// was deleted. Reads every byte.
@Component
class FootageCheck implements ConsistencyCheck {
  private static final int PAGE = 200;

  private final SegmentTable segments;
  private final Storage storage;
  private final AuditLog log;

  FootageCheck(SegmentTable segments, Storage storage, AuditLog log) {
    this.segments = segments;
    this.storage = storage;
    this.log = log;
  }

  @Override
  public String subject() {
    return "footage against its rows and the log";
  }

  @Override
  public String unit() {
    return "segments";
  }

  @Override
  public long run(CheckReport findings) {
    long checked = 0;
    for (String file : segments.listBrokenLinks()) {
      findings.accept(
          new Finding(file, "names a segment before it that is gone without having been deleted"));
    }
    for (UUID camera : segments.cameras()) {
      checked += check(camera, findings);
    }
    log.forEach(
        RecordingEvent.SEGMENT_CLOSED,
        closed -> {
          checkClosed(closed, findings);
          findings.looked(closed.size());
        });
    return checked;
  }

  private long check(UUID camera, CheckReport findings) {
    long checked = 0;
    Instant position = Instant.EPOCH;
    List<SegmentRow> page = segments.listAfter(camera, position, PAGE);
    while (!page.isEmpty()) {
      Set<String> logged =
          log.subjects(
              RecordingEvent.SEGMENT_CLOSED,
              page.stream().map(row -> row.id().toString()).toList());
      for (SegmentRow row : page) {
        checkFile(row, findings);
        if (!logged.contains(row.id().toString())) {
          findings.accept(new Finding(row.segment().file(), "is not in the log"));
        }
        position = row.segment().start();
        findings.looked(1);
        checked++;
      }
      page = segments.listAfter(camera, position, PAGE);
    }
    return checked;
  }

  private void checkClosed(List<RecordedEvent> closed, Consumer<Finding> findings) {
    Map<UUID, Bytes> hashes = new LinkedHashMap<>();
    for (RecordedEvent event : closed) {
      hashes.put(UUID.fromString(String.valueOf(event.objectId())), hash(event));
    }
    Map<UUID, SegmentTable.Trace> traces = segments.traces(hashes.keySet());
    Set<String> deleted =
        log.subjects(
            RecordingEvent.SEGMENT_DELETED, hashes.keySet().stream().map(UUID::toString).toList());
    hashes.forEach((id, hash) -> {
      SegmentTable.Trace trace = traces.get(id);
      if (trace == null) {
        findings.accept(
            new Finding("segment " + id, "is in the log, and gone without having been deleted"));
      } else if (!trace.sha256().equals(hash)) {
        findings.accept(new Finding("segment " + id, "has another SHA-256 in the log"));
      } else if (trace.deleted() && !deleted.contains(id.toString())) {
        findings.accept(new Finding("segment " + id, "was deleted without an entry of the log"));
      }
    });
  }

  private static Bytes hash(RecordedEvent event) {
    return Bytes.copyOf(HexFormat.of().parseHex(event.facts().getString("sha256")));
  }

  private void checkFile(SegmentRow row, Consumer<Finding> findings) {
    Path file = storage.folder().resolve(row.segment().file());
    try {
      long size = Files.size(file);
      if (size != row.segment().sizeBytes()) {
        findings.accept(
            new Finding(
                row.segment().file(),
                "has " + size + " bytes instead of " + row.segment().sizeBytes()));
      } else if (!SegmentFiles.sha256(file).equals(row.segment().sha256())) {
        findings.accept(new Finding(row.segment().file(), "was altered: its SHA-256 differs"));
      }
    } catch (NoSuchFileException gone) {
      if (segments.contains(row.segment().file())) {
        findings.accept(new Finding(row.segment().file(), "is gone from the disk"));
      }
    } catch (IOException unreadable) {
      findings.accept(new Finding(row.segment().file(), "cannot be read"));
    }
  }
}
