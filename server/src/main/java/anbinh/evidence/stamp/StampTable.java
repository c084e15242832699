package anbinh.evidence.stamp;

import anbinh.media.Bytes;
import anbinh.platform.Ids;
import anbinh.signing.Authority;
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

/// The stamps that were given and those still to be asked for. Safe for many threads.
@Component
public class StampTable {
  private static final String SELECT =
      """
      select id, request_id, tree_size, document, attempts, problem, response, stamped_at, authority
      from evidence.stamp
      """;

  private final JdbcClient database;
  private final Ids ids;

  StampTable(JdbcClient database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /// A stamp over a seal or over a checkpoint.
  ///
  /// @param requestId whose seal; null for a checkpoint
  /// @param treeSize of the checkpoint; null for a seal
  /// @param document what is stamped
  /// @param response the authority's, once it counts
  record Row(
      UUID id,
      @Nullable UUID requestId,
      @Nullable Long treeSize,
      Bytes document,
      int attempts,
      @Nullable String problem,
      @Nullable Bytes response,
      @Nullable Instant stampedAt,
      @Nullable String authority) {}

  /// How it stands with the stamp over a seal.
  ///
  /// @param stampedAt the authority's time; null while it is waited for
  public record SealStamp(@Nullable Instant stampedAt, @Nullable String authority) {}

  void queueSeal(UUID requestId, byte[] document, Instant now) {
    insert(requestId, null, document, now);
  }

  /// Notes a stamp that the package has had from the start.
  void insertPlaced(UUID requestId, byte[] document, Authority.Stamp stamp, Instant now) {
    insert(requestId, null, document, now);
    database
        .sql(
            """
            update evidence.stamp set response = ?, stamped_at = ?, authority = ?, placed = true
            where request_id = ?
            """)
        .params(
            stamp.response().toArray(),
            Timestamp.from(stamp.read().time()),
            stamp.authority(),
            requestId)
        .update();
  }

  void queueCheckpoint(long treeSize, byte[] document, Instant now) {
    insert(null, treeSize, document, now);
  }

  private void insert(
      @Nullable UUID requestId, @Nullable Long treeSize, byte[] document, Instant now) {
    database
        .sql(
            """
            insert into evidence.stamp (id, request_id, tree_size, document, queued_at, next_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(ids.next())
        .param(requestId)
        .param(treeSize)
        .param(document)
        .param(Timestamp.from(now))
        .param(Timestamp.from(now))
        .update();
  }

  /// Notes a stamp that counts.
  void stamped(UUID id, Authority.Stamp stamp) {
    database
        .sql(
            """
            update evidence.stamp set response = ?, stamped_at = ?, authority = ?, problem = null,
              attempts = 0, placed = tree_size is not null where id = ?
            """)
        .params(
            stamp.response().toArray(), Timestamp.from(stamp.read().time()), stamp.authority(), id)
        .update();
  }

  /// Notes that the stamp over a seal stands in its package.
  public void placed(UUID requestId) {
    database
        .sql("update evidence.stamp set placed = true where request_id = ?")
        .param(requestId)
        .update();
  }

  void fail(UUID id, String problem, Instant nextAt) {
    database
        .sql(
            """
            update evidence.stamp set attempts = attempts + 1, problem = ?, next_at = ? where id = ?
            """)
        .params(problem, Timestamp.from(nextAt), id)
        .update();
  }

  /// What may be asked for or placed now, longest waiting first.
  List<Row> listDue(Instant now) {
    return database
        .sql(SELECT + "where not placed and next_at <= ? order by next_at, id limit 20")
        .param(Timestamp.from(now))
        .query(StampTable::row)
        .list();
  }

  Optional<Instant> findNextDue() {
    return database
        .sql("select next_at from evidence.stamp where not placed order by next_at limit 1")
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /// When a checkpoint was queued last.
  Optional<Instant> findLastCheckpoint() {
    return database
        .sql(
            """
            select queued_at from evidence.stamp where tree_size is not null
            order by queued_at desc limit 1
            """)
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /// How it stands with the stamps over the seals of requests; without those that were sealed while
  /// no authority was set.
  public Map<UUID, SealStamp> findSeals(Collection<UUID> requestIds) {
    record Line(UUID requestId, SealStamp stamp) {}
    return database
        .sql(
            """
            select request_id, stamped_at, authority from evidence.stamp
            where request_id = any (?)
            """)
        .param(requestIds.toArray(UUID[]::new))
        .query((row, _) ->
            new Line(
                row.getObject("request_id", UUID.class),
                new SealStamp(instant(row, "stamped_at"), row.getString("authority"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Line::requestId, Line::stamp));
  }

  /// The stamps over checkpoints that were given, newest first.
  List<CheckpointStampController.StampedHead> listCheckpoints(int most) {
    return database
        .sql(
            """
            select tree_size, stamped_at, authority from evidence.stamp
            where tree_size is not null and response is not null
            order by tree_size desc limit ?
            """)
        .param(most)
        .query((row, _) ->
            new CheckpointStampController.StampedHead(
                row.getLong("tree_size"),
                row.getTimestamp("stamped_at").toInstant(),
                row.getString("authority")))
        .list();
  }

  Optional<Row> findCheckpoint(long treeSize) {
    return database
        .sql(SELECT + "where tree_size = ? and response is not null")
        .param(treeSize)
        .query(StampTable::row)
        .optional();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    byte[] response = row.getBytes("response");
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getObject("tree_size", Long.class),
        Bytes.copyOf(row.getBytes("document")),
        row.getInt("attempts"),
        row.getString("problem"),
        response == null ? null : Bytes.copyOf(response),
        instant(row, "stamped_at"),
        row.getString("authority"));
  }
}
