package anbinh.sightings.wanted;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.people.People;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares an entry of the list with what the log tells of it: who asked for which plate, where
/// and until when, who decided, and that none is active that another person did not approve.
/// Whoever writes into the database alone makes nobody look for a vehicle.
@Component
public class WantedComparison {
  private final AuditLog log;
  private final People people;

  WantedComparison(AuditLog log, People people) {
    this.log = log;
    this.people = people;
  }

  /// In what an entry is not as the log tells of it; empty where it is.
  public List<String> differences(WantedVehicle vehicle) {
    List<String> found = new ArrayList<>();
    RecordedEvent requested = find(WantedEvent.REQUESTED, vehicle);
    if (requested == null
        || !is(requested.actor(), vehicle.requestedBy())
        || !says(requested.facts(), "expiresAt", EventRecord.formatTime(vehicle.expiresAt()))
        || !says(requested.facts(), "area", vehicle.areaId().toString())
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
                && is(decided.actor(), decision.by())
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

  private boolean is(@Nullable String actor, UUID person) {
    return people
        .find(person)
        .map(each -> each.pseudonym().toString())
        .equals(Optional.ofNullable(actor));
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
