package anbinh.areas.check;

import anbinh.areas.AreaEvent;
import anbinh.areas.unit.UnitTable;
import anbinh.audit.event.AuditLog;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import anbinh.seal.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds each unit against the last event that says what it is: by the unit above, the tree says
/// how far every right reaches that somebody has in an area.
@Component
class AreasAgainstLog implements ConsistencyCheck {
  private final UnitTable table;
  private final AuditLog log;
  private final Snapshot snapshot;

  AreasAgainstLog(UnitTable table, AuditLog log, Snapshot snapshot) {
    this.table = table;
    this.log = log;
    this.snapshot = snapshot;
  }

  @Override
  public String subject() {
    return "areas against log";
  }

  @Override
  public String unit() {
    return "areas";
  }

  @Override
  public long run(CheckReport findings) {
    return snapshot.read(() -> compare(findings));
  }

  private long compare(Consumer<Finding> findings) {
    Map<String, Json> logged = logged();
    Map<String, Map<String, String>> units = table.parts(null);
    units.forEach((id, parts) -> {
      Json told = logged.remove(id);
      String subject = "area " + parts.get("number");
      if (told == null) {
        findings.accept(new Finding(subject, "the log does not tell of it"));
        return;
      }
      new TreeMap<>(parts)
          .forEach((part, value) -> {
            if (!Json.of(value).equals(part(told, part))) {
              findings.accept(new Finding(subject, "its " + part + " is another one in the log"));
            }
          });
    });
    logged.forEach((id, told) ->
        findings.accept(
            new Finding(
                "area " + (part(told, "number") instanceof Json.Str(String code) ? code : id),
                "the log has it, and the database does not")));
    return units.size();
  }

  /// What the log says last of each unit.
  private Map<String, Json> logged() {
    Map<String, Json> logged = new HashMap<>();
    log.forEach(
        AreaEvent.WRITTEN,
        page ->
            page.forEach(event -> {
              if (event.facts().find(UnitTable.UNITS).orElse(null) instanceof Json.Obj units) {
                logged.putAll(units.members());
              }
            }));
    return logged;
  }

  private static @Nullable Json part(Json told, String part) {
    return told instanceof Json.Obj parts ? parts.find(part).orElse(null) : null;
  }
}
