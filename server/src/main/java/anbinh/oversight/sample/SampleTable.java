package anbinh.oversight.sample;

import anbinh.identity.AreaScope;
import anbinh.oversight.look.LookKind;
import anbinh.oversight.look.Seen;
import anbinh.seal.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of draws and reviews. Safe for many threads.
@Component
class SampleTable {
  private static final String DRAWS =
      """
      select week, from_index, to_index, root, candidates, drawn, drawn_at, event_id
      from oversight.draw
      """;

  private static final String REVIEWS =
      """
      select id, week, entry_index, person_id, kind, target_kind, target_id, target_code, looked_at,
        span_from, span_to, reviewer_id, same_unit, due_at, answer, reason, answered_by,
        answered_at, answered_event, finding_id
      from oversight.review
      """;

  private final JdbcClient database;

  SampleTable(JdbcClient database) {
    this.database = database;
  }

  Optional<Draw> findLast() {
    return database.sql(DRAWS + "order by week desc limit 1").query(SampleTable::draw).optional();
  }

  /// All, oldest first.
  List<Draw> listDraws() {
    return database.sql(DRAWS + "order by week").query(SampleTable::draw).list();
  }

  void insert(Draw draw) {
    database
        .sql("insert into oversight.draw values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(draw.week())
        .param(draw.fromIndex())
        .param(draw.toIndex())
        .param(draw.root().hex())
        .param(draw.candidates())
        .param(draw.drawn())
        .param(Timestamp.from(draw.drawnAt()))
        .param(draw.event())
        .update();
  }

  void insert(
      UUID id,
      LocalDate week,
      Seen seen,
      @Nullable UUID reviewer,
      boolean sameUnit,
      Instant dueAt,
      @Nullable UUID area) {
    database
        .sql(
            """
            insert into oversight.review (id, week, entry_index, person_id, kind, target_kind,
              target_id, target_code, looked_at, span_from, span_to, reviewer_id, same_unit, due_at,
              area_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(week)
        .param(seen.index())
        .param(seen.person())
        .param(seen.kind().name())
        .param(seen.targetKind())
        .param(seen.targetId())
        .param(seen.targetCode())
        .param(Timestamp.from(seen.at()))
        .param(Timestamp.from(seen.from()))
        .param(Timestamp.from(seen.to()))
        .param(reviewer)
        .param(sameUnit)
        .param(Timestamp.from(dueAt))
        .param(area)
        .update();
  }

  Optional<Review> find(UUID id) {
    return database.sql(REVIEWS + "where id = ?").param(id).query(SampleTable::review).optional();
  }

  Optional<Review> findForUpdate(UUID id) {
    return database
        .sql(REVIEWS + "where id = ? for update")
        .param(id)
        .query(SampleTable::review)
        .optional();
  }

  /// The entries of a draw that are still reviewed or were.
  List<Long> entries(LocalDate week) {
    return database
        .sql("select entry_index from oversight.review where week = ? order by entry_index")
        .param(week)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /// Without those about some people: what waits, oldest first, or what is answered, newest first.
  ///
  /// @param after the last one already seen; null for the first page
  List<Review> list(
      boolean answered, AreaScope scope, Set<UUID> without, @Nullable UUID after, int rows) {
    String order = answered ? "id < :after) order by id desc" : "id > :after) order by id";
    return database
        .sql(
            REVIEWS
                + "where person_id <> all (:without) and (answered_at is not null) = :answered"
                + " and (cast(:areas as uuid[]) is null or area_id = any (:areas))"
                + " and (cast(:after as uuid) is null or "
                + order
                + " limit :rows")
        .param("without", without.toArray(UUID[]::new))
        .param("areas", scope.array())
        .param("answered", answered)
        .param("after", after)
        .param("rows", rows)
        .query(SampleTable::review)
        .list();
  }

  void answer(UUID id, Review.Answered answered) {
    database
        .sql(
            """
            update oversight.review set answer = ?, reason = ?, answered_by = ?, answered_at = ?,
              answered_event = ?, finding_id = ? where id = ?
            """)
        .param(answered.answer().name())
        .param(answered.reason())
        .param(answered.by())
        .param(Timestamp.from(answered.at()))
        .param(answered.event())
        .param(answered.finding())
        .param(id)
        .update();
  }

  /// Deletes what was answered before a moment; the answers stay in the log.
  void forget(Instant before) {
    database
        .sql("delete from oversight.review where answered_at < ?")
        .param(Timestamp.from(before))
        .update();
  }

  private static Draw draw(ResultSet row, int number) throws SQLException {
    return new Draw(
        row.getObject("week", LocalDate.class),
        row.getLong("from_index"),
        row.getLong("to_index"),
        Hash.parseHex(row.getString("root"), "root"),
        row.getLong("candidates"),
        row.getInt("drawn"),
        row.getTimestamp("drawn_at").toInstant(),
        row.getObject("event_id", UUID.class));
  }

  private static Review review(ResultSet row, int number) throws SQLException {
    return new Review(
        row.getObject("id", UUID.class),
        row.getObject("week", LocalDate.class),
        row.getLong("entry_index"),
        row.getObject("person_id", UUID.class),
        LookKind.valueOf(row.getString("kind")),
        row.getString("target_kind"),
        row.getString("target_id"),
        row.getString("target_code"),
        row.getTimestamp("looked_at").toInstant(),
        row.getTimestamp("span_from").toInstant(),
        row.getTimestamp("span_to").toInstant(),
        row.getObject("reviewer_id", UUID.class),
        row.getBoolean("same_unit"),
        row.getTimestamp("due_at").toInstant(),
        answered(row));
  }

  private static Review.@Nullable Answered answered(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("answered_at");
    return at == null
        ? null
        : new Review.Answered(
            Answer.valueOf(row.getString("answer")),
            row.getString("reason"),
            row.getObject("answered_by", UUID.class),
            at.toInstant(),
            row.getObject("answered_event", UUID.class),
            row.getObject("finding_id", UUID.class));
  }
}
