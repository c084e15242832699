package anbinh.evidence.collect.footage;

import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Footage that was taken for urgent requests before anybody decided. Safe for many threads.
@Component
public class SecuredTable {
  private static final String SELECT =
      """
      select request_id, extraction_code, step, attempts, secured_at,
        coalesce(clips, '{}') as clips, discard_cause, discarded_at, discard_event
      from evidence.secured_footage
      """;

  private final SqlClient database;

  SecuredTable(SqlClient database) {
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
    database.update(
        """
        insert into evidence.secured_footage (request_id, extraction_code, step, next_at)
        values (?, ?, 'SECURING', ?)
        """,
        requestId,
        extractionCode,
        now);
  }

  public Map<UUID, Row> find(Collection<UUID> requestIds) {
    return database.map(UUID.class, Row.class, SELECT + "where request_id = any (?)", requestIds);
  }

  public Optional<Row> find(UUID requestId) {
    return Optional.ofNullable(find(List.of(requestId)).get(requestId));
  }

  /// The row, which nobody else changes until the transaction ends.
  public Optional<Row> findForUpdate(UUID requestId) {
    return database.find(Row.class, SELECT + "where request_id = ? for update", requestId);
  }

  /// What may go on now, longest waiting first.
  public List<UUID> listDue(Instant now) {
    return database.list(
        UUID.class,
        """
        select request_id from evidence.secured_footage
        where step in ('SECURING', 'DISCARDING') and next_at <= ?
        order by next_at, request_id limit 100
        """,
        now);
  }

  public Optional<Instant> findNextDue() {
    return database.find(
        Instant.class,
        """
        select next_at from evidence.secured_footage where step in ('SECURING', 'DISCARDING')
        order by next_at limit 1
        """);
  }

  /// The extractions of which something may lie in the staging folder.
  public List<String> listCodes() {
    return database.list(
        String.class,
        """
        select extraction_code from evidence.secured_footage
        where step in ('SECURING', 'SECURED', 'DISCARDING')
        """);
  }

  public void postpone(UUID requestId, @Nullable String problem, Instant nextAt) {
    database.update(
        """
        update evidence.secured_footage set next_at = ?, problem = ?,
          attempts = case when cast(? as text) is null then 0 else attempts + 1 end
        where request_id = ?
        """,
        nextAt,
        problem,
        problem,
        requestId);
  }

  public void secure(UUID requestId, List<String> clips, Instant at) {
    database.update(
        """
        update evidence.secured_footage set step = 'SECURED', clips = ?, secured_at = ?,
        attempts = 0,
          problem = null where request_id = ?
        """,
        clips,
        at,
        requestId);
  }

  public void handOn(UUID requestId) {
    database.update(
        "update evidence.secured_footage set step = 'HANDED_ON' where request_id = ?", requestId);
  }

  public void discard(UUID requestId, DiscardCause cause, Instant now) {
    database.update(
        """
        update evidence.secured_footage set step = 'DISCARDING', discard_cause = ?, next_at = ?,
          attempts = 0, problem = null where request_id = ?
        """,
        cause,
        now,
        requestId);
  }

  public void discarded(UUID requestId, List<String> clips, Instant at, UUID event) {
    database.update(
        """
        update evidence.secured_footage set step = 'DISCARDED', clips = ?, discarded_at = ?,
          discard_event = ?, attempts = 0, problem = null where request_id = ?
        """,
        clips,
        at,
        event,
        requestId);
  }
}
