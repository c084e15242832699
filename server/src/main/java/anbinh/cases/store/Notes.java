package anbinh.cases.store;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseNote;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The notes of cases: only added to, as the table itself makes sure. Rights are the caller's to
/// check. Safe for many threads.
@Component
@NamedInterface("services")
public class Notes {
  private final SqlClient database;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  Notes(SqlClient database, Ids ids, InstantSource clock, AuditLog log) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// @param words 1 to 4000 characters
  @Transactional
  public CaseNote add(CaseFile about, String words, Person by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = ids.next();
    UUID event =
        log.record(
            Event.of(CaseEvent.NOTED)
                .by(by.actor())
                .about("case", about.id(), about.code())
                .fact("note", id)
                .fact("at", now)
                .detail("words", words));
    database.update(
        """
        insert into cases.note (id, case_id, at, by_person, words, event_id)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        about.id(),
        now,
        by.id(),
        words,
        event);
    return new CaseNote(id, about.id(), now, by.id(), words, event);
  }

  /// Oldest first.
  public List<CaseNote> list(UUID caseId) {
    return database.list(
        CaseNote.class,
        """
        select id, case_id, at, by_person as by, words, event_id from cases.note where case_id = ?
        order by id
        """,
        caseId);
  }
}
