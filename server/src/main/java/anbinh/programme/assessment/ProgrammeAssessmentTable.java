package anbinh.programme.assessment;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.assessment.ProgrammeAssessment.Answer;
import anbinh.programme.assessment.ProgrammeAssessment.Conclusion;
import anbinh.programme.assessment.ProgrammeAssessment.State;
import anbinh.programme.assessment.ProgrammeAssessment.Verdict;
import anbinh.programme.assessment.ProgrammeAssessments.AssessedPart;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of yearly assessments with their answers. Safe for many threads.
@Repository
class ProgrammeAssessmentTable {
  private static final String SELECT =
      """
      select a.id, a.programme_id, a.commune_id, a.year, a.version, a.conclusion, a.words,
        a.partners_asked, a.partners_agreed, a.state, a.made_by, a.made_at,
        a.decided_by as "verdict.by", a.decided_at as "verdict.at",
        a.decision_reason as "verdict.reason", a.paper_number as "verdict.number",
        a.paper_on as "verdict.on"
      from programme.assessment a
      """;

  private final SqlClient database;

  ProgrammeAssessmentTable(SqlClient database) {
    this.database = database;
  }

  Optional<ProgrammeAssessment> find(UUID id) {
    return read(SELECT + "where a.id = ?", id).stream().findFirst();
  }

  /// All of a programme, the latest year and, in it, the latest first.
  List<ProgrammeAssessment> list(UUID programmeId) {
    return read(SELECT + "where a.programme_id = ? order by a.year desc, a.id desc", programmeId);
  }

  /// The last year for which the commune that keeps it had its assessment confirmed, of some
  /// programmes.
  Map<UUID, Integer> lastYears(Collection<UUID> programmes) {
    return database.map(
        UUID.class,
        Integer.class,
        """
        select programme_id, max(year) from programme.assessment
        where state = 'CONFIRMED' and commune_id is null and programme_id = any (?)
        group by programme_id
        """,
        programmes);
  }

  /// The parts of some programmes whose assessment waits to be confirmed.
  List<AssessedPart> listSent(Collection<UUID> programmes) {
    return database.list(
        AssessedPart.class,
        """
        select programme_id, commune_id, made_by from programme.assessment
        where state = 'SENT' and programme_id = any (?)
        """,
        programmes);
  }

  /// The parts of some programmes that have an assessment of a year.
  List<AssessedPart> listAssessed(Collection<UUID> programmes, int year) {
    return database.list(
        AssessedPart.class,
        """
        select programme_id, commune_id, made_by from programme.assessment
        where programme_id = any (?) and year = ? and state <> 'RETURNED'
        """,
        programmes,
        year);
  }

  boolean isAssessed(UUID programmeId, @Nullable UUID communeId, int year) {
    return database.exists(
        """
        select from programme.assessment
          where programme_id = ? and year = ? and state <> 'RETURNED'
            and commune_id is not distinct from cast(? as uuid)
        """,
        programmeId,
        year,
        communeId);
  }

  void insert(ProgrammeAssessment one) {
    database.update(
        """
        insert into programme.assessment (id, programme_id, commune_id, year, version,
          conclusion, words, partners_asked, partners_agreed, state, made_by, made_at)
        values (:id, :programmeId, :communeId, :year, :version, :conclusion, :words, :partnersAsked,
          :partnersAgreed, :state, :madeBy, :madeAt)
        """,
        one);
    int position = 0;
    for (Answer answer : one.answers()) {
      database.update(
          """
          insert into programme.answer (assessment_id, position, result, words)
          values (:id, :position, :result, :words)
          """,
          Values.of(answer).and("id", one.id()).and("position", position));
      position++;
    }
  }

  void decide(UUID id, State state, Verdict verdict) {
    database.update(
        """
        update programme.assessment set state = :state, decided_by = :by,
          decided_at = :at, decision_reason = :reason, paper_number = :number, paper_on = :on
        where id = :id
        """,
        Values.of(verdict).and("state", state).and("id", id));
  }

  private List<ProgrammeAssessment> read(String sql, UUID id) {
    List<Row> bare = database.list(Row.class, sql, id);
    Map<UUID, List<Answer>> answers =
        database.groups(
            UUID.class,
            Answer.class,
            """
            select assessment_id, result, words from programme.answer
            where assessment_id = any (?) order by assessment_id, position
            """,
            bare.stream().map(Row::id).toList());
    return bare.stream()
        .map(each -> each.with(answers.getOrDefault(each.id(), List.of())))
        .toList();
  }

  /// An assessment without its answers.
  private record Row(
      UUID id,
      UUID programmeId,
      @Nullable UUID communeId,
      int year,
      int version,
      Conclusion conclusion,
      String words,
      int partnersAsked,
      int partnersAgreed,
      State state,
      UUID madeBy,
      Instant madeAt,
      @Nullable Verdict verdict) {
    ProgrammeAssessment with(List<Answer> answers) {
      return new ProgrammeAssessment(
          id,
          programmeId,
          communeId,
          year,
          version,
          answers,
          conclusion,
          words,
          partnersAsked,
          partnersAgreed,
          state,
          madeBy,
          madeAt,
          verdict);
    }
  }
}
