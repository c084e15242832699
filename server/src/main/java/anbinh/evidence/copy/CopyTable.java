package anbinh.evidence.copy;

import anbinh.video.TranscodingFailure;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of copies. Safe for many threads.
@Component
class CopyTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SELECT = "select * from evidence.copy ";
  private static final String DUE =
      """
      where (state = 'ORDERED' or (state = 'CONFIRMED' and package_sha256 is null))
        and request_id not in
          (select request_id from evidence.extraction where deleted_at is not null)
      """;

  private final JdbcClient database;

  CopyTable(JdbcClient database) {
    this.database = database;
  }

  int nextNumber(UUID request) {
    return database
        .sql("select coalesce(max(number), 0) + 1 from evidence.copy where request_id = ?")
        .param(request)
        .query(Integer.class)
        .single();
  }

  void insert(UUID id, UUID request, int number, Copy.Order order) {
    Redaction covering = order.covering();
    database
        .sql(
            """
            insert into evidence.copy (id, request_id, number, kind, state, master, master_sha256,
              reasons, covering, keeps_sound, words, ordered_by, ordered_at, next_at)
            values (?, ?, ?, ?, 'ORDERED', ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(request)
        .param(number)
        .param(order.kind().name())
        .param(order.master())
        .param(order.masterSha256())
        .param(
            covering == null
                ? null
                : order.reasons().stream().map(CopyReason::name).toArray(String[]::new))
        .param(covering == null ? null : JSON.writeValueAsString(covering))
        .param(order.keepsSound())
        .param(order.words())
        .param(order.by())
        .param(Timestamp.from(order.at()))
        .param(Timestamp.from(order.at()))
        .update();
  }

  Optional<Copy> find(UUID id) {
    return database.sql(SELECT + "where id = ?").param(id).query(CopyTable::read).optional();
  }

  /// The copies of a package, the newest first.
  List<Copy> list(UUID request) {
    return database
        .sql(SELECT + "where request_id = ? order by number desc")
        .param(request)
        .query(CopyTable::read)
        .list();
  }

  /// Copies after one that have their packages, by their identifiers.
  List<Sealed> listSealedAfter(UUID id, int rows) {
    return database
        .sql(
            """
            select id, request_id, number, package_sha256 from evidence.copy
            where package_sha256 is not null and id > ? order by id limit ?
            """)
        .params(id, rows)
        .query((row, number) ->
            new Sealed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4)))
        .list();
  }

  /// A copy that has its package.
  ///
  /// @param sha256 of the package
  record Sealed(UUID id, UUID requestId, int number, String sha256) {}

  List<Copy> listDue(Instant now) {
    return database
        .sql(SELECT + DUE + " and next_at <= ? order by next_at limit 20")
        .param(Timestamp.from(now))
        .query(CopyTable::read)
        .list();
  }

  Optional<Instant> findNextDue() {
    return database
        .sql("select min(next_at) from evidence.copy " + DUE)
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  /// Copies whose files are still needed outside a package.
  Set<UUID> listKept() {
    return Set.copyOf(
        database
            .sql(
                """
                select id from evidence.copy
                where state in ('ORDERED', 'MADE', 'CONFIRMED') and package_sha256 is null
                  and request_id not in
                    (select request_id from evidence.extraction where deleted_at is not null)
                """)
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  void setPercent(UUID id, int percent) {
    database.sql("update evidence.copy set percent = ? where id = ?").params(percent, id).update();
  }

  void retry(UUID id, Instant nextAt) {
    database
        .sql("update evidence.copy set attempts = attempts + 1, next_at = ? where id = ?")
        .params(Timestamp.from(nextAt), id)
        .update();
  }

  void setMade(UUID id, Copy.Made made) {
    database
        .sql(
            """
            update evidence.copy set state = 'MADE', percent = 100, attempts = 0, made_at = ?,
              method = ?, bytes = ?, sha256 = ?, tool = ?, command = ?, boxes = ?
            where id = ? and state = 'ORDERED'
            """)
        .param(Timestamp.from(made.at()))
        .param(made.method().name())
        .param(made.bytes())
        .param(made.sha256())
        .param(made.tool())
        .param(made.command())
        .param(made.boxes())
        .param(id)
        .update();
  }

  void setFailed(UUID id, TranscodingFailure.Cause why) {
    database
        .sql("update evidence.copy set state = 'FAILED', why = ? where id = ?")
        .params(why.name(), id)
        .update();
  }

  void setReviewed(UUID id, Copy.State state, Copy.Review review) {
    database
        .sql(
            """
            update evidence.copy set state = ?, reviewed_by = ?, reviewed_at = ?, review = ?,
              next_at = ? where id = ? and state = 'MADE'
            """)
        .param(state.name())
        .param(review.by())
        .param(Timestamp.from(review.at()))
        .param(review.words())
        .param(Timestamp.from(review.at()))
        .param(id)
        .update();
  }

  void setSeal(UUID id, Copy.SealEntry seal) {
    database
        .sql("update evidence.copy set seal_event_id = ?, seal = ? where id = ?")
        .params(seal.event(), seal.text(), id)
        .update();
  }

  void setArchive(UUID id, Copy.Archive archive) {
    database
        .sql(
            """
            update evidence.copy set package_bytes = ?, package_sha256 = ?, leaf_index = ?
            where id = ?
            """)
        .params(archive.bytes(), archive.sha256(), archive.logIndex(), id)
        .update();
  }

  private static Copy read(ResultSet row, int number) throws SQLException {
    String why = row.getString("why");
    return new Copy(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getInt("number"),
        Copy.State.valueOf(row.getString("state")),
        order(row),
        row.getInt("percent"),
        row.getInt("attempts"),
        made(row),
        why == null ? null : TranscodingFailure.Cause.valueOf(why),
        review(row),
        seal(row),
        archive(row));
  }

  private static Copy.Order order(ResultSet row) throws SQLException {
    Array reasons = row.getArray("reasons");
    String covering = row.getString("covering");
    return new Copy.Order(
        Copy.Kind.valueOf(row.getString("kind")),
        row.getString("master"),
        row.getString("master_sha256"),
        reasons == null
            ? List.of()
            : Arrays.stream((String[]) reasons.getArray()).map(CopyReason::valueOf).toList(),
        covering == null ? null : JSON.readValue(covering, Redaction.class),
        row.getBoolean("keeps_sound"),
        row.getString("words"),
        row.getObject("ordered_by", UUID.class),
        row.getTimestamp("ordered_at").toInstant());
  }

  private static Copy.@Nullable Made made(ResultSet row) throws SQLException {
    String method = row.getString("method");
    return method == null
        ? null
        : new Copy.Made(
            row.getTimestamp("made_at").toInstant(),
            Copy.Method.valueOf(method),
            row.getLong("bytes"),
            row.getString("sha256"),
            row.getString("tool"),
            row.getString("command"),
            row.getString("boxes"));
  }

  private static Copy.@Nullable Review review(ResultSet row) throws SQLException {
    UUID by = row.getObject("reviewed_by", UUID.class);
    return by == null
        ? null
        : new Copy.Review(by, row.getTimestamp("reviewed_at").toInstant(), row.getString("review"));
  }

  private static Copy.@Nullable SealEntry seal(ResultSet row) throws SQLException {
    UUID event = row.getObject("seal_event_id", UUID.class);
    return event == null ? null : new Copy.SealEntry(event, row.getString("seal"));
  }

  private static Copy.@Nullable Archive archive(ResultSet row) throws SQLException {
    String sha256 = row.getString("package_sha256");
    return sha256 == null
        ? null
        : new Copy.Archive(row.getLong("package_bytes"), sha256, row.getLong("leaf_index"));
  }
}
