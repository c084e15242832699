package anbinh.cameras.store;

import anbinh.audit.event.AuditLog;
import anbinh.cameras.CameraEvent;
import anbinh.platform.sql.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Holds cameras in the database against what the log says that they are, before anything is taken
/// of them. Safe for many threads.
@Component
@NamedInterface("services")
public class LoggedCameras {
  private final CameraRecords cameras;
  private final AuditLog log;
  private final Snapshot snapshot;

  LoggedCameras(CameraRecords cameras, AuditLog log, Snapshot snapshot) {
    this.cameras = cameras;
    this.log = log;
    this.snapshot = snapshot;
  }

  /// In what the database differs from the log about some cameras, for the administrator.
  public List<String> differences(Collection<UUID> ids) {
    List<String> found = new ArrayList<>();
    var _ = snapshot.read(() -> compare(ids, found));
    return found;
  }

  private long compare(Collection<UUID> ids, List<String> found) {
    Map<UUID, CameraRecord> logged = logged(ids);
    List<CameraRecord> compared = cameras.find(ids);
    for (CameraRecord camera : compared) {
      CameraRecord told = logged.get(camera.id());
      List<String> differences =
          told == null ? List.of("the log does not tell of it") : camera.differences(told);
      differences.forEach(each -> found.add("camera " + camera.number() + ": " + each));
    }
    return compared.size();
  }

  private Map<UUID, CameraRecord> logged(Collection<UUID> ids) {
    Map<UUID, CameraRecord> logged = new HashMap<>();
    log.listAbout(CameraEvent.WRITTEN, ids.stream().map(UUID::toString).toList())
        .values()
        .forEach(events ->
            CameraRecord.told(events.getLast()).forEach(each -> logged.put(each.id(), each)));
    // Of a camera that came by a list and was not changed since, the list's event tells.
    Set<UUID> listed = new HashSet<>(ids);
    listed.removeAll(logged.keySet());
    if (!listed.isEmpty()) {
      log.forEach(
          CameraEvent.WRITTEN,
          page ->
              page.stream()
                  .flatMap(event -> CameraRecord.told(event).stream())
                  .filter(each -> listed.contains(each.id()))
                  .forEach(each -> logged.put(each.id(), each)));
    }
    return logged;
  }
}
