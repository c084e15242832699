package anbinh.teamwork.duty;

import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.duty.Patrol.Version;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of patrols, whose words are encrypted. Safe for many threads.
@Repository
public class PatrolTable {
  private static final String SELECT =
      """
      select p.id, p.team_id, p.kind, p.shift_id, p.late, p.recorded_by, p.recorded_at, p.erased_at,
        p.annulled_at
      from teamwork.patrol p
      """;

  /// The version of each patrol that counts; what was annulled counts nowhere.
  private static final String LAST =
      """
      select distinct on (v.patrol_id) v.patrol_id, p.kind, v.started_at, v.ended_at, v.members
      from teamwork.patrol_version v join teamwork.patrol p on p.id = v.patrol_id
      where p.team_id = any (:teams) and p.annulled_at is null
      order by v.patrol_id, v.version desc
      """;

  private final JdbcClient database;
  private final WorkNotes words;

  PatrolTable(JdbcClient database, WorkNotes words) {
    this.database = database;
    this.words = words;
  }

  Optional<Patrol> find(UUID id) {
    return with(database.sql(SELECT + "where p.id = ?").param(id).query(PatrolTable::row).list())
        .stream()
        .findFirst();
  }

  /// Those of a team, written down last first.
  List<Patrol> list(UUID team, @Nullable UUID after, int rows) {
    return with(
        database
            .sql(
                SELECT
                    + """
                    where p.team_id = :team and (cast(:after as uuid) is null
                      or (p.recorded_at, p.id) < (select o.recorded_at, o.id
                        from teamwork.patrol o where o.id = :after))
                    order by p.recorded_at desc, p.id desc limit :rows
                    """)
            .param("team", team)
            .param("after", after)
            .param("rows", rows)
            .query(PatrolTable::row)
            .list());
  }

  /// Those of a team of which a version may meet a time.
  List<Patrol> meeting(UUID team, Instant from, Instant until) {
    return with(
        database
            .sql(
                SELECT
                    + """
                    where p.team_id = ? and p.annulled_at is null and exists (select from teamwork.patrol_version v
                      where v.patrol_id = p.id and v.started_at < ? and v.ended_at > ?)
                    """)
            .params(team, Timestamp.from(until), Timestamp.from(from))
            .query(PatrolTable::row)
            .list());
  }

