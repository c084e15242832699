package anbinh.cases.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.store.CaseEvent;
import anbinh.identity.people.People;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Holds the notes of cases against the log: that nobody took one away, put one in, or changed its
/// words, its author or its time.
@Component
class NotesAgainstLog extends CaseRecordsAgainstLog<NotesAgainstLog.Note> {
  private static final String ROWS =
      """
      select id, case_id, at, by_person as by, words, event_id as event
      from cases.note where case_id = any (?)
      """;
  private static final Kind<Note> KIND =
      new Kind<>(
          "note",
          "notes of cases",
          ROWS,
          Note.class,
          Set.of(CaseEvent.NOTED),
          Set.of(CaseEvent.NOTED));

  NotesAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(KIND, database, log, snapshot, people);
  }

  record Note(UUID id, UUID caseId, Instant at, UUID by, String words, UUID event) implements Row {}

  @Override
  void compare(Note row, Told told, Consumer<String> differs) {
    RecordedEvent noted = told.first();
    differ(
        !Values.tells(noted, "words", row.words()), "its words are other ones in the log", differs);
    differ(!isBy(noted, row.by()), "who wrote it is another one in the log", differs);
    differ(!Values.says(noted, "at", row.at()), "its time is another one in the log", differs);
    differ(!noted.id().equals(row.event()), "its entry is another one in the log", differs);
  }
}
