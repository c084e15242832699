package anbinh.cases.check;

import anbinh.audit.EventType;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.incident.IncidentEvent;
import anbinh.cases.store.CaseEvent;
import anbinh.identity.people.People;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds against the log what was changed in cases and why, as their time lines tell it.
@Component
class ChangesAgainstLog extends CaseRecordsAgainstLog<ChangesAgainstLog.Change> {
  private static final String ROWS =
      """
      select event_id as id, case_id, what, incident_id as incident, at, by_person as by, reason
      from cases.change
      where case_id = any (?)
      """;
  private static final Map<String, EventType> TYPES =
      Map.of(
          "PLACE",
          CaseEvent.PLACED,
          "PROTECTION",
          CaseEvent.CHANGED,
          "INCIDENT_CORRECTED",
          IncidentEvent.CORRECTED,
          "INCIDENT_WITHDRAWN",
          IncidentEvent.WITHDRAWN);
  private static final Kind<Change> KIND =
      new Kind<>(
          "change",
          "changes of cases",
          ROWS,
          Change.class,
          Set.copyOf(TYPES.values()),
          Set.copyOf(TYPES.values()));

  ChangesAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(KIND, database, log, snapshot, people);
  }

  record Change(
      UUID id,
      UUID caseId,
      String what,
      @Nullable UUID incident,
      Instant at,
      UUID by,
      String reason)
      implements Row {}

  /// The entry itself; none that says where a case happened when it was opened.
  @Override
  @Nullable UUID record(RecordedEvent event) {
    return Values.text(event, "at") == null ? null : event.id();
  }

  @Override
  void compare(Change row, Told told, Consumer<String> differs) {
    RecordedEvent changed = told.first();
    EventType type = TYPES.get(row.what());
    differ(
        type == null
            || !Values.is(changed, type)
            || !Values.says(changed, "incident", row.incident()),
        "what was changed is another thing in the log",
        differs);
    differ(
        !Values.tells(changed, "reason", row.reason()),
        "its reason is another one in the log",
        differs);
    differ(!isBy(changed, row.by()), "who made it is another one in the log", differs);
    differ(!Values.says(changed, "at", row.at()), "its time is another one in the log", differs);
  }
}
