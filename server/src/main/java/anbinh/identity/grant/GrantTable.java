package anbinh.identity.grant;

import anbinh.identity.AreaScope;
import anbinh.identity.Role;
import anbinh.identity.account.Accounts;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of roles that wait for a confirmation, and of who gave whom a way in.
@Component
class GrantTable {
  private static final String SELECT =
      """
      select r.id, r.person_id, r.area_id, r.causes, r.granters, r.granted_at, r.until, r.outcome,
        r.ended_by, r.ended_at, r.reason,
        array(select w.role from identity.role_request_role w where w.request_id = r.id
          order by w.role) as roles,
        array(select w.last_day from identity.role_request_role w where w.request_id = r.id
          order by w.role) as last_days
      from identity.role_request r
      """;

  private final JdbcClient database;
  private final Accounts accounts;

  GrantTable(JdbcClient database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  void insert(GrantRequest request) {
    accounts.touch(request.personId());
    database
        .sql(
            """
            insert into identity.role_request
              (id, person_id, area_id, causes, granters, granted_at, until)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(request.id())
        .param(request.personId())
        .param(request.areaId())
        .param(request.causes().stream().sorted().map(GrantCause::name).toArray(String[]::new))
        .param(request.granters().toArray(UUID[]::new))
        .param(Timestamp.from(request.grantedAt()))
        .param(Timestamp.from(request.until()))
        .update();
    for (Role role : request.roles()) {
      database
          .sql("insert into identity.role_request_role values (?, ?, ?)")
          .param(request.id())
          .param(role.name())
          .param(request.lastDays().get(role))
          .update();
    }
  }

  void end(GrantRequest request, GrantRequest.Ending ending) {
    accounts.touch(request.personId());
    database
        .sql(
            """
            update identity.role_request set outcome = ?, ended_by = ?, ended_at = ?, reason = ?
            where id = ? and outcome is null
            """)
        .param(ending.outcome().name())
        .param(ending.by())
        .param(Timestamp.from(ending.at()))
        .param(ending.reason())
        .param(request.id())
        .update();
  }

  /// Keeps others from changing somebody's roles until the transaction ends.
  void lock(UUID person) {
    accounts.touch(person);
  }

  Optional<GrantRequest> find(UUID id) {
    return database.sql(SELECT + "where r.id = ?").param(id).query(GrantTable::request).optional();
  }

  /// What waits of somebody, be it past its time.
  Optional<GrantRequest> findOpen(UUID person) {
    return database
        .sql(SELECT + "where r.person_id = ? and r.outcome is null")
        .param(person)
        .query(GrantTable::request)
        .optional();
  }

  /// What waits, the oldest first.
  List<GrantRequest> listWaiting(AreaScope scope, Instant now) {
    return database
        .sql(
            SELECT
                + """
                join identity.person p on p.id = r.person_id
                where r.outcome is null and r.until > :now
                  and (cast(:areas as uuid[]) is null or p.area_id = any (:areas))
                order by r.id
                """)
        .param("now", Timestamp.from(now))
        .param("areas", scope.array())
        .query(GrantTable::request)
        .list();
  }

  /// What waits no more, the newest first; without what another grant took the place of.
  ///
  /// @param before only those before this one; null for the first page
  List<GrantRequest> listEnded(AreaScope scope, Instant now, @Nullable UUID before, int rows) {
    return database
        .sql(
            SELECT
                + """
                join identity.person p on p.id = r.person_id
                where (r.outcome is not null or r.until <= :now)
                  and r.outcome is distinct from 'REPLACED'
                  and (cast(:areas as uuid[]) is null or p.area_id = any (:areas))
                  and (cast(:before as uuid) is null or r.id < :before)
                order by r.id desc limit :rows
                """)
        .param("now", Timestamp.from(now))
        .param("areas", scope.array())
        .param("before", before)
        .param("rows", rows)
        .query(GrantTable::request)
        .list();
  }

  /// The roles that wait, of those of some people for whom some do.
  Map<UUID, Set<Role>> waiting(Collection<UUID> people, Instant now) {
    Map<UUID, Set<Role>> waiting = new HashMap<>();
    database
        .sql(
            """
            select r.person_id, w.role from identity.role_request r
            join identity.role_request_role w on w.request_id = r.id
            where r.person_id = any (?) and r.outcome is null and r.until > ?
            """)
        .params(people.toArray(UUID[]::new), Timestamp.from(now))
        .query(row -> {
          waiting
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> EnumSet.noneOf(Role.class))
              .add(Role.valueOf(row.getString(2)));
        });
    return waiting;
  }

  void noteReset(UUID person, UUID by, Instant at) {
    accounts.touch(person);
    database
        .sql("insert into identity.credential_reset values (?, ?, ?)")
        .params(person, by, Timestamp.from(at))
        .update();
  }

  /// Whether one of some accounts was made by one of others, or given a way in by one of them since
  /// a moment.
  ///
  /// @param made only where it was made after a moment; null for ever
  boolean isBeholden(
      Collection<UUID> some, Collection<UUID> others, Instant since, @Nullable Instant made) {
    return database
        .sql(
            """
            select exists (select from identity.person
                where id = any (:some) and created_by = any (:others)
                  and (cast(:made as timestamptz) is null or created_at > :made))
              or exists (select from identity.credential_reset
                where person_id = any (:some) and reset_by = any (:others) and at >= :since)
            """)
        .param("some", some.toArray(UUID[]::new))
        .param("others", others.toArray(UUID[]::new))
        .param("since", Timestamp.from(since))
        .param("made", made == null ? null : Timestamp.from(made))
        .query(Boolean.class)
        .single();
  }

  /// When the first steps ended; empty where they last or never began.
  Optional<Instant> findFirstStepsEnd() {
    return database
        .sql("select ended_at from identity.first_steps where ended_at is not null")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private static GrantRequest request(ResultSet row, int number) throws SQLException {
    List<Role> roles = list(row.getArray("roles"), Role::valueOf);
    Map<Role, LocalDate> lastDays = new EnumMap<>(Role.class);
    @Nullable Date[] days = (@Nullable Date[]) row.getArray("last_days").getArray();
    for (int n = 0; n < days.length; n++) {
      Date day = days[n];
      if (day != null) {
        lastDays.put(roles.get(n), day.toLocalDate());
      }
    }
    String outcome = row.getString("outcome");
    return new GrantRequest(
        row.getObject("id", UUID.class),
        row.getObject("person_id", UUID.class),
        Set.copyOf(roles),
        lastDays,
        row.getObject("area_id", UUID.class),
        Set.copyOf(list(row.getArray("causes"), GrantCause::valueOf)),
        Set.of((UUID[]) row.getArray("granters").getArray()),
        row.getTimestamp("granted_at").toInstant(),
        row.getTimestamp("until").toInstant(),
        outcome == null
            ? null
            : new GrantRequest.Ending(
                GrantOutcome.valueOf(outcome),
                row.getObject("ended_by", UUID.class),
                row.getTimestamp("ended_at").toInstant(),
                row.getString("reason")));
  }

  private static <T> List<T> list(Array texts, Function<String, T> read) throws SQLException {
    return Arrays.stream((String[]) texts.getArray()).map(read).toList();
  }
}
