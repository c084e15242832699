package anbinh.cases;

import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was changed in cases: only added to, as the table itself makes sure. Rights are the
/// caller's to check. Safe for many threads.
@Component
public class CaseChanges {
  private final SqlClient database;

  CaseChanges(SqlClient database) {
    this.database = database;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(CaseChange change) {
    database.update(
        """
        insert into cases.change (id, case_id, incident_id, what, at, by_person, reason,
          event_id)
        values (:id, :caseId, :incidentId, :what, :at, :by, :reason, :eventId)
        """,
        change);
  }

  /// Oldest first.
  public List<CaseChange> list(UUID caseId) {
    return database.list(
        CaseChange.class,
        """
        select id, case_id, incident_id, what, at, by_person as by, reason, event_id
        from cases.change where case_id = ? order by id
        """,
        caseId);
  }
}
