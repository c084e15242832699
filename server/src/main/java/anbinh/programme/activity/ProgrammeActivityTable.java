package anbinh.programme.activity;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.activity.ClosedYears.PartYear;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of activities; they are only added to. Safe for many threads.
@Repository
public class ProgrammeActivityTable {
  private static final String SELECT =
      """
      select a.id, a.version, a.programme_id, a.commune_id, a.on_day as "on", a.what, a.place,
        a.partners, a.attended, a.women, a.youth, a.outcome, a.reason, a.entered_by, a.entered_at,
        f.entered_by as "first.by", f.entered_at as "first.at"
      from programme.activity a
        join programme.activity f on f.id = a.id and f.version = 1
      """;
  private static final String LAST =
      "a.version = (select max(b.version) from programme.activity b where b.id = a.id) ";

  private final SqlClient database;

  ProgrammeActivityTable(SqlClient database) {
    this.database = database;
  }

  Optional<ProgrammeActivity> find(UUID id) {
    return database.find(
        ProgrammeActivity.class, SELECT + "where a.id = ? order by a.version desc limit 1", id);
  }

  /// A part of those of a programme as they stand, newest first.
  List<ProgrammeActivity> list(
      UUID programmeId, @Nullable LocalDate on, @Nullable UUID after, int rows) {
    return database.list(
        ProgrammeActivity.class,
        SELECT
            + "where a.programme_id = :programme and "
            + LAST
            + """
            and (cast(:on as date) is null
              or (a.on_day, a.id) < (cast(:on as date), cast(:after as uuid)))
            order by a.on_day desc, a.id desc limit :rows
            """,
        Values.of("programme", programmeId).and("on", on).and("after", after).and("rows", rows));
  }

  /// All versions of one, newest first.
  List<ProgrammeActivity> versions(UUID id) {
    return database.list(
        ProgrammeActivity.class, SELECT + "where a.id = ? order by a.version desc", id);
  }

  /// How many there were and how many came to them, by the year.
  public record YearOfActivities(int year, long activities, long attended) {}

  public List<YearOfActivities> years(UUID programmeId) {
    return database.list(
        YearOfActivities.class,
        """
        select cast(extract(year from a.on_day) as int) as year, count(*) as activities,
          sum(a.attended) as attended
        from programme.activity a
        where a.programme_id = ? and
        """
            + LAST
            + "group by 1 order by 1 desc",
        programmeId);
  }

  /// When the assessment of each part and year of a programme was confirmed.
  Map<PartYear, Instant> confirmed(UUID programmeId) {
    record Confirmed(PartYear part, Instant at) {}
    return database
        .list(
            Confirmed.class,
            """
            select commune_id as "part.commune_id", year as "part.year", decided_at as at
            from programme.assessment where programme_id = ? and state = 'CONFIRMED'
            """,
            programmeId)
        .stream()
        .collect(Collectors.toMap(Confirmed::part, Confirmed::at, (first, last) -> last));
  }

  void insert(ProgrammeActivity activity) {
    database.update(
        """
        insert into programme.activity (id, version, programme_id, commune_id, on_day, what,
          place, partners, attended, women, youth, outcome, reason, entered_by, entered_at)
        values (:id, :version, :programmeId, :communeId, :on, :what, :place, :partners, :attended,
          :women, :youth, :outcome, :reason, :enteredBy, :enteredAt)
        """,
        activity);
  }
}
