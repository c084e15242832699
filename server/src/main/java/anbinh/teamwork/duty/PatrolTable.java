package anbinh.teamwork.duty;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.duty.Patrol.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of patrols, whose words are encrypted. Safe for many threads.
@Repository
public class PatrolTable {
  private static final String SELECT =
      """
      select p.id, p.team_id, p.kind, p.shift_id, p.late, p.recorded_by, p.recorded_at,
        p.erased_at is not null as erased, p.annulled_at is not null as annulled
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

  private final SqlClient database;
  private final WorkNotes words;

  PatrolTable(SqlClient database, WorkNotes words) {
    this.database = database;
    this.words = words;
  }

  Optional<Patrol> find(UUID id) {
    return with(database.list(Row.class, SELECT + "where p.id = ?", id)).stream().findFirst();
  }

  /// Those of a team, written down last first.
  List<Patrol> list(UUID team, @Nullable UUID after, int rows) {
    return with(
        database.list(
            Row.class,
            SELECT
                + """
                where p.team_id = :team and (cast(:after as uuid) is null
                  or (p.recorded_at, p.id) < (select o.recorded_at, o.id
                    from teamwork.patrol o where o.id = :after))
                order by p.recorded_at desc, p.id desc limit :rows
                """,
            Values.of("team", team).and("after", after).and("rows", rows)));
  }

  /// Those of a team of which a version may meet a time.
  List<Patrol> meeting(UUID team, Instant from, Instant until) {
    return with(
        database.list(
            Row.class,
            SELECT
                + """
                where p.team_id = ? and p.annulled_at is null and exists (
                  select from teamwork.patrol_version v where v.patrol_id = p.id
                    and v.started_at < ? and v.ended_at > ?)
                """,
            team,
            until,
            from));
  }

  void insert(Patrol patrol) {
    database.update(
        """
        insert into teamwork.patrol
          (id, team_id, kind, shift_id, late, recorded_by, recorded_at)
        values (:id, :teamId, :kind, :shiftId, :late, :recordedBy, :recordedAt)
        """,
        patrol);
    insert(patrol.id(), patrol.last());
  }

  void insert(UUID patrol, Version version) {
    database.update(
        """
        insert into teamwork.patrol_version (patrol_id, version, started_at, ended_at, members,
          words_cipher, reason_cipher, by_id, at)
        values (:patrol, :version, :startedAt, :endedAt, :members, :wordsCipher, :reasonCipher,
          :by, :at)
        """,
        Values.of(version)
            .and("patrol", patrol)
            .and("wordsCipher", words.encrypt(version.words()))
            .and("reasonCipher", words.encrypt(version.reason())));
  }

  /// Notes that a patrol never was, with the version that says so.
  void annul(UUID patrol, Version version) {
    insert(patrol, version);
    database.update(
        "update teamwork.patrol set annulled_at = ? where id = ?", version.at(), patrol);
  }

  /// What somebody did on a day, by the site's clock.
  public record DayOfHours(UUID memberId, LocalDate on, long minutes) {}

  /// Minutes by member of some teams and by the day on which a patrol began.
  public List<DayOfHours> days(Collection<UUID> teams, YearMonth month, ZoneId zone) {
    return database.list(
        DayOfHours.class,
        "with last as ("
            + LAST
            + """
            )
            select m.member as member_id, cast(l.started_at at time zone :zone as date) as "on",
              sum(floor(extract(epoch from l.ended_at - l.started_at) / 60)) as minutes
            from last l cross join lateral unnest(l.members) as m (member)
            where l.started_at >= :from and l.started_at < :until
            group by 1, 2 order by 1, 2
            """,
        Values.of("teams", teams)
            .and("zone", zone.getId())
            .and("from", month.atDay(1).atStartOfDay(zone).toInstant())
            .and("until", month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()));
  }

  /// What somebody did in a time.
  ///
  /// @param minutes of all duty
  public record Hours(UUID memberId, UUID teamId, long patrols, long minutes) {}

  /// Minutes by member of some teams, of patrols that began in a time.
  public List<Hours> hours(Collection<UUID> teams, Instant from, Instant until) {
    return database.list(
        Hours.class,
        "with last as ("
            + LAST
            + """
            )
            select m.member as member_id, p.team_id,
              count(*) filter (where p.kind = 'PATROL') as patrols,
              sum(floor(extract(epoch from l.ended_at - l.started_at) / 60)) as minutes
            from last l join teamwork.patrol p on p.id = l.patrol_id
            cross join lateral unnest(l.members) as m (member)
            where l.started_at >= :from and l.started_at < :until
            group by m.member, p.team_id order by m.member
            """,
        Values.of("teams", teams).and("from", from).and("until", until));
  }

  /// How many patrols a team did in a time, how long they were, and how many were written down late
  /// or corrected.
  record Done(UUID teamId, long patrols, long minutes, long late, long corrected) {}

  List<Done> done(Collection<UUID> teams, Instant from, Instant until) {
    return database.list(
        Done.class,
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
            """,
        Values.of("teams", teams).and("from", from).and("until", until));
  }

  /// Erases the words of patrols that were written down before a moment.
  ///
  /// @return whose words they were
  List<UUID> eraseBefore(Instant moment, Instant now) {
    List<UUID> erased =
        database.list(
            UUID.class,
            """
            update teamwork.patrol set erased_at = :now where id in (
              select id from teamwork.patrol where erased_at is null and recorded_at < :moment
              order by id limit 1000)
            returning id
            """,
            Values.of("now", now).and("moment", moment));
    if (!erased.isEmpty()) {
      database.update(
          """
          update teamwork.patrol_version set words_cipher = null, reason_cipher = null
          where patrol_id = any (?)
          """,
          erased);
    }
    return erased;
  }

  /// A patrol without its versions.
  private record Row(
      UUID id,
      UUID teamId,
      Patrol.Kind kind,
      @Nullable UUID shiftId,
      boolean late,
      UUID recordedBy,
      Instant recordedAt,
      boolean erased,
      boolean annulled) {
    Patrol with(List<Version> versions) {
      return new Patrol(
          id, teamId, kind, shiftId, late, recordedBy, recordedAt, erased, annulled, versions);
    }
  }

  private record RowVersion(UUID patrolId, Version version) {}

  private List<Patrol> with(List<Row> rows) {
    Map<UUID, List<Version>> versions =
        database
            .list(
                this::version,
                """
                select patrol_id, version, started_at, ended_at, members, words_cipher,
                  reason_cipher, by_id, at
                from teamwork.patrol_version where patrol_id = any (?) order by patrol_id, version
                """,
                rows.stream().map(Row::id).toList())
            .stream()
            .collect(
                Collectors.groupingBy(
                    RowVersion::patrolId,
                    Collectors.mapping(RowVersion::version, Collectors.toList())));
    return rows.stream()
        .map(each -> each.with(versions.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private RowVersion version(ResultSet row, int number) throws SQLException {
    return new RowVersion(
        row.getObject("patrol_id", UUID.class),
        new Version(
            row.getInt("version"),
            row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("ended_at").toInstant(),
            List.of((UUID[]) row.getArray("members").getArray()),
            words.decrypt(row.getBytes("words_cipher")),
            words.decrypt(row.getBytes("reason_cipher")),
            row.getObject("by_id", UUID.class),
            row.getTimestamp("at").toInstant()));
  }
}
