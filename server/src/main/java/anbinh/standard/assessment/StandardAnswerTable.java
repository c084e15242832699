package anbinh.standard.assessment;

import anbinh.standard.criteria.StandardCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of answers, reviews and evidence, which are only added to. Safe for many threads.
@Repository
class StandardAnswerTable {
  private final JdbcClient database;

  StandardAnswerTable(JdbcClient database) {
    this.database = database;
  }

  /// All versions, by criterion, the last one last.
  List<Answer> answers(UUID assessment) {
    return database
        .sql(
            """
            select * from standard.answer where assessment_id = ?
            order by criterion, version
            """)
        .param(assessment)
        .query(StandardAnswerTable::answer)
        .list();
  }

  Optional<Answer> findLast(UUID assessment, String criterion) {
    return database
        .sql(
            """
            select * from standard.answer where assessment_id = ? and criterion = ?
            order by version desc limit 1
            """)
        .params(assessment, criterion)
        .query(StandardAnswerTable::answer)
        .optional();
  }

  void add(UUID assessment, Answer answer) {
    database
        .sql(
            """
            insert into standard.answer (assessment_id, criterion, version, round,
              appraisal, met, number, against, absent, reason, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(assessment)
        .param(answer.criterion())
        .param(answer.version())
        .param(answer.round())
        .param(answer.appraisal())
        .param(answer.met())
        .param(answer.number())
        .param(answer.against())
        .param(StandardTable.names(answer.absent()))
        .param(answer.reason())
        .param(answer.by())
        .param(Timestamp.from(answer.at()))
        .update();
  }

  /// In the order of time.
  List<Review> reviews(UUID assessment) {
    return database
        .sql("select * from standard.review where assessment_id = ? order by id")
        .param(assessment)
        .query((row, _) ->
            new Review(
                row.getObject("id", UUID.class),
                row.getString("criterion"),
                row.getInt("round"),
                Review.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  void add(UUID assessment, Review review) {
    database
        .sql(
            """
            insert into standard.review (id, assessment_id, criterion, round, outcome,
              reason, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(review.id())
        .param(assessment)
        .param(review.criterion())
        .param(review.round())
        .param(review.outcome().name())
        .param(review.reason())
        .param(review.by())
        .param(Timestamp.from(review.at()))
        .update();
  }

  /// In the order in which it was entered.
  List<Evidence> evidence(UUID assessment) {
    return database
        .sql("select * from standard.evidence where assessment_id = ? order by id")
        .param(assessment)
        .query(StandardAnswerTable::evidence)
        .list();
  }

  Optional<Evidence> findEvidence(UUID assessment, UUID id) {
    return database
        .sql("select * from standard.evidence where assessment_id = ? and id = ?")
        .params(assessment, id)
        .query(StandardAnswerTable::evidence)
        .optional();
  }

  void add(UUID assessment, Evidence evidence) {
    database
        .sql(
            """
            insert into standard.evidence (id, assessment_id, criterion, title, number,
              speaks_for, renews, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(evidence.id())
        .param(assessment)
        .param(evidence.criterion())
        .param(evidence.title())
        .param(evidence.number())
        .param(evidence.speaksFor())
        .param(evidence.renews())
        .param(evidence.by())
        .param(Timestamp.from(evidence.at()))
        .update();
  }

  void withdraw(UUID evidence, String reason, UUID by, Instant now) {
    database
        .sql(
            """
            update standard.evidence
            set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = ? where id = ?
            """)
        .params(reason, by, Timestamp.from(now), evidence)
        .update();
  }

  private static Answer answer(ResultSet row, int number) throws SQLException {
    return new Answer(
        row.getString("criterion"),
        row.getInt("version"),
        row.getInt("round"),
        row.getBoolean("appraisal"),
        row.getObject("met", Boolean.class),
        row.getObject("number", Integer.class),
        row.getObject("against", Integer.class),
        StandardTable.values(row, "absent", StandardCondition.Code::valueOf),
        row.getString("reason"),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant());
  }

  private static Evidence evidence(ResultSet row, int number) throws SQLException {
    return new Evidence(
        row.getObject("id", UUID.class),
        row.getString("criterion"),
        row.getString("title"),
        row.getString("number"),
        row.getObject("speaks_for", LocalDate.class),
        row.getObject("renews", UUID.class),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("withdrawn_reason"),
        row.getObject("withdrawn_by", UUID.class),
        instant(row, "withdrawn_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
