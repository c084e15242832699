package anbinh.cases.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of who works, or worked, on cases. Safe for many threads.
@Component
public class OfficerTable {
  private final JdbcClient database;

  OfficerTable(JdbcClient database) {
    this.database = database;
  }

  public record Officer(UUID personId, Instant since) {}

  /// Nothing happens where they are on the case already.
  ///
  /// @return whether something did
  public boolean putOn(UUID caseId, UUID personId, Instant since) {
    return database
            .sql(
                """
                insert into cases.officer (case_id, person_id, since) values (?, ?, ?)
                on conflict (case_id, person_id) where until is null do nothing
                """)
            .params(caseId, personId, Timestamp.from(since))
            .update()
        > 0;
  }

  public boolean takeOff(UUID caseId, UUID personId, Instant until) {
    return database
            .sql(
                """
                update cases.officer set until = ?
                where case_id = ? and person_id = ? and until is null
                """)
            .params(Timestamp.from(until), caseId, personId)
            .update()
        > 0;
  }

  public boolean isOn(UUID caseId, UUID personId) {
    return database
        .sql(
            """
            select exists (select from cases.officer
              where case_id = ? and person_id = ? and until is null)
            """)
        .params(caseId, personId)
        .query(Boolean.class)
        .single();
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
    return database
        .sql(
            """
            select person_id, since from cases.officer where case_id = ? and until is null
            order by since, person_id
            """
                + how)
        .param(caseId)
        .query((row, number) ->
            new Officer(
                row.getObject("person_id", UUID.class), row.getTimestamp("since").toInstant()))
        .list();
  }
}
