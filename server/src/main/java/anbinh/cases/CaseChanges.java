package anbinh.cases;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was changed in cases: only added to, as the table itself makes sure. Rights are the
/// caller's to check. Safe for many threads.
@Component
public class CaseChanges {
  private final JdbcClient database;

  CaseChanges(JdbcClient database) {
    this.database = database;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(CaseChange change) {
    database
        .sql(
            """
            insert into cases.change (id, case_id, incident_id, what, at, by_person, reason,
              event_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(change.id())
        .param(change.caseId())
        .param(change.incidentId())
        .param(change.what().name())
        .param(Timestamp.from(change.at()))
        .param(change.by())
        .param(change.reason())
        .param(change.eventId())
        .update();
  }

  /// Oldest first.
  public List<CaseChange> list(UUID caseId) {
    return database
        .sql(
            """
            select id, case_id, incident_id, what, at, by_person, reason, event_id
            from cases.change where case_id = ? order by id
            """)
        .param(caseId)
        .query((row, number) ->
            new CaseChange(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("incident_id", UUID.class),
                CaseChange.What.valueOf(row.getString("what")),
                row.getTimestamp("at").toInstant(),
                row.getObject("by_person", UUID.class),
                row.getString("reason"),
                row.getObject("event_id", UUID.class)))
        .list();
  }
}
