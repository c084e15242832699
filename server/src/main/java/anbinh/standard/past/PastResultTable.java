package anbinh.standard.past;

import anbinh.standard.StandardOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `standard.past_result`; they are only added to. Safe for many threads.
@Repository
class PastResultTable {
  private static final int BATCH = 1_000;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  PastResultTable(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  void insert(Collection<PastResult> results, UUID by, Instant now, UUID event) {
    batches.batchUpdate(
        """
        insert into standard.past_result (id, area_id, year, outcome, decision,
          decided_on, certificate, imported_by, imported_at, imported_event)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        results,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.id());
          row.setObject(2, each.areaId());
          row.setInt(3, each.year());
          row.setString(4, each.outcome().name());
          row.setString(5, each.decision());
          row.setObject(6, each.decidedOn());
          row.setString(7, each.certificate());
          row.setObject(8, by);
          row.setTimestamp(9, Timestamp.from(now));
          row.setObject(10, event);
        });
  }

  /// Those of some units, by unit, the last year first.
  ///
  /// @param year null for all years
  List<PastResult> list(Collection<UUID> areas, @Nullable Integer year) {
    return database
        .sql(
            """
            select id, area_id, year, outcome, decision, decided_on, certificate
            from standard.past_result
            where area_id = any (:areas) and (cast(:year as int) is null or year = :year)
            order by area_id, year desc
            """)
        .param("areas", areas.toArray(UUID[]::new))
        .param("year", year)
        .query(PastResultTable::result)
        .list();
  }

  /// Of some units, those that were assessed here, each with the year.
  Set<String> assessed(Collection<UUID> areas) {
    return new HashSet<>(
        database
            .sql(
                """
                select area_id || ' ' || year from standard.assessment
                where area_id = any (?)
                """)
            .param(areas.toArray(UUID[]::new))
            .query((row, number) -> row.getString(1))
            .list());
  }

  private static PastResult result(ResultSet row, int number) throws SQLException {
    return new PastResult(
        row.getObject("id", UUID.class),
        row.getObject("area_id", UUID.class),
        row.getInt("year"),
        StandardOutcome.valueOf(row.getString("outcome")),
        row.getString("decision"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("certificate"));
  }
}
