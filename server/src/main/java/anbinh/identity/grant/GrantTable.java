package anbinh.identity.grant;

import anbinh.identity.AreaScope;
import anbinh.identity.Role;
import anbinh.identity.account.Accounts;
import anbinh.identity.people.RoleEnds;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of roles that wait for a confirmation, and of who gave whom a way in.
@Component
class GrantTable {
  private static final String SELECT =
      """
      select r.id, r.person_id, r.area_id, r.causes, r.granters, r.granted_at, r.until,
        r.outcome as "ending.outcome", r.ended_by as "ending.by", r.ended_at as "ending.at",
        r.reason as "ending.reason",
        array(select w.role from identity.role_request_role w where w.request_id = r.id
          order by w.role) as roles,
        array(select w.last_day from identity.role_request_role w where w.request_id = r.id
          order by w.role) as last_days
      from identity.role_request r
      """;

  private final SqlClient database;
  private final Accounts accounts;

  GrantTable(SqlClient database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  void insert(GrantRequest request) {
    accounts.touch(request.personId());
    database.update(
        """
        insert into identity.role_request
          (id, person_id, area_id, causes, granters, granted_at, until)
        values (:id, :personId, :areaId, :causes, :granters, :grantedAt, :until)
        """,
        Values.of(request).and("causes", request.causes().stream().sorted().toList()));
    for (Role role : request.roles()) {
      database.update(
          "insert into identity.role_request_role values (?, ?, ?)",
          request.id(),
          role,
          request.lastDays().get(role));
    }
  }

  void end(GrantRequest request, GrantRequest.Ending ending) {
    accounts.touch(request.personId());
    database.update(
        """
        update identity.role_request set outcome = :outcome, ended_by = :by, ended_at = :at,
          reason = :reason
        where id = :id and outcome is null
        """,
        Values.of(ending).and("id", request.id()));
  }

  /// Keeps others from changing somebody's roles until the transaction ends.
  void lock(UUID person) {
    accounts.touch(person);
  }

  Optional<GrantRequest> find(UUID id) {
    return database.find(Row.class, SELECT + "where r.id = ?", id).map(Row::request);
  }

  /// What waits of somebody, be it past its time.
  Optional<GrantRequest> findOpen(UUID person) {
    return database
        .find(Row.class, SELECT + "where r.person_id = ? and r.outcome is null", person)
        .map(Row::request);
  }

  /// What waits, the oldest first.
  List<GrantRequest> listWaiting(AreaScope scope, Instant now) {
    return list(
        SELECT
            + """
            join identity.person p on p.id = r.person_id
            where r.outcome is null and r.until > :now
              and (cast(:areas as uuid[]) is null or p.area_id = any (:areas))
            order by r.id
            """,
        Values.of("now", now).and("areas", scope.areas()));
  }

  /// What waits no more, the newest first; without what another grant took the place of.
  ///
  /// @param before only those before this one; null for the first page
  List<GrantRequest> listEnded(AreaScope scope, Instant now, @Nullable UUID before, int rows) {
    return list(
        SELECT
            + """
            join identity.person p on p.id = r.person_id
            where (r.outcome is not null or r.until <= :now)
              and r.outcome is distinct from 'REPLACED'
              and (cast(:areas as uuid[]) is null or p.area_id = any (:areas))
              and (cast(:before as uuid) is null or r.id < :before)
            order by r.id desc limit :rows
            """,
        Values.of("now", now).and("areas", scope.areas()).and("before", before).and("rows", rows));
  }

  /// The roles that wait, of those of some people for whom some do.
  Map<UUID, Set<Role>> waiting(Collection<UUID> people, Instant now) {
    Map<UUID, Set<Role>> waiting = new HashMap<>();
    database
        .list(
            WaitingRole.class,
            """
            select r.person_id, w.role from identity.role_request r
            join identity.role_request_role w on w.request_id = r.id
            where r.person_id = any (?) and r.outcome is null and r.until > ?
            """,
            people,
            now)
        .forEach(each ->
            waiting
                .computeIfAbsent(each.personId(), _ -> EnumSet.noneOf(Role.class))
                .add(each.role()));
    return waiting;
  }

  private record WaitingRole(UUID personId, Role role) {}

  void noteReset(UUID person, UUID by, Instant at) {
    accounts.touch(person);
    database.update("insert into identity.credential_reset values (?, ?, ?)", person, by, at);
  }

  /// Whether one of some accounts was made by one of others, or given a way in by one of them since
  /// a moment.
  ///
  /// @param made only where it was made after a moment; null for ever
  boolean isBeholden(
      Collection<UUID> some, Collection<UUID> others, Instant since, @Nullable Instant made) {
    return database.get(
        Boolean.class,
        """
        select exists (select from identity.person
            where id = any (:some) and created_by = any (:others)
              and (cast(:made as timestamptz) is null or created_at > :made))
          or exists (select from identity.credential_reset
            where person_id = any (:some) and reset_by = any (:others) and at >= :since)
        """,
        Values.of("some", some).and("others", others).and("since", since).and("made", made));
  }

  /// When the first steps ended; empty where they last or never began.
  Optional<Instant> findFirstStepsEnd() {
    return database.find(
        Instant.class, "select ended_at from identity.first_steps where ended_at is not null");
  }

  private List<GrantRequest> list(String sql, Values values) {
    return database.list(Row.class, sql, values).stream().map(Row::request).toList();
  }

  private record Row(
      UUID id,
      UUID personId,
      @Nullable UUID areaId,
      Set<GrantCause> causes,
      Set<UUID> granters,
      Instant grantedAt,
      Instant until,
      GrantRequest.@Nullable Ending ending,
      List<Role> roles,
      List<@Nullable LocalDate> lastDays) {
    GrantRequest request() {
      return new GrantRequest(
          id,
          personId,
          Set.copyOf(roles),
          RoleEnds.lastDays(roles, lastDays),
          areaId,
          causes,
          granters,
          grantedAt,
          until,
          ending);
    }
  }
}
