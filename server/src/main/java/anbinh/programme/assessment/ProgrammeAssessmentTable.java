package anbinh.programme.assessment;

import anbinh.programme.assessment.ProgrammeAssessment.Answer;
import anbinh.programme.assessment.ProgrammeAssessment.Conclusion;
import anbinh.programme.assessment.ProgrammeAssessment.Result;
import anbinh.programme.assessment.ProgrammeAssessment.State;
import anbinh.programme.assessment.ProgrammeAssessment.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of yearly assessments with their answers. Safe for many threads.
@Repository
class ProgrammeAssessmentTable {
  private static final String SELECT =
      """
      select a.id, a.programme_id, a.commune_id, a.year, a.version, a.conclusion, a.words, a.partners_asked,
        a.partners_agreed, a.state, a.made_by, a.made_at, a.decided_by, a.decided_at,
        a.decision_reason, a.paper_number, a.paper_on
      from programme.assessment a
      """;

  private final JdbcClient database;

  ProgrammeAssessmentTable(JdbcClient database) {
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
    return database
        .sql(
            """
            select programme_id, max(year) from programme.assessment
            where state = 'CONFIRMED' and commune_id is null and programme_id = any (?)
            group by programme_id
            """)
        .param(programmes.toArray(UUID[]::new))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  boolean isAssessed(UUID programmeId, @Nullable UUID communeId, int year) {
    return database
        .sql(
            """
            select exists (select from programme.assessment
              where programme_id = ? and year = ? and state <> 'RETURNED'
                and commune_id is not distinct from cast(? as uuid))
            """)
        .param(programmeId)
        .param(year)
        .param(communeId)
        .query(Boolean.class)
        .single();
  }

  void insert(ProgrammeAssessment one) {
    database
        .sql(
            """
            insert into programme.assessment (id, programme_id, commune_id, year, version,
              conclusion, words, partners_asked, partners_agreed, state, made_by, made_at)
            values (:id, :programme, :commune, :year, :version, :conclusion, :words, :asked,
              :agreed, :state, :by, :at)
            """)
        .param("id", one.id())
        .param("programme", one.programmeId())
        .param("commune", one.communeId())
        .param("year", one.year())
        .param("version", one.version())
        .param("conclusion", one.conclusion().name())
        .param("words", one.words())
        .param("asked", one.partnersAsked())
        .param("agreed", one.partnersAgreed())
        .param("state", one.state().name())
        .param("by", one.madeBy())
        .param("at", Timestamp.from(one.madeAt()))
        .update();
    int position = 0;
    for (Answer answer : one.answers()) {
      database
          .sql(
              """
              insert into programme.answer (assessment_id, position, result, words)
              values (:id, :position, :result, :words)
              """)
          .param("id", one.id())
          .param("position", position)
          .param("result", answer.result().name())
          .param("words", answer.words())
          .update();
      position++;
    }
  }

  void decide(UUID id, State state, Verdict verdict) {
    database
        .sql(
            """
            update programme.assessment set state = :state, decided_by = :by,
              decided_at = :at, decision_reason = :reason, paper_number = :number, paper_on = :on
            where id = :id
            """)
        .param("state", state.name())
        .param("by", verdict.by())
        .param("at", Timestamp.from(verdict.at()))
        .param("reason", verdict.reason())
        .param("number", verdict.number())
        .param("on", verdict.on())
        .param("id", id)
        .update();
  }

  private List<ProgrammeAssessment> read(String sql, UUID id) {
    List<ProgrammeAssessment> bare =
        database.sql(sql).param(id).query(ProgrammeAssessmentTable::assessment).list();
    record Row(UUID assessment, Answer answer) {}
    Map<UUID, List<Answer>> answers =
        database
            .sql(
                """
                select assessment_id, result, words from programme.answer
                where assessment_id = any (?) order by assessment_id, position
                """)
            .param(bare.stream().map(ProgrammeAssessment::id).toArray(UUID[]::new))
            .query((row, number) ->
                new Row(
                    row.getObject("assessment_id", UUID.class),
                    new Answer(Result.valueOf(row.getString("result")), row.getString("words"))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Row::assessment, Collectors.mapping(Row::answer, Collectors.toList())));
    return bare.stream()
        .map(each -> with(each, answers.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static ProgrammeAssessment with(ProgrammeAssessment one, List<Answer> answers) {
    return new ProgrammeAssessment(
        one.id(),
        one.programmeId(),
        one.communeId(),
        one.year(),
        one.version(),
        answers,
        one.conclusion(),
        one.words(),
        one.partnersAsked(),
        one.partnersAgreed(),
        one.state(),
        one.madeBy(),
        one.madeAt(),
        one.verdict());
  }

  private static ProgrammeAssessment assessment(ResultSet row, int number) throws SQLException {
    @Nullable UUID decidedBy = row.getObject("decided_by", UUID.class);
    return new ProgrammeAssessment(
        row.getObject("id", UUID.class),
        row.getObject("programme_id", UUID.class),
        row.getObject("commune_id", UUID.class),
        row.getInt("year"),
        row.getInt("version"),
        List.of(),
        Conclusion.valueOf(row.getString("conclusion")),
        row.getString("words"),
        row.getInt("partners_asked"),
        row.getInt("partners_agreed"),
        State.valueOf(row.getString("state")),
        row.getObject("made_by", UUID.class),
        row.getTimestamp("made_at").toInstant(),
        decidedBy == null
            ? null
            : new Verdict(
                decidedBy,
                row.getTimestamp("decided_at").toInstant(),
                row.getString("decision_reason"),
                row.getString("paper_number"),
                row.getObject("paper_on", LocalDate.class)));
  }
}
