package anbinh.sightings.wanted;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `sightings.wanted_vehicle` and the one of `sightings.wanted_position`. Safe for many
/// threads.
@Repository
public class WantedTable {
  private static final String SELECT =
      """
      select id, code, plate, object_class, colour, paper_number as "paper.number",
        paper_on as "paper.on", paper_authority as "paper.authority", case_id, area_id, reason,
        requested_by, requested_at, expires_at, state, decision_reason as "decision.reason",
        decided_by as "decision.by", decided_at as "decision.at", end_note as "end.note",
        ended_by as "end.by", ended_at as "end.at"
      from sightings.wanted_vehicle
      """;

  private final SqlClient database;
  private final ListQueries lists;

  WantedTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  /// Keeps passes from being compared, and entries from being decided, until the transaction ends:
  /// each pass that is stored after an approval meets the entry.
  ///
  /// @return the position up to which passes were compared
  public long lockPosition() {
    return database.get(
        Long.class, "select last_position from sightings.wanted_position for update");
  }

  public void setPosition(long position) {
    database.update("update sightings.wanted_position set last_position = ?", position);
  }

  void insert(WantedVehicle requested) {
    database.update(
        """
        insert into sightings.wanted_vehicle (id, code, plate, object_class, colour, paper_number,
          paper_on, paper_authority, case_id, area_id, reason, requested_by, requested_at,
          expires_at, state)
        values (:id, :code, :plate, :objectClass, :colour, :paper.number, :paper.on,
          :paper.authority, :caseId, :areaId, :reason, :requestedBy, :requestedAt, :expiresAt,
          :state)
        """,
        requested);
  }

  /// Stores where an entry stands now.
  void update(WantedVehicle changed) {
    WantedVehicle.Decision decision = changed.decision();
    WantedVehicle.End end = changed.end();
    database.update(
        """
        update sightings.wanted_vehicle set state = :state, decision_reason = :reason,
          decided_by = :decidedBy, decided_at = :decidedAt, end_note = :note, ended_by = :endedBy,
          ended_at = :endedAt
        where id = :id
        """,
        Values.of("id", changed.id())
            .and("state", changed.state())
            .and("reason", decision == null ? null : decision.reason())
            .and("decidedBy", decision == null ? null : decision.by())
            .and("decidedAt", decision == null ? null : decision.at())
            .and("note", end == null ? null : end.note())
            .and("endedBy", end == null ? null : end.by())
            .and("endedAt", end == null ? null : end.at()));
  }

  Optional<WantedVehicle> find(UUID id) {
    return database.find(WantedVehicle.class, SELECT + "where id = ?", id);
  }

  Optional<WantedVehicle> findForUpdate(UUID id) {
    return database.find(WantedVehicle.class, SELECT + "where id = ? for update", id);
  }

  /// Those of some that are there, in no order.
  public List<WantedVehicle> list(Collection<UUID> ids) {
    return database.list(WantedVehicle.class, SELECT + "where id = any(?)", ids);
  }

  /// Those that passes are compared with at a moment.
  public List<WantedVehicle> listActive(Instant now) {
    return database.list(
        WantedVehicle.class, SELECT + "where state = 'ACTIVE' and expires_at > ?", now);
  }

  /// All in the order of their identifiers, some at a time.
  ///
  /// @param after the last one already seen; null at the start
  List<WantedVehicle> listAfter(@Nullable UUID after, int most) {
    return database.list(
        WantedVehicle.class,
        SELECT
            + """
            where cast(:after as uuid) is null or id > :after order by id limit :most
            """,
        Values.of("after", after).and("most", most));
  }

  /// Some of those whose time has run out, and of which that was not noted.
  List<WantedVehicle> listDue(Instant now, int most) {
    return database.list(
        WantedVehicle.class,
        SELECT
            + """
            where state in ('REQUESTED', 'ACTIVE') and expires_at <= ?
            order by expires_at limit ? for update skip locked
            """,
        now,
        most);
  }

  /// Those of some areas, newest first.
  ///
  /// @param state null for all
  /// @param after the last one already seen; null at the start
  List<WantedVehicle> list(
      AreaScope scope, @Nullable WantedState state, @Nullable UUID after, int rows) {
    Conditions where = conditions(scope, state).and("id < :after", "after", after);
    return lists.list(
        WantedVehicle.class,
        SELECT + where.text() + "order by id desc limit :rows",
        where.values().and("rows", rows));
  }

  int count(AreaScope scope, @Nullable WantedState state, int most) {
    return conditions(scope, state).count(lists, "sightings.wanted_vehicle", most);
  }

  /// Entries that nobody has decided.
  ///
  /// @param nextEnd when the first of them lapses; null where there is none
  record Undecided(int count, @Nullable Instant nextEnd) {}

  /// Those of some areas that others asked for, counted no further than to `most`.
  ///
  /// @param own all accounts that may be the approver's
  Undecided countUndecided(AreaScope scope, Set<UUID> own, Instant now, int most) {
    return database.get(
        Undecided.class,
        """
        select count(*) as count, min(expires_at) as next_end from
          (select expires_at from sightings.wanted_vehicle
          where state = 'REQUESTED' and expires_at > :now and requested_by <> all (:own)
            and (cast(:areas as uuid[]) is null or area_id = any (:areas))
          order by expires_at limit :most) undecided
        """,
        Values.of("now", now).and("own", own).and("areas", scope.areas()).and("most", most));
  }

  private static Conditions conditions(AreaScope scope, @Nullable WantedState state) {
    return new Conditions().within("area_id", scope.areas()).and("state = :state", "state", state);
  }

  /// Forgets some of those that were over before a time, with their alerts.
  ///
  /// @return how many those were
  int delete(Instant before, int most) {
    return database.update(
        """
        delete from sightings.wanted_vehicle where id in
          (select id from sightings.wanted_vehicle
          where state in ('REFUSED', 'EXPIRED', 'ENDED') and expires_at < ? limit ?)
        """,
        before,
        most);
  }
}
