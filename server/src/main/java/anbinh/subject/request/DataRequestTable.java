package anbinh.subject.request;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `subject.request`, encrypted under a key of their own. Safe for many threads.
@Repository
class DataRequestTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select id, code, area_id, kind, channel, received_at, recorded_by, handler_id, term_days,
        answer_by, complete_by, answered_at, extended_days, ended_at, outcome, due_on, erased_at
      from subject.request
      """;

  private final JdbcClient database;
  private final SecretCipher cipher;

  DataRequestTable(JdbcClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("subject").resolve("request.key"));
  }

  /// Within how many days a kind is to be completed, and what says so.
  record Term(RequestKind kind, int days, String source) {}

  /// In the order of the kinds.
  List<Term> terms() {
    return database
        .sql("select kind, days, source from subject.term")
        .query((row, number) ->
            new Term(RequestKind.valueOf(row.getString(1)), row.getInt(2), row.getString(3)))
        .list()
        .stream()
        .sorted((one, other) -> one.kind().compareTo(other.kind()))
        .toList();
  }

  void insert(DataRequest request, Content content) {
    database
        .sql(
            """
            insert into subject.request (id, code, area_id, kind, channel, received_at, recorded_by,
              handler_id, term_days, answer_by, complete_by, content_cipher)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(request.id())
        .param(request.code())
        .param(request.areaId())
        .param(request.kind().name())
        .param(request.channel().name())
        .param(Timestamp.from(request.receivedAt()))
        .param(request.recordedBy())
        .param(request.handler())
        .param(request.termDays())
        .param(request.answerBy())
        .param(request.completeBy())
        .param(encrypted(content))
        .update();
  }

  Optional<DataRequest> find(UUID id) {
    return database
        .sql(COLUMNS + "where id = ?")
        .param(id)
        .query(DataRequestTable::request)
        .optional();
  }

  Optional<DataRequest> findForUpdate(UUID id) {
    return database
        .sql(COLUMNS + "where id = ? for update")
        .param(id)
        .query(DataRequestTable::request)
        .optional();
  }

  Optional<Content> findContent(UUID id) {
    return findCipher(id).map(bytes -> JSON.readValue(cipher.decrypt(bytes), Content.class));
  }

  /// The bytes as they are kept; empty once erased.
  Optional<byte[]> findCipher(UUID id) {
    return database
        .sql("select content_cipher from subject.request where id = ? and erased_at is null")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /// Where a part of a list begins: after this one.
  record After(LocalDate dueOn, UUID id) {}

  /// What is open, what is due first on top.
  ///
  /// @param areas null for everywhere
  List<DataRequest> listOpen(@Nullable Collection<UUID> areas, @Nullable After after, int rows) {
    return database
        .sql(
            COLUMNS
                + """
                where ended_at is null
                  and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                  and (cast(:id as uuid) is null or (due_on, id) > (:due, :id))
                order by due_on, id limit :rows
                """)
        .param("areas", areas == null ? null : areas.toArray(UUID[]::new))
        .param("due", after == null ? LocalDate.EPOCH : after.dueOn())
        .param("id", after == null ? null : after.id())
        .param("rows", rows)
        .query(DataRequestTable::request)
        .list();
  }

  /// What is ended, the newest first.
  List<DataRequest> listEnded(@Nullable Collection<UUID> areas, @Nullable UUID before, int rows) {
    return database
        .sql(
            COLUMNS
                + """
                where ended_at is not null
                  and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                  and (cast(:before as uuid) is null or id < :before)
                order by id desc limit :rows
                """)
        .param("areas", areas == null ? null : areas.toArray(UUID[]::new))
        .param("before", before)
        .param("rows", rows)
        .query(DataRequestTable::request)
        .list();
  }

  /// How many are open, and overdue.
  record Figures(long open, long overdue) {}

  Figures figures(@Nullable Collection<UUID> areas, LocalDate today) {
    return database
        .sql(
            """
            select count(*), count(*) filter (where due_on < :today) from subject.request
            where ended_at is null and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            """)
        .param("areas", areas == null ? null : areas.toArray(UUID[]::new))
        .param("today", today)
        .query((row, number) -> new Figures(row.getLong(1), row.getLong(2)))
        .single();
  }

  void updateHandler(UUID id, UUID handler) {
    database
        .sql("update subject.request set handler_id = ? where id = ?")
        .params(handler, id)
        .update();
  }

  void answer(UUID id, Instant now) {
    database
        .sql("update subject.request set answered_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  void extend(UUID id, int days, Content content) {
    database
        .sql("update subject.request set extended_days = ?, content_cipher = ? where id = ?")
        .params(days, encrypted(content), id)
        .update();
  }

  void updateDays(UUID id, LocalDate answerBy, LocalDate completeBy) {
    database
        .sql("update subject.request set answer_by = ?, complete_by = ? where id = ?")
        .params(answerBy, completeBy, id)
        .update();
  }

  void end(UUID id, Outcome outcome, Instant now, Content content) {
    database
        .sql(
            """
            update subject.request set outcome = :outcome, ended_at = :now,
              answered_at = coalesce(answered_at, :now), content_cipher = :content
            where id = :id
            """)
        .param("outcome", outcome.name())
        .param("now", Timestamp.from(now))
        .param("content", encrypted(content))
        .param("id", id)
        .update();
  }

  /// All that are open, held until the transaction ends.
  List<DataRequest> listOpenForUpdate() {
    return database
        .sql(COLUMNS + "where ended_at is null order by id for update")
        .query(DataRequestTable::request)
        .list();
  }

  /// Those that ended before a moment and were not erased yet.
  List<DataRequest> listEndedBefore(Instant moment) {
    return database
        .sql(
            COLUMNS
                + """
                where ended_at < ? and erased_at is null
                order by id limit 500 for update skip locked
                """)
        .param(Timestamp.from(moment))
        .query(DataRequestTable::request)
        .list();
  }

  void erase(UUID id, Instant now) {
    database
        .sql("update subject.request set content_cipher = null, erased_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  private byte[] encrypted(Content content) {
    return cipher.encrypt(JSON.writeValueAsBytes(content));
  }

  private static DataRequest request(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new DataRequest(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("area_id", UUID.class),
        RequestKind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        row.getTimestamp("received_at").toInstant(),
        row.getObject("recorded_by", UUID.class),
        row.getObject("handler_id", UUID.class),
        row.getInt("term_days"),
        row.getObject("answer_by", LocalDate.class),
        row.getObject("complete_by", LocalDate.class),
        instant(row, "answered_at"),
        row.getObject("extended_days", Integer.class),
        instant(row, "ended_at"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getObject("due_on", LocalDate.class),
        instant(row, "erased_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
