package anbinh.teamwork.duty;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of drills and of who was there. Safe for many threads.
@Repository
public class DrillTable {
  private static final int BATCH = 1_000;
  private static final String SELECT =
      """
      select d.id, d.commune_id, d.kind, d.subject, d.place, d.on_day, d.minutes, d.teams, d.state,
        d.results, d.reason
      from teamwork.drill d
      """;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  DrillTable(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  Optional<Drill> find(UUID id) {
    return database.sql(SELECT + "where d.id = ?").param(id).query(DrillTable::drill).optional();
  }

  Optional<Drill> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where d.id = ? for update")
        .param(id)
        .query(DrillTable::drill)
        .optional();
  }

  /// Those of some communes, the latest first.
  ///
  /// @param day of the last one that was seen, and its identifier; null at the start
  List<Drill> list(
      Collection<UUID> communes, @Nullable LocalDate day, @Nullable UUID after, int rows) {
    return database
        .sql(
            SELECT
                + """
                where d.commune_id = any (:communes)
                  and (cast(:day as date) is null or (d.on_day, d.id) < (:day, cast(:after as uuid)))
                order by d.on_day desc, d.id desc limit :rows
                """)
        .param("communes", communes.toArray(UUID[]::new))
        .param("day", day)
        .param("after", after)
        .param("rows", rows)
        .query(DrillTable::drill)
        .list();
  }

  void insert(Drill drill, UUID by, Instant at) {
    database
        .sql(
            """
            insert into teamwork.drill (id, commune_id, kind, subject, place, on_day, minutes,
              teams, state, planned_by, planned_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)
            """)
        .param(drill.id())
        .param(drill.communeId())
        .param(drill.kind().name())
        .param(drill.subject())
        .param(drill.place())
        .param(drill.on())
        .param(drill.minutes())
        .param(drill.teams().toArray(UUID[]::new))
        .param(by)
        .param(Timestamp.from(at))
        .update();
  }

  void cancel(UUID id, String reason, UUID by, Instant at) {
    database
        .sql(
            """
            update teamwork.drill set state = 'CANCELLED', reason = ?, ended_by = ?, ended_at = ?
            where id = ?
            """)
        .params(reason, by, Timestamp.from(at), id)
        .update();
  }

  /// What was noted of a drill once.
  ///
  /// @param reason why it was corrected; null of the first one
  record Result(
      int version, LocalDate on, int minutes, @Nullable String reason, UUID by, Instant at) {}

  void hold(UUID id, Result result, Map<UUID, Drill.Outcome> attendance) {
    database
        .sql(
            """
            update teamwork.drill set state = 'HELD', on_day = ?, minutes = ?, results = ?,
              ended_by = coalesce(ended_by, ?), ended_at = coalesce(ended_at, ?) where id = ?
            """)
        .params(
            result.on(),
            result.minutes(),
            result.version(),
            result.by(),
            Timestamp.from(result.at()),
            id)
        .update();
    database
        .sql(
            """
            insert into teamwork.drill_result (drill_id, version, on_day, minutes, reason, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(result.version())
        .param(result.on())
        .param(result.minutes())
        .param(result.reason())
        .param(result.by())
        .param(Timestamp.from(result.at()))
        .update();
    batches.batchUpdate(
        """
        insert into teamwork.drill_attendance (drill_id, version, member_id, outcome)
        values (?, ?, ?, ?)
        """,
        attendance.entrySet(),
        BATCH,
        (row, each) -> {
          row.setObject(1, id);
          row.setInt(2, result.version());
          row.setObject(3, each.getKey());
          row.setString(4, each.getValue().name());
        });
  }

  /// What was noted of one, newest first.
  List<Result> results(UUID id) {
    return database
        .sql(
            """
            select version, on_day, minutes, reason, by_id, at from teamwork.drill_result
            where drill_id = ? order by version desc
            """)
        .param(id)
        .query((row, number) ->
            new Result(
                row.getInt("version"),
                row.getObject("on_day", LocalDate.class),
                row.getInt("minutes"),
                row.getString("reason"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /// @param version of what was noted
  Map<UUID, Drill.Outcome> attendance(UUID id, int version) {
    Map<UUID, Drill.Outcome> found = new LinkedHashMap<>();
    database
        .sql(
            """
            select member_id, outcome from teamwork.drill_attendance where drill_id = ?
              and version = ? order by member_id
            """)
        .params(id, version)
        .query(row -> {
          found.put(row.getObject(1, UUID.class), Drill.Outcome.valueOf(row.getString(2)));
        });
    return found;
  }

  /// Who of some was at one that was held in a time.
  Set<UUID> drilled(Collection<UUID> members, LocalDate from, LocalDate until) {
    return new HashSet<>(
        database
            .sql(
                """
                select distinct a.member_id from teamwork.drill_attendance a
                join teamwork.drill d on d.id = a.drill_id and d.results = a.version
                where a.member_id = any (?) and a.outcome <> 'ABSENT' and d.state = 'HELD'
                  and d.on_day between ? and ?
                """)
            .params(members.toArray(UUID[]::new), from, until)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  /// How a drill was for somebody.
  public record Attended(Drill drill, Drill.Outcome outcome) {}

  /// The last ones of somebody, newest first.
  public List<Attended> listOf(UUID member, int most) {
    return database
        .sql(
            """
            select d.id, d.commune_id, d.kind, d.subject, d.place, d.on_day, d.minutes, d.teams,
              d.state, d.results, d.reason, a.outcome
            from teamwork.drill_attendance a
            join teamwork.drill d on d.id = a.drill_id and d.results = a.version
            where a.member_id = ? order by d.on_day desc, d.id desc limit ?
            """)
        .params(member, most)
        .query((row, number) ->
            new Attended(drill(row, number), Drill.Outcome.valueOf(row.getString("outcome"))))
        .list();
  }

  private static Drill drill(ResultSet row, int number) throws SQLException {
    Array teams = row.getArray("teams");
    return new Drill(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        Drill.Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("place"),
        row.getObject("on_day", LocalDate.class),
        row.getInt("minutes"),
        List.of((UUID[]) teams.getArray()),
        Drill.State.valueOf(row.getString("state")),
        row.getInt("results"),
        row.getString("reason"));
  }
}
