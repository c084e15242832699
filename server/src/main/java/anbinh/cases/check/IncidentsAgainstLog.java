package anbinh.cases.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.incident.IncidentEvent;
import anbinh.identity.people.People;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds the incidents of cases against the log: what was last said of each, where it was, and
/// whether it was withdrawn.
///
/// The details of places are erased together with the places when a case becomes a protected one.
@Component
class IncidentsAgainstLog extends CaseRecordsAgainstLog<IncidentsAgainstLog.Incident> {
  private static final String ROWS =
      """
      select i.id, i.case_id, i.title, coalesce(i.type, c.type) as type, i.timing,
        i.occurred_from as "from", i.occurred_to as "to", i.place, i.latitude, i.longitude,
        i.report, i.note, i.added_by, i.added_at, i.event_id as event, i.withdrawn_at
      from cases.incident i join cases.case_file c on c.id = i.case_id where i.case_id = any (?)
      """;
  private static final Kind<Incident> KIND =
      new Kind<>(
          "incident",
          "incidents of cases",
          ROWS,
          Incident.class,
          Set.of(IncidentEvent.ADDED),
          EnumSet.allOf(IncidentEvent.class));

  IncidentsAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(KIND, database, log, snapshot, people);
  }

  record Incident(
      UUID id,
      UUID caseId,
      String title,
      String type,
      String timing,
      Instant from,
      @Nullable Instant to,
      @Nullable String place,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable String report,
      @Nullable String note,
      UUID addedBy,
      Instant addedAt,
      UUID event,
      @Nullable Instant withdrawnAt)
      implements Row {}

  @Override
  void compare(Incident row, Told told, Consumer<String> differs) {
    RecordedEvent added = told.first();
    differ(!isBy(added, row.addedBy()), "who added it is another one in the log", differs);
    differ(
        !Values.says(added, "at", row.addedAt()),
        "when it was added is told otherwise in the log",
        differs);
    differ(!added.id().equals(row.event()), "its entry is another one in the log", differs);
    RecordedEvent last = told.last(IncidentEvent.ADDED, IncidentEvent.CORRECTED);
    compareSaid(row, last == null ? added : last, differs);
    RecordedEvent placed = told.last(IncidentEvent.PLACED);
    differ(
        !Values.tellsOrForgot(placed, "place", row.place())
            || !Values.tellsOrForgot(placed, "latitude", row.latitude())
            || !Values.tellsOrForgot(placed, "longitude", row.longitude()),
        "its place is another one in the log",
        differs);
    RecordedEvent withdrawn = told.last(IncidentEvent.WITHDRAWN);
    differ(
        withdrawn == null
            ? row.withdrawnAt() != null
            : !Values.says(withdrawn, "at", row.withdrawnAt()),
        "whether it is withdrawn is told otherwise in the log",
        differs);
  }

  private static void compareSaid(Incident row, RecordedEvent last, Consumer<String> differs) {
    differ(
        !Values.tells(last, "title", row.title()), "its title is another one in the log", differs);
    differ(!Values.says(last, "type", row.type()), "its type is another one in the log", differs);
    differ(
        !Values.says(last, "timing", row.timing())
            || !Values.tells(last, "occurredFrom", row.from())
            || !Values.tells(last, "occurredTo", row.to()),
        "when it happened is told otherwise in the log",
        differs);
    differ(
        !Values.tells(last, "report", row.report()),
        "its report is another one in the log",
        differs);
    differ(!Values.tells(last, "note", row.note()), "its note is another one in the log", differs);
  }
}
