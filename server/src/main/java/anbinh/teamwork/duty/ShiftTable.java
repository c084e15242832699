package anbinh.teamwork.duty;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of planned shifts. Safe for many threads.
@Repository
class ShiftTable {
  private static final String SELECT =
      """
      select s.id, s.team_id, s.on_day as "on", s.starts, s.minutes, s.route, s.members,
        s.cancelled_reason as cancelled,
        exists (select from teamwork.patrol p where p.shift_id = s.id
          and p.annulled_at is null) as patrolled
      from teamwork.patrol_shift s
      """;

  private final SqlClient database;

  ShiftTable(SqlClient database) {
    this.database = database;
  }

  Optional<Shift> find(UUID id) {
    return database.find(Shift.class, SELECT + "where s.id = ?", id);
  }

  /// Those of some teams from a day to another one, in the order of time.
  List<Shift> list(Collection<UUID> teams, LocalDate from, LocalDate until) {
    return database.list(
        Shift.class,
        SELECT
            + """
            where s.team_id = any (?) and s.on_day between ? and ?
            order by s.on_day, s.starts, s.id
            """,
        teams,
        from,
        until);
  }

  void insert(List<Shift> shifts, UUID by, Instant at) {
    database.batch(
        """
        insert into teamwork.patrol_shift
          (id, team_id, on_day, starts, minutes, route, members, planned_by, planned_at)
        values (:id, :teamId, :on, :starts, :minutes, :route, :members, :by, :at)
        """,
        shifts.stream().map(shift -> Values.of(shift).and("by", by).and("at", at)).toList());
  }

  void cancel(UUID id, String reason, UUID by, Instant at) {
    database.update(
        """
        update teamwork.patrol_shift set cancelled_reason = ?, cancelled_by = ?,
          cancelled_at = ? where id = ?
        """,
        reason,
        by,
        at,
        id);
  }
}
