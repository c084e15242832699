package anbinh.oversight.sample;

import anbinh.identity.AreaScope;
import anbinh.oversight.access.Seen;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tables of draws and reviews. Safe for many threads.
@Component
class SampleTable {
  private static final String DRAWS =
      """
      select week, from_index, to_index, root, candidates, drawn, drawn_at, event_id
      from oversight.weekly_sample
      """;

  private static final String REVIEWS =
      """
      select id, week, entry_index as index, person_id as person, kind, target_kind, target_id,
        target_code, looked_at as at, span_from as "from", span_to as "to",
        reviewer_id as reviewer, same_unit, due_at, answer as "answered.answer",
        reason as "answered.reason", answered_by as "answered.by", answered_at as "answered.at",
        answered_event as "answered.event", finding_id as "answered.finding"
      from oversight.review
      """;

  private final SqlClient database;

  SampleTable(SqlClient database) {
    this.database = database;
  }

  Optional<WeeklySample> findLast() {
    return database.find(SampleTable::draw, DRAWS + "order by week desc limit 1");
  }

  /// All, oldest first.
  List<WeeklySample> listDraws() {
    return database.list(SampleTable::draw, DRAWS + "order by week");
  }

  void insert(WeeklySample draw) {
    database.update(
        "insert into oversight.weekly_sample values (:week, :fromIndex, :toIndex, :root, :candidates,"
            + " :drawn, :drawnAt, :event)",
        Values.of(draw).and("root", draw.root().hex()));
  }

  void insert(
      UUID id,
      LocalDate week,
      Seen seen,
      @Nullable UUID reviewer,
      boolean sameUnit,
      Instant dueAt,
      @Nullable UUID area) {
    database.update(
        """
        insert into oversight.review (id, week, entry_index, person_id, kind, target_kind,
          target_id, target_code, looked_at, span_from, span_to, reviewer_id, same_unit, due_at,
          area_id)
        values (:id, :week, :index, :person, :kind, :targetKind, :targetId, :targetCode, :at,
          :from, :to, :reviewer, :sameUnit, :dueAt, :area)
        """,
        Values.of(seen)
            .and("id", id)
            .and("week", week)
            .and("reviewer", reviewer)
            .and("sameUnit", sameUnit)
            .and("dueAt", dueAt)
            .and("area", area));
  }

  Optional<Review> find(UUID id) {
    return database.find(Review.class, REVIEWS + "where id = ?", id);
  }

  Optional<Review> findForUpdate(UUID id) {
    return database.find(Review.class, REVIEWS + "where id = ? for update", id);
  }

  /// The entries of a draw that are still reviewed or were.
  List<Long> entries(LocalDate week) {
    return database.list(
        Long.class,
        "select entry_index from oversight.review where week = ? order by entry_index",
        week);
  }

  /// Without those about some people: what waits, oldest first, or what is answered, newest first.
  ///
  /// @param after the last one already seen; null for the first page
  List<Review> list(
      boolean answered, AreaScope scope, Set<UUID> without, @Nullable UUID after, int rows) {
    String order = answered ? "id < :after) order by id desc" : "id > :after) order by id";
    return database.list(
        Review.class,
        REVIEWS
            + "where person_id <> all (:without) and (answered_at is not null) = :answered"
            + " and (cast(:areas as uuid[]) is null or area_id = any (:areas))"
            + " and (cast(:after as uuid) is null or "
            + order
            + " limit :rows",
        Values.of("without", without)
            .and("areas", scope.areas())
            .and("answered", answered)
            .and("after", after)
            .and("rows", rows));
  }

  /// What waits and is an auditor's or, without a reviewer or overdue, anybody's; oldest first, and
  /// without those about some people.
  List<Review> listFree(AreaScope scope, Set<UUID> without, UUID reviewer, Instant now, int most) {
    return database.list(
        Review.class,
        REVIEWS
            + """
            where answered_at is null and person_id <> all (:without)
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
              and (reviewer_id is null or reviewer_id = :reviewer or due_at < :now)
            order by id limit :most
            """,
        Values.of("without", without)
            .and("areas", scope.areas())
            .and("reviewer", reviewer)
            .and("now", now)
            .and("most", most));
  }

  void answer(UUID id, Review.Answered answered) {
    database.update(
        """
        update oversight.review set answer = :answer, reason = :reason, answered_by = :by,
          answered_at = :at, answered_event = :event, finding_id = :finding
        where id = :id
        """,
        Values.of(answered).and("id", id));
  }

  /// Deletes what was answered before a moment; the answers stay in the log.
  void forget(Instant before) {
    database.update("delete from oversight.review where answered_at < ?", before);
  }

  private static WeeklySample draw(ResultSet row, int number) throws SQLException {
    return new WeeklySample(
        row.getObject("week", LocalDate.class),
        row.getLong("from_index"),
        row.getLong("to_index"),
        Hash.parseHex(row.getString("root"), "root"),
        row.getLong("candidates"),
        row.getInt("drawn"),
        row.getTimestamp("drawn_at").toInstant(),
        row.getObject("event_id", UUID.class));
  }
}
