package anbinh.evidence.copy;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.video.TranscodingFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of copies. Safe for many threads.
@Component
class CopyTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SELECT =
      """
      select id, request_id, number, state, kind as "order.kind", master as "order.master",
        master_sha256 as "order.master_sha256", coalesce(reasons, '{}') as "order.reasons",
        covering as "order.covering", keeps_sound as "order.keeps_sound", words as "order.words",
        ordered_by as "order.by", ordered_at as "order.at", percent, attempts,
        made_at as "made.at", method as "made.method", bytes as "made.bytes",
        sha256 as "made.sha256", tool as "made.tool", command as "made.command",
        boxes as "made.boxes", why, reviewed_by as "review.by", reviewed_at as "review.at",
        review as "review.words", seal_event_id as "seal.event", seal as "seal.text",
        package_bytes as "archive.bytes", package_sha256 as "archive.sha256",
        leaf_index as "archive.log_index"
      from evidence.copy
      """;
  private static final String DUE =
      """
      where (state = 'ORDERED' or (state = 'CONFIRMED' and package_sha256 is null))
        and request_id not in
          (select request_id from evidence.extraction where deleted_at is not null)
      """;

  private final SqlClient database;

  CopyTable(SqlClient database) {
    this.database = database;
  }

  /// A copy whose covering is still text.
  private record Row(
      UUID id,
      UUID requestId,
      int number,
      Copy.State state,
      OrderRow order,
      int percent,
      int attempts,
      Copy.@Nullable Made made,
      TranscodingFailure.@Nullable Cause why,
      Copy.@Nullable Review review,
      Copy.@Nullable SealEntry seal,
      Copy.@Nullable Archive archive) {
    Copy copy() {
      return new Copy(
          id,
          requestId,
          number,
          state,
          order.order(),
          percent,
          attempts,
          made,
          why,
          review,
          seal,
          archive);
    }
  }

  private record OrderRow(
      Copy.Kind kind,
      String master,
      String masterSha256,
      List<CopyReason> reasons,
      @Nullable String covering,
      boolean keepsSound,
      String words,
      UUID by,
      Instant at) {
    Copy.Order order() {
      return new Copy.Order(
          kind,
          master,
          masterSha256,
          reasons,
          covering == null ? null : JSON.readValue(covering, Redaction.class),
          keepsSound,
          words,
          by,
          at);
    }
  }

  private List<Copy> copies(String where, @Nullable Object... values) {
    return database.list(Row.class, SELECT + where, values).stream().map(Row::copy).toList();
  }

  int nextNumber(UUID request) {
    return database.get(
        Integer.class,
        "select coalesce(max(number), 0) + 1 from evidence.copy where request_id = ?",
        request);
  }

  void insert(UUID id, UUID request, int number, Copy.Order order) {
    Redaction covering = order.covering();
    database.update(
        """
        insert into evidence.copy (id, request_id, number, kind, state, master, master_sha256,
          reasons, covering, keeps_sound, words, ordered_by, ordered_at, next_at)
        values (:id, :request, :number, :kind, 'ORDERED', :master, :masterSha256, :reasons,
          :covering, :keepsSound, :words, :by, :at, :at)
        """,
        Values.of(order)
            .and("id", id)
            .and("request", request)
            .and("number", number)
            .and("reasons", covering == null ? null : order.reasons())
            .and("covering", covering == null ? null : JSON.writeValueAsString(covering)));
  }

  Optional<Copy> find(UUID id) {
    return copies("where id = ?", id).stream().findFirst();
  }

  /// The copies of a package, the newest first.
  List<Copy> list(UUID request) {
    return copies("where request_id = ? order by number desc", request);
  }

  /// How many wait in some areas for another person than who ordered them, counted no further than
  /// to `most`; not those of deleted packages.
  ///
  /// @param own all accounts that may be that person's
  int countMade(AreaScope scope, Set<UUID> own, int most) {
    return database.get(
        Integer.class,
        """
        select count(*) from
          (select from evidence.copy c join evidence.request r on r.id = c.request_id
          join evidence.extraction e on e.request_id = c.request_id
          where c.state = 'MADE' and e.deleted_at is null and c.ordered_by <> all (:own)
            and (cast(:areas as uuid[]) is null or r.area_id = any (:areas))
          limit :most) made
        """,
        Values.of("own", own).and("areas", scope.areas()).and("most", most));
  }

  /// Copies after one that have their packages, by their identifiers.
  List<Sealed> listSealedAfter(UUID id, int rows) {
    return database.list(
        Sealed.class,
        """
        select id, request_id, number, package_sha256 as sha256 from evidence.copy
        where package_sha256 is not null and id > ? order by id limit ?
        """,
        id,
        rows);
  }

  /// A copy that has its package.
  ///
  /// @param sha256 of the package
  record Sealed(UUID id, UUID requestId, int number, String sha256) {}

  List<Copy> listDue(Instant now) {
    return copies(DUE + " and next_at <= ? order by next_at limit 20", now);
  }

  Optional<Instant> findNextDue() {
    return database.find(Instant.class, "select min(next_at) from evidence.copy " + DUE);
  }

  /// Copies whose files are still needed outside a package.
  Set<UUID> listKept() {
    return Set.copyOf(
        database.list(
            UUID.class,
            """
            select id from evidence.copy
            where state in ('ORDERED', 'MADE', 'CONFIRMED') and package_sha256 is null
              and request_id not in
                (select request_id from evidence.extraction where deleted_at is not null)
            """));
  }

  void setPercent(UUID id, int percent) {
    database.update("update evidence.copy set percent = ? where id = ?", percent, id);
  }

  void retry(UUID id, Instant nextAt) {
    database.update(
        "update evidence.copy set attempts = attempts + 1, next_at = ? where id = ?", nextAt, id);
  }

  void setMade(UUID id, Copy.Made made) {
    database.update(
        """
        update evidence.copy set state = 'MADE', percent = 100, attempts = 0, made_at = :at,
          method = :method, bytes = :bytes, sha256 = :sha256, tool = :tool, command = :command,
          boxes = :boxes
        where id = :id and state = 'ORDERED'
        """,
        Values.of(made).and("id", id));
  }

  void setFailed(UUID id, TranscodingFailure.Cause why) {
    database.update("update evidence.copy set state = 'FAILED', why = ? where id = ?", why, id);
  }

  void setReviewed(UUID id, Copy.State state, Copy.Review review) {
    database.update(
        """
        update evidence.copy set state = :state, reviewed_by = :by, reviewed_at = :at,
          review = :words, next_at = :at where id = :id and state = 'MADE'
        """,
        Values.of(review).and("state", state).and("id", id));
  }

  void setSeal(UUID id, Copy.SealEntry seal) {
    database.update(
        "update evidence.copy set seal_event_id = ?, seal = ? where id = ?",
        seal.event(),
        seal.text(),
        id);
  }

  void setArchive(UUID id, Copy.Archive archive) {
    database.update(
        """
        update evidence.copy set package_bytes = ?, package_sha256 = ?, leaf_index = ?
        where id = ?
        """,
        archive.bytes(),
        archive.sha256(),
        archive.logIndex(),
        id);
  }
}
