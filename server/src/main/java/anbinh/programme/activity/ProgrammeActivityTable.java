package anbinh.programme.activity;

import anbinh.programme.PartnerKind;
import anbinh.programme.activity.ClosedYears.PartYear;
import anbinh.programme.activity.ProgrammeActivity.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of activities; they are only added to. Safe for many threads.
@Repository
public class ProgrammeActivityTable {
  private static final String SELECT =
      """
      select a.id, a.version, a.programme_id, a.commune_id, a.on_day, a.what, a.place, a.partners, a.attended,
        a.women, a.youth, a.outcome, a.reason, a.entered_by, a.entered_at,
        f.entered_by as first_by, f.entered_at as first_at
      from programme.activity a
        join programme.activity f on f.id = a.id and f.version = 1
      """;
  private static final String LAST =
      "a.version = (select max(b.version) from programme.activity b where b.id = a.id) ";

  private final JdbcClient database;

  ProgrammeActivityTable(JdbcClient database) {
    this.database = database;
  }

  Optional<ProgrammeActivity> find(UUID id) {
    return database
        .sql(SELECT + "where a.id = ? order by a.version desc limit 1")
        .param(id)
        .query(ProgrammeActivityTable::activity)
        .optional();
  }

  /// A part of those of a programme as they stand, newest first.
  List<ProgrammeActivity> list(
      UUID programmeId, @Nullable LocalDate on, @Nullable UUID after, int rows) {
    return database
        .sql(
            SELECT
                + "where a.programme_id = :programme and "
                + LAST
                + """
                and (cast(:on as date) is null
                  or (a.on_day, a.id) < (cast(:on as date), cast(:after as uuid)))
                order by a.on_day desc, a.id desc limit :rows
                """)
        .param("programme", programmeId)
        .param("on", on)
        .param("after", after)
        .param("rows", rows)
        .query(ProgrammeActivityTable::activity)
        .list();
  }

  /// All versions of one, newest first.
  List<ProgrammeActivity> versions(UUID id) {
    return database
        .sql(SELECT + "where a.id = ? order by a.version desc")
        .param(id)
        .query(ProgrammeActivityTable::activity)
        .list();
  }

  /// How many there were and how many came to them, by the year.
  public record YearOfActivities(int year, long activities, long attended) {}

  public List<YearOfActivities> years(UUID programmeId) {
    return database
        .sql(
            """
            select cast(extract(year from a.on_day) as int), count(*), sum(a.attended)
            from programme.activity a
            where a.programme_id = ? and
            """
                + LAST
                + "group by 1 order by 1 desc")
        .param(programmeId)
        .query((row, number) -> new YearOfActivities(row.getInt(1), row.getLong(2), row.getLong(3)))
        .list();
  }

  /// When the assessment of each part and year of a programme was confirmed.
  Map<PartYear, Instant> confirmed(UUID programmeId) {
    Map<PartYear, Instant> confirmed = new HashMap<>();
    database
        .sql(
            """
            select commune_id, year, decided_at from programme.assessment
            where programme_id = ? and state = 'CONFIRMED'
            """)
        .param(programmeId)
        .query(row -> {
          confirmed.put(
              new PartYear(row.getObject("commune_id", UUID.class), row.getInt("year")),
              row.getTimestamp("decided_at").toInstant());
        });
    return confirmed;
  }

  void insert(ProgrammeActivity activity) {
    database
        .sql(
            """
            insert into programme.activity (id, version, programme_id, commune_id, on_day, what,
              place, partners, attended, women, youth, outcome, reason, entered_by, entered_at)
            values (:id, :version, :programme, :commune, :on, :what, :place, :partners, :attended,
              :women, :youth, :outcome, :reason, :by, :at)
            """)
        .param("id", activity.id())
        .param("version", activity.version())
        .param("programme", activity.programmeId())
        .param("commune", activity.communeId())
        .param("on", activity.on())
        .param("what", activity.what())
        .param("place", activity.place())
        .param("partners", activity.partners().stream().map(Enum::name).toArray(String[]::new))
        .param("attended", activity.attended())
        .param("women", activity.women())
        .param("youth", activity.youth())
        .param("outcome", activity.outcome())
        .param("reason", activity.reason())
        .param("by", activity.enteredBy())
        .param("at", Timestamp.from(activity.enteredAt()))
        .update();
  }

  private static ProgrammeActivity activity(ResultSet row, int number) throws SQLException {
    return new ProgrammeActivity(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getObject("programme_id", UUID.class),
        row.getObject("commune_id", UUID.class),
        row.getObject("on_day", LocalDate.class),
        row.getString("what"),
        row.getString("place"),
        Stream.of((String[]) row.getArray("partners").getArray())
            .map(PartnerKind::valueOf)
            .toList(),
        row.getInt("attended"),
        row.getObject("women", Integer.class),
        row.getObject("youth", Integer.class),
        row.getString("outcome"),
        row.getString("reason"),
        row.getObject("entered_by", UUID.class),
        row.getTimestamp("entered_at").toInstant(),
        new Entry(row.getObject("first_by", UUID.class), row.getTimestamp("first_at").toInstant()));
  }
}
