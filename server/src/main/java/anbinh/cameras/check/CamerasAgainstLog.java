package anbinh.cameras.check;

import anbinh.audit.event.AuditLog;
import anbinh.cameras.CameraEvent;
import anbinh.cameras.store.CameraRecord;
import anbinh.cameras.store.CameraRecords;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Holds each camera against the last event that says what it is.
@Component
class CamerasAgainstLog implements ConsistencyCheck {
  private final CameraRecords cameras;
  private final AuditLog log;
  private final Snapshot snapshot;

  CamerasAgainstLog(CameraRecords cameras, AuditLog log, Snapshot snapshot) {
    this.cameras = cameras;
    this.log = log;
    this.snapshot = snapshot;
  }

  @Override
  public String subject() {
    return "cameras against log";
  }

  @Override
  public String unit() {
    return "cameras";
  }

  @Override
  public long run(CheckReport findings) {
    return snapshot.read(() -> compare(findings));
  }

  private long compare(Consumer<Finding> findings) {
    Map<UUID, CameraRecord> logged = logged();
    long count =
        cameras.pages(page ->
            page.forEach(camera -> {
              CameraRecord told = logged.remove(camera.id());
              List<String> differences =
                  told == null ? List.of("the log does not tell of it") : camera.differences(told);
              differences.forEach(each -> findings.accept(finding(camera, each)));
            }));
    logged
        .values()
        .forEach(
            told -> findings.accept(finding(told, "the log has it, and the database does not")));
    return count;
  }

  private static Finding finding(CameraRecord camera, String what) {
    return new Finding("camera " + camera.number(), what);
  }

  /// What the log says last of each camera.
  private Map<UUID, CameraRecord> logged() {
    Map<UUID, CameraRecord> logged = new HashMap<>();
    log.forEach(
        CameraEvent.WRITTEN,
        page ->
            page.forEach(
                event -> CameraRecord.told(event).forEach(each -> logged.put(each.id(), each))));
    return logged;
  }
}
