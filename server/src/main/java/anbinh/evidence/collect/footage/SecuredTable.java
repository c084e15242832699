package anbinh.evidence.collect.footage;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Footage that was taken for urgent requests before anybody decided. Safe for many threads.
@Component
public class SecuredTable {
  private final JdbcClient database;

  SecuredTable(JdbcClient database) {
    this.database = database;
  }

  /// Where securing stands.
  public enum Step {
    /// Being taken.
    SECURING,
    /// Taken; nobody gets it before somebody ratifies.
    SECURED,
    /// Ratified; the collector goes on with what was taken.
    HANDED_ON,
    /// To be deleted.
    DISCARDING,
    DISCARDED
  }

  /// @param attempts failures in a row
  /// @param clips SHA-256 of each clip; empty before it is secured
  /// @param discardEvent of the entry in the log that certifies the deletion
  public record Row(
      UUID requestId,
      String extractionCode,
      Step step,
      int attempts,
      @Nullable Instant securedAt,
      List<String> clips,
      @Nullable DiscardCause discardCause,
      @Nullable Instant discardedAt,
      @Nullable UUID discardEvent) {
    public Row {
      clips = List.copyOf(clips);
    }
  }

  public void insert(UUID requestId, String extractionCode, Instant now) {
    database
        .sql(
            """
            insert into evidence.secured (request_id, extraction_code, step, next_at)
            values (?, ?, 'SECURING', ?)
            """)
        .params(requestId, extractionCode, Timestamp.from(now))
        .update();
  }

  public Map<UUID, Row> find(Collection<UUID> requestIds) {
    return database
        .sql("select * from evidence.secured where request_id = any (?)")
        .param(requestIds.toArray(UUID[]::new))
        .query(SecuredTable::row)
        .list()
        .stream()
        .collect(Collectors.toMap(Row::requestId, row -> row));
  }

  public Optional<Row> find(UUID requestId) {
    return Optional.ofNullable(find(List.of(requestId)).get(requestId));
  }

  /// The row, which nobody else changes until the transaction ends.
  public Optional<Row> findForUpdate(UUID requestId) {
    return database
        .sql("select * from evidence.secured where request_id = ? for update")
        .param(requestId)
        .query(SecuredTable::row)
        .optional();
  }

  /// What may go on now, longest waiting first.
  public List<UUID> listDue(Instant now) {
    return database
        .sql(
            """
            select request_id from evidence.secured
            where step in ('SECURING', 'DISCARDING') and next_at <= ?
            order by next_at, request_id limit 100
            """)
        .param(Timestamp.from(now))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  public Optional<Instant> findNextDue() {
    return database
        .sql(
            """
            select next_at from evidence.secured where step in ('SECURING', 'DISCARDING')
            order by next_at limit 1
            """)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /// The extractions of which something may lie in the staging folder.
  public List<String> listCodes() {
    return database
        .sql(
            """
            select extraction_code from evidence.secured
            where step in ('SECURING', 'SECURED', 'DISCARDING')
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  public void postpone(UUID requestId, @Nullable String problem, Instant nextAt) {
    database
        .sql(
            """
            update evidence.secured set next_at = ?, problem = ?,
              attempts = case when cast(? as text) is null then 0 else attempts + 1 end
            where request_id = ?
            """)
        .param(Timestamp.from(nextAt))
        .param(problem)
        .param(problem)
        .param(requestId)
        .update();
  }

  public void secure(UUID requestId, List<String> clips, Instant at) {
    database
        .sql(
            """
            update evidence.secured set step = 'SECURED', clips = ?, secured_at = ?, attempts = 0,
              problem = null where request_id = ?
            """)
        .params(clips.toArray(String[]::new), Timestamp.from(at), requestId)
        .update();
  }

  public void handOn(UUID requestId) {
    database
        .sql("update evidence.secured set step = 'HANDED_ON' where request_id = ?")
        .param(requestId)
        .update();
  }

  public void discard(UUID requestId, DiscardCause cause, Instant now) {
    database
        .sql(
            """
            update evidence.secured set step = 'DISCARDING', discard_cause = ?, next_at = ?,
              attempts = 0, problem = null where request_id = ?
            """)
        .params(cause.name(), Timestamp.from(now), requestId)
        .update();
  }

  public void discarded(UUID requestId, List<String> clips, Instant at, UUID event) {
    database
        .sql(
            """
            update evidence.secured set step = 'DISCARDED', clips = ?, discarded_at = ?,
              discard_event = ?, attempts = 0, problem = null where request_id = ?
            """)
        .params(clips.toArray(String[]::new), Timestamp.from(at), event, requestId)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Array clips = row.getArray("clips");
    String cause = row.getString("discard_cause");
    return new Row(
        row.getObject("request_id", UUID.class),
        row.getString("extraction_code"),
        Step.valueOf(row.getString("step")),
        row.getInt("attempts"),
        instant(row.getTimestamp("secured_at")),
        clips == null ? List.of() : List.of((String[]) clips.getArray()),
        cause == null ? null : DiscardCause.valueOf(cause),
        instant(row.getTimestamp("discarded_at")),
        row.getObject("discard_event", UUID.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
