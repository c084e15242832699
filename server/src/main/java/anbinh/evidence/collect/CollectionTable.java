package anbinh.evidence.collect;

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

/// How far each approved request is on its way to a package. Safe for many threads.
@Component
public class CollectionTable {
  private static final String SELECT =
      """
      select request_id, extraction_code, step, percent, attempts, next_at, problem, seal_event_id,
        seal
      from evidence.collection
      """;

  private final JdbcClient database;

  CollectionTable(JdbcClient database) {
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
    database
        .sql(
            """
            insert into evidence.collection
              (request_id, extraction_code, step, percent, attempts, next_at)
            values (?, ?, ?, 0, 0, ?)
            """)
        .params(requestId, extractionCode, CollectStep.QUEUED.name(), Timestamp.from(now))
        .update();
  }

  Optional<Row> find(UUID requestId) {
    return database
        .sql(SELECT + "where request_id = ?")
        .param(requestId)
        .query(CollectionTable::row)
        .optional();
  }

  /// Those of the requests that are being collected.
  public Map<UUID, Row> find(Collection<UUID> requestIds) {
    return database
        .sql(SELECT + "where request_id = any (?)")
        .param(requestIds.toArray(UUID[]::new))
        .query(CollectionTable::row)
        .list()
        .stream()
        .collect(Collectors.toMap(Row::requestId, row -> row));
  }

  /// What may go on now, longest waiting first.
  List<UUID> listDue(Instant now) {
    return database
        .sql(
            """
            select request_id from evidence.collection where next_at <= ?
            order by next_at, request_id limit 100
            """)
        .param(Timestamp.from(now))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// The extractions that are on their way.
  List<String> listCodes() {
    return database
        .sql("select extraction_code from evidence.collection")
        .query((row, number) -> row.getString(1))
        .list();
  }

  /// When the next one is due.
  Optional<Instant> findNextDue() {
    return database
        .sql("select next_at from evidence.collection order by next_at limit 1")
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  void advance(UUID requestId, CollectStep step, int percent, Instant nextAt) {
    database
        .sql(
            """
            update evidence.collection set step = ?, percent = ?, attempts = 0, next_at = ?,
              problem = null where request_id = ?
            """)
        .params(step.name(), percent, Timestamp.from(nextAt), requestId)
        .update();
  }

  /// Lets a collection that waits for something look again at once.
  void hurry(UUID requestId, Instant now) {
    database
        .sql("update evidence.collection set next_at = ? where request_id = ? and step = ?")
        .params(Timestamp.from(now), requestId, CollectStep.QUEUED.name())
        .update();
  }

  void setPercent(UUID requestId, int percent) {
    database
        .sql("update evidence.collection set percent = ? where request_id = ?")
        .params(percent, requestId)
        .update();
  }

  void setSeal(UUID requestId, UUID event, String seal) {
    database
        .sql("update evidence.collection set seal_event_id = ?, seal = ? where request_id = ?")
        .params(event, seal, requestId)
        .update();
  }

  void fail(UUID requestId, String problem, Instant nextAt) {
    database
        .sql(
            """
            update evidence.collection set attempts = attempts + 1, problem = ?, next_at = ?
            where request_id = ?
            """)
        .params(problem, Timestamp.from(nextAt), requestId)
        .update();
  }

  void delete(UUID requestId) {
    database.sql("delete from evidence.collection where request_id = ?").param(requestId).update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("request_id", UUID.class),
        row.getString("extraction_code"),
        CollectStep.valueOf(row.getString("step")),
        row.getInt("percent"),
        row.getInt("attempts"),
        row.getTimestamp("next_at").toInstant(),
        row.getString("problem"),
        row.getObject("seal_event_id", UUID.class),
        row.getString("seal"));
  }
}
