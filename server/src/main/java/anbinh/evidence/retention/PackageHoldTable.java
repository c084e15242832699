package anbinh.evidence.retention;

import anbinh.cases.CaseEnding;
import anbinh.identity.AreaScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of holds. Safe for many threads.
@Component
class PackageHoldTable {
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

  private final JdbcClient database;

  PackageHoldTable(JdbcClient database) {
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
    database
        .sql(
            """
            insert into evidence.hold (id, request_id, document, authority, article, reason,
              placed_by, placed_at, review_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(placed.id())
        .param(placed.requestId())
        .param(placed.basis().document())
        .param(placed.basis().authority().name())
        .param(placed.basis().article())
        .param(placed.basis().reason())
        .param(placed.placedBy())
        .param(Timestamp.from(placed.placedAt()))
        .param(placed.reviewOn())
        .update();
  }

  void review(UUID id, LocalDate reviewOn, Hold.Review review) {
    database
        .sql(
            """
            update evidence.hold set review_on = ?, review_reason = ?, reviewed_by = ?,
              reviewed_at = ? where id = ?
            """)
        .params(reviewOn, review.reason(), review.by(), Timestamp.from(review.at()), id)
        .update();
  }

  void askToLift(UUID id, Hold.Lifting wish) {
    database
        .sql(
            """
            update evidence.hold set lifting_reason = ?, lifting_asked_by = ?,
              lifting_asked_at = ?, lifting_outcome = null, lifting_words = null,
              lifting_decided_by = null, lifting_decided_at = null where id = ?
            """)
        .params(wish.reason(), wish.askedBy(), Timestamp.from(wish.askedAt()), id)
        .update();
  }

  void decide(UUID id, Hold.Decision decision) {
    database
        .sql(
            """
            update evidence.hold set lifting_outcome = ?, lifting_words = ?,
              lifting_decided_by = ?, lifting_decided_at = ? where id = ?
            """)
        .param(decision.outcome().name())
        .param(decision.words())
        .param(decision.by())
        .param(Timestamp.from(decision.at()))
        .param(id)
        .update();
  }

  Optional<Hold> find(UUID id) {
    return database
        .sql("select h.* from evidence.hold h where h.id = ?")
        .param(id)
        .query(PackageHoldTable::read)
        .optional();
  }

  /// Those of a package, newest first.
  List<Hold> list(UUID requestId) {
    return database
        .sql("select h.* from evidence.hold h where h.request_id = ? order by h.id desc")
        .param(requestId)
        .query(PackageHoldTable::read)
        .list();
  }

  /// Whether one of a package is in force.
  boolean isHeld(UUID requestId) {
    return database
        .sql(
            "select exists (select from evidence.hold h where h.request_id = ? and "
                + IN_FORCE
                + ")")
        .param(requestId)
        .query(Boolean.class)
        .single();
  }

  /// What waits for somebody: wishes of others to lift, and those whose day of review has come; the
  /// earliest day first.
  ///
  /// @param on the day of review of the last one already seen, and its identifier; null at the
  ///   start
  List<Hold> listWaiting(
      Reader reader, LocalDate today, @Nullable LocalDate on, @Nullable UUID after, int rows) {
    return database
        .sql(
            "select h.* from evidence.hold h join evidence.request r on r.id = h.request_id where ("
                + LIFTING
                + " or "
                + OVERDUE
                + """
                ) and (cast(:after as uuid) is null
                  or (h.review_on, h.id) > (cast(:on as date), :after))
                order by h.review_on, h.id limit :rows
                """)
        .param("on", on)
        .param("after", after)
        .param("rows", rows)
        .param("own", reader.own().toArray(UUID[]::new))
        .param("me", reader.me())
        .param("areas", areas(reader.approves()))
        .param("today", today)
        .query(PackageHoldTable::read)
        .list();
  }

  HoldFigures count(Reader reader, LocalDate today) {
    return database
        .sql(
            "select count(*) filter (where "
                + LIFTING
                + "), count(*) filter (where "
                + OVERDUE
                + ") from evidence.hold h join evidence.request r on r.id = h.request_id")
        .param("own", reader.own().toArray(UUID[]::new))
        .param("me", reader.me())
        .param("areas", areas(reader.approves()))
        .param("today", today)
        .query((row, _) -> new HoldFigures(row.getInt(1), row.getInt(2)))
        .single();
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }

  private static Hold read(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp reviewed = row.getTimestamp("reviewed_at");
    return new Hold(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        new Hold.Basis(
            row.getString("document"),
            CaseEnding.Issuer.valueOf(row.getString("authority")),
            row.getString("article"),
            row.getString("reason")),
        row.getObject("placed_by", UUID.class),
        row.getTimestamp("placed_at").toInstant(),
        row.getObject("review_on", LocalDate.class),
        reviewed == null
            ? null
            : new Hold.Review(
                row.getString("review_reason"),
                row.getObject("reviewed_by", UUID.class),
                reviewed.toInstant()),
        lifting(row));
  }

  private static Hold.@Nullable Lifting lifting(ResultSet row) throws SQLException {
    @Nullable Timestamp asked = row.getTimestamp("lifting_asked_at");
    @Nullable Timestamp decided = row.getTimestamp("lifting_decided_at");
    if (asked == null) {
      return null;
    }
    return new Hold.Lifting(
        row.getString("lifting_reason"),
        row.getObject("lifting_asked_by", UUID.class),
        asked.toInstant(),
        decided == null
            ? null
            : new Hold.Decision(
                Hold.LiftingOutcome.valueOf(row.getString("lifting_outcome")),
                row.getString("lifting_words"),
                row.getObject("lifting_decided_by", UUID.class),
                decided.toInstant()));
  }
}
