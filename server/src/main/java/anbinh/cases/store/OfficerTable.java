package anbinh.cases.store;

import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The table of who works, or worked, on cases. Safe for many threads.
@Component
public class OfficerTable {
  private final SqlClient database;

  OfficerTable(SqlClient database) {
    this.database = database;
  }

  public record Officer(UUID personId, Instant since) {}

  /// Nothing happens where they are on the case already.
  ///
  /// @return whether something did
  public boolean putOn(UUID caseId, UUID personId, Instant since) {
    return database.update(
            """
            insert into cases.officer (case_id, person_id, since) values (?, ?, ?)
            on conflict (case_id, person_id) where until is null do nothing
            """,
            caseId,
            personId,
            since)
        > 0;
  }

  public boolean takeOff(UUID caseId, UUID personId, Instant until) {
    return database.update(
            """
            update cases.officer set until = ?
            where case_id = ? and person_id = ? and until is null
            """,
            until,
            caseId,
            personId)
        > 0;
  }

  public boolean isOn(UUID caseId, UUID personId) {
    return database.exists(
        """
        select from cases.officer
          where case_id = ? and person_id = ? and until is null
        """,
        caseId,
        personId);
  }

  /// Who works on a case now, the longest first.
  public List<Officer> list(UUID caseId) {
    return list(caseId, "");
  }

  /// The same, whom nobody else takes off until the caller's transaction ends.
  public List<Officer> lockForUpdate(UUID caseId) {
    return list(caseId, "for update");
  }

  private List<Officer> list(UUID caseId, String how) {
    return database.list(
        Officer.class,
        """
        select person_id, since from cases.officer where case_id = ? and until is null
        order by since, person_id
        """
            + how,
        caseId);
  }
}
