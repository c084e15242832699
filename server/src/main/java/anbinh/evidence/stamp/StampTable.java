package anbinh.evidence.stamp;

import anbinh.media.Bytes;
import anbinh.platform.Ids;
import anbinh.platform.sql.SqlClient;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The stamps that were given and those still to be asked for. Safe for many threads.
@Component
public class StampTable {
  private static final String SELECT =
      """
      select id, request_id, tree_size, document, attempts, problem, response, stamped_at, authority
      from evidence.stamp
      """;

  private final SqlClient database;
  private final Ids ids;

  StampTable(SqlClient database, Ids ids) {
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
    database.update(
        """
        update evidence.stamp set response = ?, stamped_at = ?, authority = ?, placed = true
        where request_id = ?
        """,
        stamp.response().toArray(),
        stamp.read().time(),
        stamp.authority(),
        requestId);
  }

  void queueCheckpoint(long treeSize, byte[] document, Instant now) {
    insert(null, treeSize, document, now);
  }

  private void insert(
      @Nullable UUID requestId, @Nullable Long treeSize, byte[] document, Instant now) {
    database.update(
        """
        insert into evidence.stamp (id, request_id, tree_size, document, queued_at, next_at)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        ids.next(),
        requestId,
        treeSize,
        document,
        now,
        now);
  }

  /// Notes a stamp that counts.
  void stamped(UUID id, Authority.Stamp stamp) {
    database.update(
        """
        update evidence.stamp set response = ?, stamped_at = ?, authority = ?, problem = null,
          attempts = 0, placed = tree_size is not null where id = ?
        """,
        stamp.response().toArray(),
        stamp.read().time(),
        stamp.authority(),
        id);
  }

  /// Notes that the stamp over a seal stands in its package.
  public void placed(UUID requestId) {
    database.update("update evidence.stamp set placed = true where request_id = ?", requestId);
  }

  void fail(UUID id, String problem, Instant nextAt) {
    database.update(
        """
        update evidence.stamp set attempts = attempts + 1, problem = ?, next_at = ? where id = ?
        """,
        problem,
        nextAt,
        id);
  }

  /// What may be asked for or placed now, longest waiting first.
  List<Row> listDue(Instant now) {
    return database.list(
        StampTable::row,
        SELECT + "where not placed and next_at <= ? order by next_at, id limit 20",
        now);
  }

  Optional<Instant> findNextDue() {
    return database.find(
        Instant.class,
        "select next_at from evidence.stamp where not placed order by next_at limit 1");
  }

  /// When a checkpoint was queued last.
  Optional<Instant> findLastCheckpoint() {
    return database.find(
        Instant.class,
        """
        select queued_at from evidence.stamp where tree_size is not null
        order by queued_at desc limit 1
        """);
  }

  /// How it stands with the stamps over the seals of requests; without those that were sealed while
  /// no authority was set.
  public Map<UUID, SealStamp> findSeals(Collection<UUID> requestIds) {
    return database.map(
        UUID.class,
        SealStamp.class,
        """
        select request_id, stamped_at, authority from evidence.stamp
        where request_id = any (?)
        """,
        requestIds);
  }

  /// The stamps over checkpoints that were given, newest first.
  List<CheckpointStampController.StampedHead> listCheckpoints(int most) {
    return database.list(
        CheckpointStampController.StampedHead.class,
        """
        select tree_size as size, stamped_at, authority from evidence.stamp
        where tree_size is not null and response is not null
        order by tree_size desc limit ?
        """,
        most);
  }

  Optional<Row> findCheckpoint(long treeSize) {
    return database.find(
        StampTable::row, SELECT + "where tree_size = ? and response is not null", treeSize);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    byte[] response = row.getBytes("response");
    Timestamp stamped = row.getTimestamp("stamped_at");
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getObject("tree_size", Long.class),
        Bytes.copyOf(row.getBytes("document")),
        row.getInt("attempts"),
        row.getString("problem"),
        response == null ? null : Bytes.copyOf(response),
        stamped == null ? null : stamped.toInstant(),
        row.getString("authority"));
  }
}
