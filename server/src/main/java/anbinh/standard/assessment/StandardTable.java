package anbinh.standard.assessment;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.standard.StandardException;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.criteria.StandardParticipant;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of assessments, their steps and minutes; who chaired a meeting is encrypted under a key
/// of their own. Safe for many threads.
@Repository
public class StandardTable {
  private static final String COLUMNS =
      """
      select id, code, area_id, kind, year, authority_id, registered, registrable,
        party_organisation, plan_number as "plan.number", plan_on as "plan.on", state, outcome,
        round
      from standard.assessment
      """;

  private final SqlClient database;
  private final SecretCipher cipher;

  StandardTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("standard").resolve("standard.key"));
  }

  void insert(Assessment assessment) {
    database.update(
        """
        insert into standard.assessment (id, code, area_id, kind, year, authority_id,
          registered, registrable, party_organisation, plan_number, plan_on, state)
        values (:id, :code, :areaId, :kind, :year, :authorityId, :registered, :registrable,
          :partyOrganisation, :plan.number, :plan.on, :state)
        """,
        assessment);
  }

  Optional<Assessment> find(UUID id) {
    return database.find(Assessment.class, COLUMNS + "where id = ?", id);
  }

  Optional<Assessment> findForUpdate(UUID id) {
    return database.find(Assessment.class, COLUMNS + "where id = ? for update", id);
  }

  public Optional<Assessment> find(UUID areaId, int year) {
    return database.find(
        Assessment.class, COLUMNS + "where area_id = ? and year = ?", areaId, year);
  }

  /// Finds one and keeps others from changing it until the transaction ends.
  public Optional<Assessment> findForUpdate(UUID areaId, int year) {
    return database.find(
        Assessment.class, COLUMNS + "where area_id = ? and year = ? for update", areaId, year);
  }

  /// All of a year, by area.
  public Map<UUID, Assessment> ofYear(int year) {
    Map<UUID, Assessment> found = new HashMap<>();
    database
        .list(Assessment.class, COLUMNS + "where year = ?", year)
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
    return database.list(
        Assessment.class,
        COLUMNS + "where year = ? and area_id = any (?) order by code",
        year,
        areas);
  }

  void move(UUID id, StandardState state, @Nullable StandardOutcome outcome, int round) {
    database.update(
        """
        update standard.assessment set state = ?, outcome = ?, round = ? where id = ?
        """,
        state,
        outcome,
        round,
        id);
  }

  void add(UUID assessment, StandardStep step) {
    database.update(
        """
        insert into standard.step (id, assessment_id, kind, round, outcome, number,
          on_day, words, late_reason, by_id, at)
        values (:id, :assessment, :kind, :round, :outcome, :number, :on, :words, :lateReason,
          :by, :at)
        """,
        Values.of(step).and("assessment", assessment));
  }

  /// In the order of time.
  List<StandardStep> steps(UUID assessment) {
    return database.list(
        StandardStep.class,
        """
        select *, on_day as on, by_id as by from standard.step
        where assessment_id = ? order by id
        """,
        assessment);
  }

  void add(UUID step, MeetingMinutes minutes) {
    database.update(
        """
        insert into standard.minutes (step_id, held_on, chair_cipher, households,
          attended, organisations, votes_for, votes_against, came, nonexistent)
        values (:step, :heldOn, :chair, :households, :attended, :organisations, :votesFor,
          :votesAgainst, :came, :nonexistent)
        """,
        Values.of(minutes).and("step", step).and("chair", encrypted(minutes.chair())));
  }

  /// Who chaired a meeting, as it is kept.
  public byte[] encrypted(String chair) {
    return cipher.encrypt(chair);
  }

  /// By step, the last one last.
  Map<UUID, MeetingMinutes> minutes(UUID assessment) {
    Map<UUID, MeetingMinutes> found = new HashMap<>();
    database
        .list(
            (row, _) -> Map.entry(row.getObject("step_id", UUID.class), minutes(row)),
            """
            select m.* from standard.minutes m
            join standard.step s on s.id = m.step_id where s.assessment_id = ?
            """,
            assessment)
        .forEach(each -> found.put(each.getKey(), each.getValue()));
    return found;
  }

  /// How many came to the last meeting of each of these assessments, as `attended of households`.
  Map<UUID, List<Integer>> attendances(Collection<UUID> assessments) {
    Map<UUID, List<Integer>> found = new HashMap<>();
    database
        .list(
            Attendance.class,
            """
            select distinct on (s.assessment_id) s.assessment_id, m.attended, m.households
            from standard.step s join standard.minutes m on m.step_id = s.id
            where s.assessment_id = any (?) order by s.assessment_id, s.id desc
            """,
            assessments)
        .forEach(
            each -> found.put(each.assessmentId(), List.of(each.attended(), each.households())));
    return found;
  }

  /// What each of these assessments proposed when it was last sent.
  Map<UUID, StandardOutcome> proposals(Collection<UUID> assessments) {
    return database.map(
        UUID.class,
        StandardOutcome.class,
        """
        select distinct on (assessment_id) assessment_id, outcome
        from standard.step
        where kind = 'SELF_ASSESSED' and assessment_id = any (?)
        order by assessment_id, id desc
        """,
        assessments);
  }

  /// In which of some assessments one of some accounts registered the unit, answered, named or
  /// withdrew what speaks for an answer, or sent it.
  public Set<UUID> assessedBy(Collection<UUID> some, Collection<UUID> accounts) {
    return Set.copyOf(
        database.list(
            UUID.class,
            """
            select assessment_id from standard.answer
            where assessment_id = any (:some) and not appraisal and by_id = any (:accounts)
            union select assessment_id from standard.evidence
            where assessment_id = any (:some)
              and (by_id = any (:accounts) or withdrawn_by = any (:accounts))
            union select assessment_id from standard.step
            where assessment_id = any (:some) and kind in ('REGISTERED', 'SELF_ASSESSED')
              and by_id = any (:accounts)
            """,
            Values.of("some", some).and("accounts", accounts)));
  }

  /// In which of some assessments one of some accounts said anything of an answer, or proposed.
  public Set<UUID> appraisedBy(Collection<UUID> some, Collection<UUID> accounts) {
    return Set.copyOf(
        database.list(
            UUID.class,
            """
            select assessment_id from standard.review
            where assessment_id = any (:some) and by_id = any (:accounts)
            union select assessment_id from standard.step
            where assessment_id = any (:some) and kind = 'APPRAISED' and by_id = any (:accounts)
            """,
            Values.of("some", some).and("accounts", accounts)));
  }

  private record Attendance(UUID assessmentId, int attended, int households) {}

  private MeetingMinutes minutes(ResultSet row) throws SQLException {
    return new MeetingMinutes(
        row.getObject("held_on", LocalDate.class),
        cipher.decryptText(row.getBytes("chair_cipher")),
        row.getInt("households"),
        row.getInt("attended"),
        row.getInt("organisations"),
        row.getInt("votes_for"),
        row.getInt("votes_against"),
        participants(row.getArray("came")),
        participants(row.getArray("nonexistent")));
  }

  private static List<StandardParticipant.Code> participants(Array codes) throws SQLException {
    return Arrays.stream((String[]) codes.getArray())
        .map(StandardParticipant.Code::valueOf)
        .toList();
  }

  void add(UUID step, Contradiction of, String reason) {
    database.update(
        """
        insert into standard.exception (step_id, criterion, code, number, against,
          reason)
        values (:step, :criterion, :code, :number, :against, :reason)
        """,
        Values.of(of).and("step", step).and("reason", reason));
  }

  /// What stood against the decision of an assessment, with why it was decided all the same.
  List<ExceptionRow> exceptions(UUID assessment) {
    return database.list(
        ExceptionRow.class,
        """
        select e.step_id as step, e.criterion as "of.criterion", e.code as "of.code",
          e.number as "of.number", e.against as "of.against", e.reason
        from standard.exception e
        join standard.step s on s.id = e.step_id where s.assessment_id = ?
        order by e.criterion, e.code
        """,
        assessment);
  }

  /// The reasons of all decisions of a year that something stood against, by assessment.
  public Map<UUID, List<StandardException>> exceptionsOfYear(int year) {
    return database.groups(
        UUID.class,
        StandardException.class,
        """
        select distinct a.id, e.criterion, e.reason
        from standard.exception e
        join standard.step s on s.id = e.step_id
        join standard.assessment a on a.id = s.assessment_id
        where a.year = ? order by a.id, e.criterion
        """,
        year);
  }

  /// One contradiction of a decision, with why it was decided all the same.
  record ExceptionRow(UUID step, Contradiction of, String reason) {}
}
