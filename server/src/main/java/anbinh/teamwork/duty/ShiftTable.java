package anbinh.teamwork.duty;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of planned shifts. Safe for many threads.
@Repository
class ShiftTable {
  private static final int BATCH = 1_000;
  private static final String SELECT =
      """
      select s.id, s.team_id, s.on_day, s.starts, s.minutes, s.route, s.members, s.cancelled_reason,
        exists (select from teamwork.patrol p where p.shift_id = s.id
          and p.annulled_at is null) as patrolled
      from teamwork.patrol_shift s
      """;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  ShiftTable(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  Optional<Shift> find(UUID id) {
    return database.sql(SELECT + "where s.id = ?").param(id).query(ShiftTable::shift).optional();
  }

  /// Those of some teams from a day to another one, in the order of time.
  List<Shift> list(Collection<UUID> teams, LocalDate from, LocalDate until) {
    return database
        .sql(
            SELECT
                + """
                where s.team_id = any (?) and s.on_day between ? and ?
                order by s.on_day, s.starts, s.id
                """)
        .params(teams.toArray(UUID[]::new), from, until)
        .query(ShiftTable::shift)
        .list();
  }

  void insert(List<Shift> shifts, UUID by, Instant at) {
    batches.batchUpdate(
        """
        insert into teamwork.patrol_shift
          (id, team_id, on_day, starts, minutes, route, members, planned_by, planned_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        shifts,
        BATCH,
        (row, shift) -> {
          row.setObject(1, shift.id());
          row.setObject(2, shift.teamId());
          row.setObject(3, shift.on());
          row.setObject(4, shift.starts());
          row.setInt(5, shift.minutes());
          row.setString(6, shift.route());
          row.setArray(7, row.getConnection().createArrayOf("uuid", shift.members().toArray()));
          row.setObject(8, by);
          row.setTimestamp(9, Timestamp.from(at));
        });
  }

  void cancel(UUID id, String reason, UUID by, Instant at) {
    database
        .sql(
            """
            update teamwork.patrol_shift set cancelled_reason = ?, cancelled_by = ?,
              cancelled_at = ? where id = ?
            """)
        .params(reason, by, Timestamp.from(at), id)
        .update();
  }

  private static Shift shift(ResultSet row, int number) throws SQLException {
    Array members = row.getArray("members");
    return new Shift(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getObject("on_day", LocalDate.class),
        row.getObject("starts", LocalTime.class),
        row.getInt("minutes"),
        row.getString("route"),
        List.of((UUID[]) members.getArray()),
        row.getString("cancelled_reason"),
        row.getBoolean("patrolled"));
  }
}
