package anbinh.evidence.collect;

import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far each approved request is on its way to a package. Safe for many threads.
@Component
public class CollectionTable {
  private static final String SELECT =
      """
      select request_id, extraction_code, step, percent, attempts, next_at, problem,
        seal_event_id as seal_event, seal
      from evidence.collection
      """;

  private final SqlClient database;

  CollectionTable(SqlClient database) {
    this.database = database;
  }

  /// A collection that is not finished.
  ///
  /// @param attempts failures in a row of the present step
  /// @param nextAt not before this
  /// @param problem what it failed with last
  /// @param sealEvent the event whose log entry is the seal, once there is one
  /// @param seal that entry, as text
  public record Row(
      UUID requestId,
      String extractionCode,
      CollectStep step,
      int percent,
      int attempts,
      Instant nextAt,
      @Nullable String problem,
      @Nullable UUID sealEvent,
      @Nullable String seal) {}

  void insert(UUID requestId, String extractionCode, Instant now) {
    database.update(
        """
        insert into evidence.collection
          (request_id, extraction_code, step, percent, attempts, next_at)
        values (?, ?, ?, 0, 0, ?)
        """,
        requestId,
        extractionCode,
        CollectStep.QUEUED,
        now);
  }

  Optional<Row> find(UUID requestId) {
    return database.find(Row.class, SELECT + "where request_id = ?", requestId);
  }

  /// Those of the requests that are being collected.
  public Map<UUID, Row> find(Collection<UUID> requestIds) {
    return database.map(UUID.class, Row.class, SELECT + "where request_id = any (?)", requestIds);
  }

  /// What may go on now, longest waiting first.
  List<UUID> listDue(Instant now) {
    return database.list(
        UUID.class,
        """
        select request_id from evidence.collection where next_at <= ?
        order by next_at, request_id limit 100
        """,
        now);
  }

  /// The extractions that are on their way.
  List<String> listCodes() {
    return database.list(String.class, "select extraction_code from evidence.collection");
  }

  /// When the next one is due.
  Optional<Instant> findNextDue() {
    return database.find(
        Instant.class, "select next_at from evidence.collection order by next_at limit 1");
  }

  void advance(UUID requestId, CollectStep step, int percent, Instant nextAt) {
    database.update(
        """
        update evidence.collection set step = ?, percent = ?, attempts = 0, next_at = ?,
          problem = null where request_id = ?
        """,
        step,
        percent,
        nextAt,
        requestId);
  }

  /// Lets a collection that waits for something look again at once.
  void hurry(UUID requestId, Instant now) {
    database.update(
        "update evidence.collection set next_at = ? where request_id = ? and step = ?",
        now,
        requestId,
        CollectStep.QUEUED);
  }

  void setPercent(UUID requestId, int percent) {
    database.update(
        "update evidence.collection set percent = ? where request_id = ?", percent, requestId);
  }

  void setSeal(UUID requestId, UUID event, String seal) {
    database.update(
        "update evidence.collection set seal_event_id = ?, seal = ? where request_id = ?",
        event,
        seal,
        requestId);
  }

  void fail(UUID requestId, String problem, Instant nextAt) {
    database.update(
        """
        update evidence.collection set attempts = attempts + 1, problem = ?, next_at = ?
        where request_id = ?
        """,
        problem,
        nextAt,
        requestId);
  }

  void delete(UUID requestId) {
    database.update("delete from evidence.collection where request_id = ?", requestId);
  }
}
