package anbinh.standard.assessment;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.standard.StandardException;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.StandardParticipant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of assessments, their steps and minutes; who chaired a meeting is encrypted under a key
/// of their own. Safe for many threads.
@Repository
public class StandardTable {
  private static final String COLUMNS =
      """
      select id, code, area_id, kind, year, authority_id, registered, registrable,
        party_organisation, plan_number, plan_on, state, outcome, round
      from standard.assessment
      """;

  private final JdbcClient database;
  private final SecretCipher cipher;

  StandardTable(JdbcClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("standard").resolve("standard.key"));
  }

  void insert(Assessment assessment) {
    Assessment.Paper plan = assessment.plan();
    database
        .sql(
            """
            insert into standard.assessment (id, code, area_id, kind, year, authority_id,
              registered, registrable, party_organisation, plan_number, plan_on, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(assessment.id())
        .param(assessment.code())
        .param(assessment.areaId())
        .param(assessment.kind().name())
        .param(assessment.year())
        .param(assessment.authorityId())
        .param(assessment.registered())
        .param(assessment.registrable())
        .param(assessment.partyOrganisation())
        .param(plan == null ? null : plan.number())
        .param(plan == null ? null : plan.on())
        .param(assessment.state().name())
        .update();
  }

  Optional<Assessment> find(UUID id) {
    return database
        .sql(COLUMNS + "where id = ?")
        .param(id)
        .query(StandardTable::assessment)
        .optional();
  }

  Optional<Assessment> findForUpdate(UUID id) {
    return database
        .sql(COLUMNS + "where id = ? for update")
        .param(id)
        .query(StandardTable::assessment)
        .optional();
  }

  public Optional<Assessment> find(UUID areaId, int year) {
    return database
        .sql(COLUMNS + "where area_id = ? and year = ?")
        .params(areaId, year)
        .query(StandardTable::assessment)
        .optional();
  }

  /// Finds one and keeps others from changing it until the transaction ends.
  public Optional<Assessment> findForUpdate(UUID areaId, int year) {
    return database
        .sql(COLUMNS + "where area_id = ? and year = ? for update")
        .params(areaId, year)
        .query(StandardTable::assessment)
        .optional();
  }

  /// All of a year, by area.
  public Map<UUID, Assessment> ofYear(int year) {
    Map<UUID, Assessment> found = new HashMap<>();
    database
        .sql(COLUMNS + "where year = ?")
        .param(year)
        .query(StandardTable::assessment)
        .list()
        .forEach(each -> found.put(each.areaId(), each));
    return found;
  }

  /// Those of some areas in a year, by area.
  public Map<UUID, Assessment> ofYear(int year, Collection<UUID> areas) {
    Map<UUID, Assessment> found = new HashMap<>();
    list(areas, year).forEach(each -> found.put(each.areaId(), each));
    return found;
  }

  /// Those of some areas in a year.
  List<Assessment> list(Collection<UUID> areas, int year) {
    return database
        .sql(COLUMNS + "where year = ? and area_id = any (?) order by code")
        .param(year)
        .param(areas.toArray(UUID[]::new))
        .query(StandardTable::assessment)
        .list();
  }

  void move(UUID id, StandardState state, @Nullable StandardOutcome outcome, int round) {
    database
        .sql(
            """
            update standard.assessment set state = ?, outcome = ?, round = ? where id = ?
            """)
        .param(state.name())
        .param(outcome == null ? null : outcome.name())
        .param(round)
        .param(id)
        .update();
  }

  void add(UUID assessment, StandardStep step) {
    database
        .sql(
            """
            insert into standard.step (id, assessment_id, kind, round, outcome, number,
              on_day, words, late_reason, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(step.id())
        .param(assessment)
        .param(step.kind().name())
        .param(step.round())
        .param(step.outcome() == null ? null : step.outcome().name())
        .param(step.number())
        .param(step.on())
        .param(step.words())
        .param(step.lateReason())
        .param(step.by())
        .param(Timestamp.from(step.at()))
        .update();
  }

  /// In the order of time.
  List<StandardStep> steps(UUID assessment) {
    return database
        .sql("select * from standard.step where assessment_id = ? order by id")
        .param(assessment)
        .query(StandardTable::step)
        .list();
  }

  void add(UUID step, MeetingMinutes minutes) {
    database
        .sql(
            """
            insert into standard.minutes (step_id, held_on, chair_cipher, households,
              attended, organisations, votes_for, votes_against, came, nonexistent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(step)
        .param(minutes.heldOn())
        .param(encrypted(minutes.chair()))
        .param(minutes.households())
        .param(minutes.attended())
        .param(minutes.organisations())
        .param(minutes.votesFor())
        .param(minutes.votesAgainst())
        .param(names(minutes.came()))
        .param(names(minutes.nonexistent()))
        .update();
  }

  /// Who chaired a meeting, as it is kept.
  public byte[] encrypted(String chair) {
    return cipher.encrypt(chair);
  }

  /// By step, the last one last.
  Map<UUID, MeetingMinutes> minutes(UUID assessment) {
    Map<UUID, MeetingMinutes> found = new HashMap<>();
    database
        .sql(
            """
            select m.* from standard.minutes m
            join standard.step s on s.id = m.step_id where s.assessment_id = ?
            """)
        .param(assessment)
        .query(row -> {
          found.put(
              row.getObject("step_id", UUID.class),
              new MeetingMinutes(
                  row.getObject("held_on", LocalDate.class),
                  cipher.decryptText(row.getBytes("chair_cipher")),
                  row.getInt("households"),
                  row.getInt("attended"),
                  row.getInt("organisations"),
                  row.getInt("votes_for"),
                  row.getInt("votes_against"),
                  values(row, "came", StandardParticipant.Code::valueOf),
                  values(row, "nonexistent", StandardParticipant.Code::valueOf)));
        });
    return found;
  }

  /// How many came to the last meeting of each of these assessments, as `attended of households`.
  Map<UUID, List<Integer>> attendances(Collection<UUID> assessments) {
    Map<UUID, List<Integer>> found = new HashMap<>();
    database
        .sql(
            """
            select distinct on (s.assessment_id) s.assessment_id, m.attended, m.households
            from standard.step s join standard.minutes m on m.step_id = s.id
            where s.assessment_id = any (?) order by s.assessment_id, s.id desc
            """)
        .param(assessments.toArray(UUID[]::new))
        .query(row -> {
          found.put(
              row.getObject("assessment_id", UUID.class),
              List.of(row.getInt("attended"), row.getInt("households")));
        });
    return found;
  }

  /// What each of these assessments proposed when it was last sent.
  Map<UUID, StandardOutcome> proposals(Collection<UUID> assessments) {
    Map<UUID, StandardOutcome> found = new HashMap<>();
    database
        .sql(
            """
            select distinct on (assessment_id) assessment_id, outcome
            from standard.step
            where kind = 'SELF_ASSESSED' and assessment_id = any (?)
            order by assessment_id, id desc
            """)
        .param(assessments.toArray(UUID[]::new))
        .query(row -> {
          found.put(
              row.getObject("assessment_id", UUID.class),
              StandardOutcome.valueOf(row.getString("outcome")));
        });
    return found;
  }

  private static Assessment assessment(ResultSet row, int number) throws SQLException {
    return new Assessment(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("area_id", UUID.class),
        UnitKind.valueOf(row.getString("kind")),
        row.getInt("year"),
        row.getObject("authority_id", UUID.class),
        row.getObject("registered", Integer.class),
        row.getObject("registrable", Integer.class),
        row.getBoolean("party_organisation"),
        plan(row),
        StandardState.valueOf(row.getString("state")),
        outcome(row),
        row.getInt("round"));
  }

  private static Assessment.@Nullable Paper plan(ResultSet row) throws SQLException {
    String number = row.getString("plan_number");
    return number == null
        ? null
        : new Assessment.Paper(number, row.getObject("plan_on", LocalDate.class));
  }

  /// A list of codes as it is kept.
  static String[] names(List<? extends Enum<?>> codes) {
    return codes.stream().map(Enum::name).toArray(String[]::new);
  }

  static <T> List<T> values(ResultSet row, String column, Function<String, T> of)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).map(of).toList();
  }

  void add(UUID step, Contradiction of, String reason) {
    database
        .sql(
            """
            insert into standard.exception (step_id, criterion, code, number, against,
              reason)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(step)
        .param(of.criterion())
        .param(of.code())
        .param(of.number())
        .param(of.against())
        .param(reason)
        .update();
  }

  /// What stood against the decision of an assessment, with why it was decided all the same.
  List<ExceptionRow> exceptions(UUID assessment) {
    return database
        .sql(
            """
            select e.* from standard.exception e
            join standard.step s on s.id = e.step_id where s.assessment_id = ?
            order by e.criterion, e.code
            """)
        .param(assessment)
        .query((row, _) ->
            new ExceptionRow(
                row.getObject("step_id", UUID.class),
                new Contradiction(
                    row.getString("criterion"),
                    row.getString("code"),
                    row.getLong("number"),
                    row.getObject("against", Long.class)),
                row.getString("reason")))
        .list();
  }

  /// The reasons of all decisions of a year that something stood against, by assessment.
  public Map<UUID, List<StandardException>> exceptionsOfYear(int year) {
    Map<UUID, List<StandardException>> found = new HashMap<>();
    database
        .sql(
            """
            select distinct a.id, e.criterion, e.reason
            from standard.exception e
            join standard.step s on s.id = e.step_id
            join standard.assessment a on a.id = s.assessment_id
            where a.year = ? order by a.id, e.criterion
            """)
        .param(year)
        .query(row -> {
          found
              .computeIfAbsent(row.getObject("id", UUID.class), _ -> new ArrayList<>())
              .add(new StandardException(row.getString("criterion"), row.getString("reason")));
        });
    return found;
  }

  /// One contradiction of a decision, with why it was decided all the same.
  record ExceptionRow(UUID step, Contradiction of, String reason) {}

  private static StandardStep step(ResultSet row, int number) throws SQLException {
    return new StandardStep(
        row.getObject("id", UUID.class),
        StandardStep.Kind.valueOf(row.getString("kind")),
        row.getInt("round"),
        outcome(row),
        row.getString("number"),
        row.getObject("on_day", LocalDate.class),
        row.getString("words"),
        row.getString("late_reason"),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant());
  }

  private static @Nullable StandardOutcome outcome(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return outcome == null ? null : StandardOutcome.valueOf(outcome);
  }
}
