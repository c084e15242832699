package anbinh.evidence.retention;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of holds. Safe for many threads.
@Component
class PackageHoldTable {
  private static final String SELECT =
      """
      select h.id, h.request_id, h.document as "basis.document", h.authority as "basis.authority",
        h.article as "basis.article", h.reason as "basis.reason", h.placed_by, h.placed_at,
        h.review_on, h.review_reason as "review.reason", h.reviewed_by as "review.by",
        h.reviewed_at as "review.at", h.lifting_reason as "lifting.reason",
        h.lifting_asked_by as "lifting.asked_by", h.lifting_asked_at as "lifting.asked_at",
        h.lifting_outcome as "lifting.decision.outcome",
        h.lifting_words as "lifting.decision.words", h.lifting_decided_by as "lifting.decision.by",
        h.lifting_decided_at as "lifting.decision.at"
      from evidence.hold h
      """;

  private static final String IN_FORCE = "h.lifting_outcome is distinct from 'CONFIRMED'";

  private static final String LIFTING =
      """
      (h.lifting_asked_at is not null and h.lifting_outcome is null
        and h.lifting_asked_by <> all (:own)
        and (cast(:areas as uuid[]) is null or r.area_id = any (:areas)))
      """;

  private static final String OVERDUE =
      "("
          + IN_FORCE
          + """
           and h.review_on <= :today
            and (h.placed_by = :me or cast(:areas as uuid[]) is null or r.area_id = any (:areas)))
          """;

  private final SqlClient database;

  PackageHoldTable(SqlClient database) {
    this.database = database;
  }

  /// How much waits for somebody.
  ///
  /// @param liftings that others ask for
  /// @param overdue whose day of review has come
  record HoldFigures(int liftings, int overdue) {}

  /// For whom something waits.
  ///
  /// @param approves the areas in which they approve
  /// @param own all accounts that may be theirs
  record Reader(UUID me, AreaScope approves, Set<UUID> own) {
    Reader {
      own = Set.copyOf(own);
    }
  }

  void insert(Hold placed) {
    database.update(
        """
        insert into evidence.hold (id, request_id, document, authority, article, reason,
          placed_by, placed_at, review_on)
        values (:id, :requestId, :basis.document, :basis.authority, :basis.article, :basis.reason,
          :placedBy, :placedAt, :reviewOn)
        """,
        placed);
  }

  void review(UUID id, LocalDate reviewOn, Hold.Review review) {
    database.update(
        """
        update evidence.hold set review_on = :reviewOn, review_reason = :reason, reviewed_by = :by,
          reviewed_at = :at where id = :id
        """,
        Values.of(review).and("reviewOn", reviewOn).and("id", id));
  }

  void askToLift(UUID id, Hold.Lifting wish) {
    database.update(
        """
        update evidence.hold set lifting_reason = ?, lifting_asked_by = ?,
          lifting_asked_at = ?, lifting_outcome = null, lifting_words = null,
          lifting_decided_by = null, lifting_decided_at = null where id = ?
        """,
        wish.reason(),
        wish.askedBy(),
        wish.askedAt(),
        id);
  }

  void decide(UUID id, Hold.Decision decision) {
    database.update(
        """
        update evidence.hold set lifting_outcome = :outcome, lifting_words = :words,
          lifting_decided_by = :by, lifting_decided_at = :at where id = :id
        """,
        Values.of(decision).and("id", id));
  }

  Optional<Hold> find(UUID id) {
    return database.find(Hold.class, SELECT + "where h.id = ?", id);
  }

  /// Those of a package, newest first.
  List<Hold> list(UUID requestId) {
    return database.list(
        Hold.class, SELECT + "where h.request_id = ? order by h.id desc", requestId);
  }

  /// Whether one of a package is in force.
  boolean isHeld(UUID requestId) {
    return database.exists(
        "select from evidence.hold h where h.request_id = ? and " + IN_FORCE, requestId);
  }

  /// What waits for somebody: wishes of others to lift, and those whose day of review has come; the
  /// earliest day first.
  ///
  /// @param on the day of review of the last one already seen, and its identifier; null at the
  ///   start
  List<Hold> listWaiting(
      Reader reader, LocalDate today, @Nullable LocalDate on, @Nullable UUID after, int rows) {
    return database.list(
        Hold.class,
        SELECT
            + "join evidence.request r on r.id = h.request_id where ("
            + LIFTING
            + " or "
            + OVERDUE
            + """
            ) and (cast(:after as uuid) is null
              or (h.review_on, h.id) > (cast(:on as date), :after))
            order by h.review_on, h.id limit :rows
            """,
        Values.of("on", on)
            .and("after", after)
            .and("rows", rows)
            .and("own", reader.own())
            .and("me", reader.me())
            .and("areas", reader.approves().areas())
            .and("today", today));
  }

  HoldFigures count(Reader reader, LocalDate today) {
    return database.get(
        HoldFigures.class,
        "select count(*) filter (where "
            + LIFTING
            + ") as liftings, count(*) filter (where "
            + OVERDUE
            + ") as overdue from evidence.hold h join evidence.request r on r.id = h.request_id",
        Values.of("own", reader.own())
            .and("me", reader.me())
            .and("areas", reader.approves().areas())
            .and("today", today));
  }
}
