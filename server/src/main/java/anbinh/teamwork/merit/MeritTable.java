package anbinh.teamwork.merit;

import anbinh.team.Paper;
import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.merit.Merit.Form;
import anbinh.teamwork.merit.Merit.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient database;
  private final WorkNotes words;

  MeritTable(JdbcClient database, WorkNotes words) {
    this.database = database;
    this.words = words;
  }

  Optional<Merit> find(UUID id) {
    return database
        .sql(SELECT + "where m.id = ? and (m.kind <> 'DISCIPLINE' or m.erased_at is null)")
        .param(id)
        .query(this::merit)
        .optional();
  }

  /// Those of a team, the latest paper first, without discipline that was erased.
  ///
  /// @param discipline whether that is among them
  List<Merit> list(
      UUID team, boolean discipline, @Nullable LocalDate day, @Nullable UUID after, int rows) {
    return database
        .sql(
            SELECT
                + """
                where m.team_id = :team
                  and (m.kind <> 'DISCIPLINE' or (:discipline and m.erased_at is null))
                  and (cast(:day as date) is null
                    or (m.paper_on, m.id) < (:day, cast(:after as uuid)))
                order by m.paper_on desc, m.id desc limit :rows
                """)
        .param("team", team)
        .param("discipline", discipline)
        .param("day", day)
        .param("after", after)
        .param("rows", rows)
        .query(this::merit)
        .list();
  }

  /// What stands about somebody, the latest paper first.
  List<Merit> listOf(UUID member, int most) {
    return database
        .sql(
            SELECT
                + """
                where m.member_id = ? and m.withdrawn_at is null
                  and (m.kind <> 'DISCIPLINE' or m.erased_at is null)
                order by m.paper_on desc, m.id desc limit ?
                """)
        .params(member, most)
        .query(this::merit)
        .list();
  }

  boolean isRated(UUID team, int year) {
    return database
        .sql(
            """
            select exists (select from teamwork.merit where team_id = ? and year = ?
              and kind = 'RATING' and withdrawn_at is null)
            """)
        .params(team, year)
        .query(Boolean.class)
        .single();
  }

  /// How many of some teams were rated in a year as having done their task.
  long ratedDone(Collection<UUID> teams, int year) {
    return database
        .sql(
            """
            select count(*) from teamwork.merit where team_id = any (?) and year = ?
              and kind = 'RATING' and form <> 'TASK_NOT_DONE' and withdrawn_at is null
            """)
        .params(teams.toArray(UUID[]::new), year)
        .query(Long.class)
        .single();
  }

  boolean anyRatedNotDone(Collection<UUID> teams, int year) {
    return database
        .sql(
            """
            select exists (select from teamwork.merit where team_id = any (?) and year = ?
              and kind = 'RATING' and form = 'TASK_NOT_DONE' and withdrawn_at is null)
            """)
        .params(teams.toArray(UUID[]::new), year)
        .query(Boolean.class)
        .single();
  }

  /// Whether anybody of some teams was disciplined in a time; how many is nobody's to know.
  boolean anyDisciplined(Collection<UUID> teams, LocalDate from, LocalDate until) {
    return database
        .sql(
            """
            select exists (select from teamwork.merit where team_id = any (?)
              and kind = 'DISCIPLINE' and paper_on between ? and ? and withdrawn_at is null)
            """)
        .params(teams.toArray(UUID[]::new), from, until)
        .query(Boolean.class)
        .single();
  }

  void insert(Merit merit) {
    database
        .sql(
            """
            insert into teamwork.merit (id, team_id, member_id, kind, form, year, paper_number,
              paper_on, paper_signer, authority, words_cipher, noted_by, noted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(merit.id())
        .param(merit.teamId())
        .param(merit.memberId())
        .param(merit.kind().name())
        .param(merit.form().name())
        .param(merit.year())
        .param(merit.paper().number())
        .param(merit.paper().on())
        .param(merit.paper().signer())
        .param(merit.authority())
        .param(words.encrypt(merit.words()))
        .param(merit.notedBy())
        .param(Timestamp.from(merit.notedAt()))
        .update();
  }

  void withdraw(UUID id, String reason, UUID by, Instant at) {
    database
        .sql(
            """
            update teamwork.merit set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = ?
            where id = ?
            """)
        .params(reason, by, Timestamp.from(at), id)
        .update();
  }

  /// Erases the words of whatever was noted about people before a moment; discipline is listed no
  /// more.
  ///
  /// @return how often
  int eraseBefore(Instant moment, Instant now) {
    return database
        .sql(
            """
            update teamwork.merit set words_cipher = null, withdrawn_reason =
              case when withdrawn_reason is null then null else '–' end, erased_at = :now
            where id in (select id from teamwork.merit where member_id is not null
              and erased_at is null and noted_at < :moment order by id limit 1000)
            """)
        .param("now", Timestamp.from(now))
        .param("moment", Timestamp.from(moment))
        .update();
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
