package anbinh.teamwork.merit;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.Paper;
import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.merit.Merit.Form;
import anbinh.teamwork.merit.Merit.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of merit, whose words are encrypted. Safe for many threads.
@Repository
class MeritTable {
  private static final String SELECT =
      """
      select m.id, m.team_id, m.member_id, m.kind, m.form, m.year, m.paper_number, m.paper_on,
        m.paper_signer, m.authority, m.words_cipher, m.noted_by, m.noted_at, m.withdrawn_reason
      from teamwork.merit m
      """;

  private final SqlClient database;
  private final WorkNotes words;

  MeritTable(SqlClient database, WorkNotes words) {
    this.database = database;
    this.words = words;
  }

  Optional<Merit> find(UUID id) {
    return database.find(
        this::merit,
        SELECT + "where m.id = ? and (m.kind <> 'DISCIPLINE' or m.erased_at is null)",
        id);
  }

  /// Those of a team, the latest paper first, without discipline that was erased.
  ///
  /// @param discipline whether that is among them
  List<Merit> list(
      UUID team, boolean discipline, @Nullable LocalDate day, @Nullable UUID after, int rows) {
    return database.list(
        this::merit,
        SELECT
            + """
            where m.team_id = :team
              and (m.kind <> 'DISCIPLINE' or (:discipline and m.erased_at is null))
              and (cast(:day as date) is null
                or (m.paper_on, m.id) < (:day, cast(:after as uuid)))
            order by m.paper_on desc, m.id desc limit :rows
            """,
        Values.of("team", team)
            .and("discipline", discipline)
            .and("day", day)
            .and("after", after)
            .and("rows", rows));
  }

  /// What stands about somebody, the latest paper first.
  List<Merit> listOf(UUID member, int most) {
    return database.list(
        this::merit,
        SELECT
            + """
            where m.member_id = ? and m.withdrawn_at is null
              and (m.kind <> 'DISCIPLINE' or m.erased_at is null)
            order by m.paper_on desc, m.id desc limit ?
            """,
        member,
        most);
  }

  boolean isRated(UUID team, int year) {
    return database.exists(
        """
        select from teamwork.merit where team_id = ? and year = ?
          and kind = 'RATING' and withdrawn_at is null
        """,
        team,
        year);
  }

  /// How many of some teams were rated in a year as having done their task.
  long ratedDone(Collection<UUID> teams, int year) {
    return database.get(
        Long.class,
        """
        select count(*) from teamwork.merit where team_id = any (?) and year = ?
          and kind = 'RATING' and form <> 'TASK_NOT_DONE' and withdrawn_at is null
        """,
        teams,
        year);
  }

  boolean anyRatedNotDone(Collection<UUID> teams, int year) {
    return database.exists(
        """
        select from teamwork.merit where team_id = any (?) and year = ?
          and kind = 'RATING' and form = 'TASK_NOT_DONE' and withdrawn_at is null
        """,
        teams,
        year);
  }

  /// Whether anybody of some teams was disciplined in a time; how many is nobody's to know.
  boolean anyDisciplined(Collection<UUID> teams, LocalDate from, LocalDate until) {
    return database.exists(
        """
        select from teamwork.merit where team_id = any (?)
          and kind = 'DISCIPLINE' and paper_on between ? and ? and withdrawn_at is null
        """,
        teams,
        from,
        until);
  }

  void insert(Merit merit) {
    database.update(
        """
        insert into teamwork.merit (id, team_id, member_id, kind, form, year, paper_number,
          paper_on, paper_signer, authority, words_cipher, noted_by, noted_at)
        values (:id, :teamId, :memberId, :kind, :form, :year, :paper.number, :paper.on,
          :paper.signer, :authority, :wordsCipher, :notedBy, :notedAt)
        """,
        Values.of(merit).and("wordsCipher", words.encrypt(merit.words())));
  }

  void withdraw(UUID id, String reason, UUID by, Instant at) {
    database.update(
        """
        update teamwork.merit set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = ?
        where id = ?
        """,
        reason,
        by,
        at,
        id);
  }

  /// Erases the words of whatever was noted about people before a moment; discipline is listed no
  /// more.
  ///
  /// @return how often
  int eraseBefore(Instant moment, Instant now) {
    return database.update(
        """
        update teamwork.merit set words_cipher = null, withdrawn_reason =
          case when withdrawn_reason is null then null else '–' end, erased_at = :now
        where id in (select id from teamwork.merit where member_id is not null
          and erased_at is null and noted_at < :moment order by id limit 1000)
        """,
        Values.of("now", now).and("moment", moment));
  }

  private Merit merit(ResultSet row, int number) throws SQLException {
    return new Merit(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getObject("member_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        Form.valueOf(row.getString("form")),
        row.getObject("year", Integer.class),
        new Paper(
            row.getString("paper_number"),
            row.getObject("paper_on", LocalDate.class),
            row.getString("paper_signer")),
        row.getString("authority"),
        words.decrypt(row.getBytes("words_cipher")),
        row.getObject("noted_by", UUID.class),
        row.getTimestamp("noted_at").toInstant(),
        row.getString("withdrawn_reason"));
  }
}
