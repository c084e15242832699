package anbinh.sightings.wanted;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.people.People;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds entries of the list against the log: who asked for which plate until when, who decided,
/// and that none is active that another person did not approve. Entries that were forgotten are in
/// the log alone.
@Component
class WantedAgainstLog implements ConsistencyCheck {
  private static final int PAGE = 500;

  private final WantedTable table;
  private final AuditLog log;
  private final Snapshot snapshot;
  private final People people;

  WantedAgainstLog(WantedTable table, AuditLog log, Snapshot snapshot, People people) {
    this.table = table;
    this.log = log;
    this.snapshot = snapshot;
    this.people = people;
  }

  @Override
  public String subject() {
    return "wanted vehicles against log";
  }

  @Override
  public String unit() {
    return "wanted vehicles";
  }

  @Override
  public long run(CheckReport report) {
    return snapshot.read(() -> compare(report));
  }

  private long compare(CheckReport report) {
    Map<UUID, String> pseudonyms = people.pseudonyms();
    long count = 0;
    List<WantedVehicle> page = table.listAfter(null, PAGE);
    while (!page.isEmpty()) {
      for (WantedVehicle each : page) {
        differences(each, pseudonyms)
            .forEach(what -> report.accept(new Finding("wanted vehicle " + each.code(), what)));
      }
      count += page.size();
      report.looked(page.size());
      page = table.listAfter(page.getLast().id(), PAGE);
    }
    return count;
  }

  private List<String> differences(WantedVehicle vehicle, Map<UUID, String> pseudonyms) {
    List<String> found = new ArrayList<>();
    RecordedEvent requested = find(WantedEvent.REQUESTED, vehicle);
    if (requested == null
        || !is(requested.actor(), vehicle.requestedBy(), pseudonyms)
        || !says(requested.facts(), "expiresAt", EventRecord.formatTime(vehicle.expiresAt()))
        || !tells(requested, "plate", vehicle.plate())) {
      found.add("the log tells of its request otherwise, or not at all");
    }
    RecordedEvent approved = find(WantedEvent.APPROVED, vehicle);
    RecordedEvent decided = approved == null ? find(WantedEvent.REFUSED, vehicle) : approved;
    WantedVehicle.Decision decision = vehicle.decision();
    boolean asDecided =
        decision == null
            ? decided == null
            : decided != null
                && is(decided.actor(), decision.by(), pseudonyms)
                && tells(decided, "reason", decision.reason());
    if (!asDecided
        || (approved == null) != (vehicle.state() == WantedState.REFUSED || decision == null)) {
      found.add("the log tells of its decision otherwise, or not at all");
    }
    boolean over =
        find(WantedEvent.ENDED, vehicle) != null || find(WantedEvent.EXPIRED, vehicle) != null;
    if (vehicle.state() == WantedState.ACTIVE && over) {
      found.add("the log tells of its end");
    }
    return found;
  }

  private @Nullable RecordedEvent find(WantedEvent type, WantedVehicle vehicle) {
    List<RecordedEvent> events = log.listAbout(type, vehicle.id().toString());
    return events.isEmpty() ? null : events.getFirst();
  }

  private static boolean is(@Nullable String actor, UUID person, Map<UUID, String> pseudonyms) {
    return Objects.equals(actor, pseudonyms.get(person));
  }

  private static boolean says(Json.Obj of, String name, String value) {
    return of.find(name).equals(Optional.of(Json.of(value)));
  }

  /// Details that were erased say nothing.
  private static boolean tells(RecordedEvent event, String name, String value) {
    Json.Obj detail = event.detail();
    return detail == null || says(detail, name, value);
  }
}
