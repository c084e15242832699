package anbinh.cameras.check;

import anbinh.audit.AuditLog;
import anbinh.audit.RecordedEvent;
import anbinh.cameras.CameraEvent;
import anbinh.cameras.register.CameraRecords;
import anbinh.cameras.register.CameraRecords.CameraRecord;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Snapshot;
import anbinh.seal.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

  /// What the log says of a camera.
  ///
  /// @param details null where they were erased
  private record Told(Map<String, String> facts, @Nullable Map<String, String> details) {}

  private long compare(Consumer<Finding> findings) {
    Map<String, Told> logged = logged();
    long count =
        cameras.pages(page ->
            page.forEach(camera -> {
              Told told = logged.remove(camera.id().toString());
              if (told == null) {
                findings.accept(
                    new Finding(subject(camera.facts()), "the log does not tell of it"));
              } else {
                compare(camera, told, findings);
              }
            }));
    logged.forEach((id, told) ->
        findings.accept(
            new Finding(subject(told.facts()), "the log has it, and the database does not")));
    return count;
  }

  private static void compare(CameraRecord camera, Told told, Consumer<Finding> findings) {
    var parts = new TreeMap<>(camera.facts());
    var same = new HashMap<>(told.facts());
    if (told.details() != null) {
      parts.putAll(camera.details());
      same.putAll(told.details());
    }
    parts.forEach((part, value) -> {
      if (!value.equals(same.get(part))) {
        findings.accept(
            new Finding(subject(camera.facts()), "its " + part + " is another one in the log"));
      }
    });
  }

  private static String subject(Map<String, String> facts) {
    return "camera " + facts.get("number");
  }

  /// What the log says last of each camera.
  private Map<String, Told> logged() {
    Map<String, Told> logged = new HashMap<>();
    log.forEach(
        CameraEvent.WRITTEN,
        page ->
            page.forEach(event ->
                members(event.facts())
                    .forEach((id, facts) ->
                        logged.put(id, new Told(texts(facts), details(event, id))))));
    return logged;
  }

  private static @Nullable Map<String, String> details(RecordedEvent event, String id) {
    Json.Obj detail = event.detail();
    Json details = detail == null ? null : members(detail).get(id);
    return details == null ? null : texts(details);
  }

  private static Map<String, Json> members(Json.Obj of) {
    return of.find(CameraRecords.CAMERAS).orElse(null) instanceof Json.Obj cameras
        ? cameras.members()
        : Map.of();
  }

  private static Map<String, String> texts(Json parts) {
    Map<String, String> texts = new HashMap<>();
    if (parts instanceof Json.Obj some) {
      some.members()
          .forEach((part, value) -> {
            if (value instanceof Json.Str(String text)) {
              texts.put(part, text);
            }
          });
    }
    return Map.copyOf(texts);
  }
}
