package anbinh.teamwork.duty;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of drills and of who was there. Safe for many threads.
@Repository
public class DrillTable {
  private static final String SELECT =
      """
      select d.id, d.commune_id, d.kind, d.subject, d.place, d.on_day as "on", d.minutes, d.teams,
        d.state, d.results, d.reason
      from teamwork.drill d
      """;

  private final SqlClient database;

  DrillTable(SqlClient database) {
    this.database = database;
  }

  Optional<Drill> find(UUID id) {
    return database.find(Drill.class, SELECT + "where d.id = ?", id);
  }

  Optional<Drill> findForUpdate(UUID id) {
    return database.find(Drill.class, SELECT + "where d.id = ? for update", id);
  }

  /// Those of some communes, the latest first.
  ///
  /// @param day of the last one that was seen, and its identifier; null at the start
  List<Drill> list(
      Collection<UUID> communes, @Nullable LocalDate day, @Nullable UUID after, int rows) {
    return database.list(
        Drill.class,
        SELECT
            + """
            where d.commune_id = any (:communes)
              and (cast(:day as date) is null or (d.on_day, d.id) < (:day, cast(:after as uuid)))
            order by d.on_day desc, d.id desc limit :rows
            """,
        Values.of("communes", communes).and("day", day).and("after", after).and("rows", rows));
  }

  void insert(Drill drill, UUID by, Instant at) {
    database.update(
        """
        insert into teamwork.drill (id, commune_id, kind, subject, place, on_day, minutes,
          teams, state, planned_by, planned_at)
        values (:id, :communeId, :kind, :subject, :place, :on, :minutes, :teams, 'PLANNED', :by,
          :at)
        """,
        Values.of(drill).and("by", by).and("at", at));
  }

  void cancel(UUID id, String reason, UUID by, Instant at) {
    database.update(
        """
        update teamwork.drill set state = 'CANCELLED', reason = ?, ended_by = ?, ended_at = ?
        where id = ?
        """,
        reason,
        by,
        at,
        id);
  }

  /// What was noted of a drill once.
  ///
  /// @param reason why it was corrected; null of the first one
  record Result(
      int version, LocalDate on, int minutes, @Nullable String reason, UUID by, Instant at) {}

  void hold(UUID id, Result result, Map<UUID, Drill.Outcome> attendance) {
    database.update(
        """
        update teamwork.drill set state = 'HELD', on_day = :on, minutes = :minutes,
          results = :version, ended_by = coalesce(ended_by, :by), ended_at = coalesce(ended_at,
          :at) where id = :id
        """,
        Values.of(result).and("id", id));
    database.update(
        """
        insert into teamwork.drill_result (drill_id, version, on_day, minutes, reason, by_id, at)
        values (:id, :version, :on, :minutes, :reason, :by, :at)
        """,
        Values.of(result).and("id", id));
    database.batch(
        """
        insert into teamwork.drill_attendance (drill_id, version, member_id, outcome)
        values (:id, :version, :member, :outcome)
        """,
        attendance.entrySet().stream()
            .map(each ->
                Values.of("id", id)
                    .and("version", result.version())
                    .and("member", each.getKey())
                    .and("outcome", each.getValue()))
            .toList());
  }

  /// What was noted of one, newest first.
  List<Result> results(UUID id) {
    return database.list(
        Result.class,
        """
        select version, on_day as "on", minutes, reason, by_id as by, at from teamwork.drill_result
        where drill_id = ? order by version desc
        """,
        id);
  }

  /// @param version of what was noted
  Map<UUID, Drill.Outcome> attendance(UUID id, int version) {
    return database.map(
        UUID.class,
        Drill.Outcome.class,
        """
        select member_id, outcome from teamwork.drill_attendance where drill_id = ?
          and version = ? order by member_id
        """,
        id,
        version);
  }

  /// Who of some was at one that was held in a time.
  Set<UUID> drilled(Collection<UUID> members, LocalDate from, LocalDate until) {
    return new HashSet<>(
        database.list(
            UUID.class,
            """
            select distinct a.member_id from teamwork.drill_attendance a
            join teamwork.drill d on d.id = a.drill_id and d.results = a.version
            where a.member_id = any (?) and a.outcome <> 'ABSENT' and d.state = 'HELD'
              and d.on_day between ? and ?
            """,
            members,
            from,
            until));
  }

  /// How a drill was for somebody.
  public record Attended(Drill drill, Drill.Outcome outcome) {}

  /// The last ones of somebody, newest first.
  public List<Attended> listOf(UUID member, int most) {
    return database.list(
        Attended.class,
        """
        select d.id as "drill.id", d.commune_id as "drill.commune_id", d.kind as "drill.kind",
          d.subject as "drill.subject", d.place as "drill.place", d.on_day as "drill.on",
          d.minutes as "drill.minutes", d.teams as "drill.teams", d.state as "drill.state",
          d.results as "drill.results", d.reason as "drill.reason", a.outcome
        from teamwork.drill_attendance a
        join teamwork.drill d on d.id = a.drill_id and d.results = a.version
        where a.member_id = ? order by d.on_day desc, d.id desc limit ?
        """,
        member,
        most);
  }
}
