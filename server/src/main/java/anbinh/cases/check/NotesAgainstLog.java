package anbinh.cases.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.store.CaseEvent;
import anbinh.identity.people.People;
import anbinh.platform.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Holds the notes of cases against the log: that nobody took one away, put one in, or changed its
/// words, its author or its time.
@Component
class NotesAgainstLog extends CaseRecordsAgainstLog<NotesAgainstLog.Note> {
  private static final String ROWS =
      """
      select id, case_id, at, by_person, words, event_id from cases.note where case_id = any (?)
      """;
  private static final Kind<Note> KIND =
      new Kind<>(
          "note",
          "notes of cases",
          ROWS,
          Note::of,
          Set.of(CaseEvent.NOTED),
          Set.of(CaseEvent.NOTED));

  NotesAgainstLog(JdbcClient database, AuditLog log, Snapshot snapshot, People people) {
    super(KIND, database, log, snapshot, people);
  }

  record Note(UUID id, UUID caseId, Instant at, UUID by, String words, UUID event) implements Row {
    static Note of(ResultSet row, int number) throws SQLException {
      return new Note(
          row.getObject("id", UUID.class),
          row.getObject("case_id", UUID.class),
          Objects.requireNonNull(Values.time(row, "at")),
          row.getObject("by_person", UUID.class),
          row.getString("words"),
          row.getObject("event_id", UUID.class));
    }
  }

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
