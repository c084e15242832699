package anbinh.standard.assessment;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of answers, reviews and evidence, which are only added to. Safe for many threads.
@Repository
class StandardAnswerTable {
  private final SqlClient database;

  StandardAnswerTable(SqlClient database) {
    this.database = database;
  }

  /// All versions, by criterion, the last one last.
  List<Answer> answers(UUID assessment) {
    return database.list(
        Answer.class,
        """
        select *, by_id as by from standard.answer where assessment_id = ?
        order by criterion, version
        """,
        assessment);
  }

  void add(UUID assessment, Answer answer) {
    database.update(
        """
        insert into standard.answer (assessment_id, criterion, version, round,
          appraisal, met, number, against, absent, reason, by_id, at)
        values (:assessment, :criterion, :version, :round, :appraisal, :met, :number, :against,
          :absent, :reason, :by, :at)
        """,
        Values.of(answer).and("assessment", assessment));
  }

  /// In the order of time.
  List<Review> reviews(UUID assessment) {
    return database.list(
        Review.class,
        "select *, by_id as by from standard.review where assessment_id = ? order by id",
        assessment);
  }

  void add(UUID assessment, Review review) {
    database.update(
        """
        insert into standard.review (id, assessment_id, criterion, round, outcome,
          reason, by_id, at)
        values (:id, :assessment, :criterion, :round, :outcome, :reason, :by, :at)
        """,
        Values.of(review).and("assessment", assessment));
  }

  /// In the order in which it was entered.
  List<Evidence> evidence(UUID assessment) {
    return database.list(
        Evidence.class,
        "select *, by_id as by from standard.evidence where assessment_id = ? order by id",
        assessment);
  }

  Optional<Evidence> findEvidence(UUID assessment, UUID id) {
    return database.find(
        Evidence.class,
        "select *, by_id as by from standard.evidence where assessment_id = ? and id = ?",
        assessment,
        id);
  }

  void add(UUID assessment, Evidence evidence) {
    database.update(
        """
        insert into standard.evidence (id, assessment_id, criterion, title, number,
          speaks_for, renews, by_id, at)
        values (:id, :assessment, :criterion, :title, :number, :speaksFor, :renews, :by, :at)
        """,
        Values.of(evidence).and("assessment", assessment));
  }

  void withdraw(UUID evidence, String reason, UUID by, Instant now) {
    database.update(
        """
        update standard.evidence
        set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = ? where id = ?
        """,
        reason,
        by,
        now,
        evidence);
  }
}
