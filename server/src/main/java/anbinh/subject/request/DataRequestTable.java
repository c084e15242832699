package anbinh.subject.request;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `subject.request`, encrypted under a key of their own. Safe for many threads.
@Repository
class DataRequestTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select id, code, area_id, kind, channel, received_at, recorded_by, handler_id as handler,
        term_days, answer_by, complete_by, answered_at, extended_days, ended_at, outcome, due_on,
        erased_at
      from subject.request
      """;

  private final SqlClient database;
  private final SecretCipher cipher;

  DataRequestTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("subject").resolve("request.key"));
  }

  /// Within how many days a kind is to be completed, and what says so.
  record Term(RequestKind kind, int days, String source) {}

  /// In the order of the kinds.
  List<Term> terms() {
    return database.list(Term.class, "select kind, days, source from subject.term").stream()
        .sorted((one, other) -> one.kind().compareTo(other.kind()))
        .toList();
  }

  void insert(DataRequest request, Content content) {
    database.update(
        """
        insert into subject.request (id, code, area_id, kind, channel, received_at, recorded_by,
          handler_id, term_days, answer_by, complete_by, content_cipher)
        values (:id, :code, :areaId, :kind, :channel, :receivedAt, :recordedBy, :handler, :termDays,
          :answerBy, :completeBy, :content)
        """,
        Values.of(request).and("content", encrypted(content)));
  }

  Optional<DataRequest> find(UUID id) {
    return database.find(DataRequest.class, COLUMNS + "where id = ?", id);
  }

  Optional<DataRequest> findForUpdate(UUID id) {
    return database.find(DataRequest.class, COLUMNS + "where id = ? for update", id);
  }

  Optional<Content> findContent(UUID id) {
    return findCipher(id).map(bytes -> JSON.readValue(cipher.decrypt(bytes), Content.class));
  }

  /// The bytes as they are kept; empty once erased.
  Optional<byte[]> findCipher(UUID id) {
    return database.find(
        byte[].class,
        "select content_cipher from subject.request where id = ? and erased_at is null",
        id);
  }

  /// Where a part of a list begins: after this one.
  record After(LocalDate dueOn, UUID id) {}

  /// What is open, what is due first on top.
  ///
  /// @param areas null for everywhere
  List<DataRequest> listOpen(@Nullable Collection<UUID> areas, @Nullable After after, int rows) {
    return database.list(
        DataRequest.class,
        COLUMNS
            + """
            where ended_at is null
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
              and (cast(:id as uuid) is null or (due_on, id) > (:due, :id))
            order by due_on, id limit :rows
            """,
        Values.of("areas", areas)
            .and("due", after == null ? LocalDate.EPOCH : after.dueOn())
            .and("id", after == null ? null : after.id())
            .and("rows", rows));
  }

  /// What is ended, the newest first.
  List<DataRequest> listEnded(@Nullable Collection<UUID> areas, @Nullable UUID before, int rows) {
    return database.list(
        DataRequest.class,
        COLUMNS
            + """
            where ended_at is not null
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
              and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :rows
            """,
        Values.of("areas", areas).and("before", before).and("rows", rows));
  }

  /// How many are open, and overdue.
  record Figures(long open, long overdue) {}

  Figures figures(@Nullable Collection<UUID> areas, LocalDate today) {
    return database.get(
        Figures.class,
        """
        select count(*) as open, count(*) filter (where due_on < :today) as overdue
        from subject.request
        where ended_at is null and (cast(:areas as uuid[]) is null or area_id = any (:areas))
        """,
        Values.of("areas", areas).and("today", today));
  }

  /// How many are open, and overdue.
  ///
  /// @param nextDue the first day on which one that is not overdue is due; null where there is none
  record Waiting(int count, int overdue, @Nullable LocalDate nextDue) {}

  /// @param areas null for everywhere
  Waiting countOpen(@Nullable Collection<UUID> areas, LocalDate today) {
    return database.get(
        Waiting.class,
        """
        select count(*) as count, count(*) filter (where due_on < :today) as overdue,
          min(due_on) filter (where due_on >= :today) as next_due
        from subject.request
        where ended_at is null and (cast(:areas as uuid[]) is null or area_id = any (:areas))
        """,
        Values.of("areas", areas).and("today", today));
  }

  void updateHandler(UUID id, UUID handler) {
    database.update("update subject.request set handler_id = ? where id = ?", handler, id);
  }

  void answer(UUID id, Instant now) {
    database.update("update subject.request set answered_at = ? where id = ?", now, id);
  }

  void extend(UUID id, int days, Content content) {
    database.update(
        "update subject.request set extended_days = ?, content_cipher = ? where id = ?",
        days,
        encrypted(content),
        id);
  }

  void updateDays(UUID id, LocalDate answerBy, LocalDate completeBy) {
    database.update(
        "update subject.request set answer_by = ?, complete_by = ? where id = ?",
        answerBy,
        completeBy,
        id);
  }

  void end(UUID id, Outcome outcome, Instant now, Content content) {
    database.update(
        """
        update subject.request set outcome = :outcome, ended_at = :now,
          answered_at = coalesce(answered_at, :now), content_cipher = :content
        where id = :id
        """,
        Values.of("outcome", outcome)
            .and("now", now)
            .and("content", encrypted(content))
            .and("id", id));
  }

  /// All that are open, held until the transaction ends.
  List<DataRequest> listOpenForUpdate() {
    return database.list(
        DataRequest.class, COLUMNS + "where ended_at is null order by id for update");
  }

  /// Those that ended before a moment and were not erased yet.
  List<DataRequest> listEndedBefore(Instant moment) {
    return database.list(
        DataRequest.class,
        COLUMNS
            + """
            where ended_at < ? and erased_at is null
            order by id limit 500 for update skip locked
            """,
        moment);
  }

  void erase(UUID id, Instant now) {
    database.update(
        "update subject.request set content_cipher = null, erased_at = ? where id = ?", now, id);
  }

  private byte[] encrypted(Content content) {
    return cipher.encrypt(JSON.writeValueAsBytes(content));
  }
}