  void insert(Patrol patrol) {
    database
        .sql(
            """
            insert into teamwork.patrol
              (id, team_id, kind, shift_id, late, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(patrol.id())
        .param(patrol.teamId())
        .param(patrol.kind().name())
        .param(patrol.shiftId())
        .param(patrol.late())
        .param(patrol.recordedBy())
        .param(Timestamp.from(patrol.recordedAt()))
        .update();
    insert(patrol.id(), patrol.last());
  }

  void insert(UUID patrol, Version version) {
    database
        .sql(
            """
            insert into teamwork.patrol_version (patrol_id, version, started_at, ended_at, members,
              words_cipher, reason_cipher, by_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(patrol)
        .param(version.version())
        .param(Timestamp.from(version.startedAt()))
        .param(Timestamp.from(version.endedAt()))
        .param(version.members().toArray(UUID[]::new))
        .param(words.encrypt(version.words()))
        .param(words.encrypt(version.reason()))
        .param(version.by())
        .param(Timestamp.from(version.at()))
        .update();
  }

  /// Notes that a patrol never was, with the version that says so.
  void annul(UUID patrol, Version version) {
    insert(patrol, version);
    database
        .sql("update teamwork.patrol set annulled_at = ? where id = ?")
        .params(Timestamp.from(version.at()), patrol)
        .update();
  }

  /// What somebody did on a day, by the site's clock.
  public record DayOfHours(UUID memberId, LocalDate on, long minutes) {}

  /// Minutes by member of some teams and by the day on which a patrol began.
  public List<DayOfHours> days(Collection<UUID> teams, YearMonth month, ZoneId zone) {
    return database
        .sql(
            "with last as ("
                + LAST
                + """
                )
                select m.member, cast(l.started_at at time zone :zone as date) as on_day,
                  sum(floor(extract(epoch from l.ended_at - l.started_at) / 60)) as minutes
                from last l cross join lateral unnest(l.members) as m (member)
                where l.started_at >= :from and l.started_at < :until
                group by 1, 2 order by 1, 2
                """)
        .param("teams", teams.toArray(UUID[]::new))
        .param("zone", zone.getId())
        .param("from", Timestamp.from(month.atDay(1).atStartOfDay(zone).toInstant()))
        .param("until", Timestamp.from(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
        .query((row, number) ->
            new DayOfHours(
                row.getObject("member", UUID.class),
                row.getObject("on_day", LocalDate.class),
                row.getLong("minutes")))
        .list();
  }

  /// What somebody did in a time.
  ///
  /// @param minutes of all duty
  public record Hours(UUID memberId, UUID teamId, long patrols, long minutes) {}

  /// Minutes by member of some teams, of patrols that began in a time.
  public List<Hours> hours(Collection<UUID> teams, Instant from, Instant until) {
    return database
        .sql(
            "with last as ("
                + LAST
                + """
                )
                select m.member, p.team_id, count(*) filter (where p.kind = 'PATROL') as patrols,
                  sum(floor(extract(epoch from l.ended_at - l.started_at) / 60)) as minutes
                from last l join teamwork.patrol p on p.id = l.patrol_id
                cross join lateral unnest(l.members) as m (member)
                where l.started_at >= :from and l.started_at < :until
                group by m.member, p.team_id order by m.member
                """)
        .param("teams", teams.toArray(UUID[]::new))
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query((row, number) ->
            new Hours(
                row.getObject("member", UUID.class),
                row.getObject("team_id", UUID.class),
                row.getLong("patrols"),
                row.getLong("minutes")))
        .list();
  }

  /// How many patrols a team did in a time, how long they were, and how many were written down late
  /// or corrected.
  record Done(UUID teamId, long patrols, long minutes, long late, long corrected) {}

  List<Done> done(Collection<UUID> teams, Instant from, Instant until) {
    return database
        .sql(
            "with last as ("
                + LAST
                + """
                )
                select p.team_id, count(*) filter (where p.kind = 'PATROL') as patrols,
                  sum(floor(extract(epoch from l.ended_at - l.started_at) / 60)) as minutes,
                  count(*) filter (where p.late) as late,
                  count(*) filter (where exists (select from teamwork.patrol_version v
                    where v.patrol_id = p.id and v.version > 1)) as corrected
                from last l join teamwork.patrol p on p.id = l.patrol_id
                where l.started_at >= :from and l.started_at < :until
                group by p.team_id
                """)
        .param("teams", teams.toArray(UUID[]::new))
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query((row, number) ->
            new Done(
                row.getObject("team_id", UUID.class),
                row.getLong("patrols"),
                row.getLong("minutes"),
                row.getLong("late"),
                row.getLong("corrected")))
        .list();
  }

  /// Erases the words of patrols that were written down before a moment.
  ///
  /// @return whose words they were
  List<UUID> eraseBefore(Instant moment, Instant now) {
    List<UUID> erased =
        database
            .sql(
                """
                update teamwork.patrol set erased_at = :now where id in (
                  select id from teamwork.patrol where erased_at is null and recorded_at < :moment
                  order by id limit 1000)
                returning id
                """)
            .param("now", Timestamp.from(now))
            .param("moment", Timestamp.from(moment))
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    if (!erased.isEmpty()) {
      database
          .sql(
              """
              update teamwork.patrol_version set words_cipher = null, reason_cipher = null
              where patrol_id = any (?)
              """)
          .param(erased.toArray(UUID[]::new))
          .update();
    }
    return erased;
  }

  private List<Patrol> with(List<Patrol> rows) {
    Map<UUID, List<Version>> versions = new HashMap<>();
    database
        .sql(
            """
            select patrol_id, version, started_at, ended_at, members, words_cipher, reason_cipher,
              by_id, at
            from teamwork.patrol_version where patrol_id = any (?) order by patrol_id, version
            """)
        .param(rows.stream().map(Patrol::id).toArray(UUID[]::new))
        .query(row -> {
          versions
              .computeIfAbsent(row.getObject("patrol_id", UUID.class), _ -> new ArrayList<>())
              .add(version(row));
        });
    return rows.stream()
        .map(each ->
            new Patrol(
                each.id(),
                each.teamId(),
                each.kind(),
                each.shiftId(),
                each.late(),
                each.recordedBy(),
                each.recordedAt(),
                each.erased(),
                each.annulled(),
                versions.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private Version version(ResultSet row) throws SQLException {
    Array members = row.getArray("members");
    return new Version(
        row.getInt("version"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("ended_at").toInstant(),
        List.of((UUID[]) members.getArray()),
        words.decrypt(row.getBytes("words_cipher")),
        words.decrypt(row.getBytes("reason_cipher")),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant());
  }

  private static Patrol row(ResultSet row, int number) throws SQLException {
    return new Patrol(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        Patrol.Kind.valueOf(row.getString("kind")),
        row.getObject("shift_id", UUID.class),
        row.getBoolean("late"),
        row.getObject("recorded_by", UUID.class),
        row.getTimestamp("recorded_at").toInstant(),
        row.getTimestamp("erased_at") != null,
        row.getTimestamp("annulled_at") != null,
        List.of());
  }
}
