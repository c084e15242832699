package anbinh.sightings.wanted.alert;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.sightings.wanted.alert.WantedAlert.Acknowledgement;
import anbinh.sightings.wanted.alert.WantedAlert.WantedAlertState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `sightings.wanted_alert`. Safe for many threads.
@Repository
class WantedAlertTable {
  private static final String SELECT =
      """
      select id, wanted_id, position, camera_id, area_id, passed_at, reading, raised_at, expires_at,
        finding as "acknowledgement.finding", acknowledged_by as "acknowledgement.by",
        acknowledged_at as "acknowledgement.at"
      from sightings.wanted_alert
      """;

  private final SqlClient database;
  private final ListQueries lists;

  WantedAlertTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  /// Whether it was stored: there is none of the same pass and entry yet.
  boolean insert(WantedAlert raised) {
    return database.update(
            """
            insert into sightings.wanted_alert (id, wanted_id, position, camera_id, area_id,
              passed_at, reading, raised_at, expires_at)
            values (:id, :wantedId, :position, :cameraId, :areaId, :passedAt, :reading, :raisedAt,
              :expiresAt)
            on conflict (wanted_id, position) do nothing
            """,
            raised)
        > 0;
  }

  Optional<WantedAlert> find(UUID id) {
    return database.find(WantedAlert.class, SELECT + "where id = ?", id);
  }

  Optional<WantedAlert> findForUpdate(UUID id) {
    return database.find(WantedAlert.class, SELECT + "where id = ? for update", id);
  }

  void acknowledge(UUID id, Acknowledgement acknowledgement) {
    database.update(
        """
        update sightings.wanted_alert set finding = ?, acknowledged_by = ?, acknowledged_at = ?
        where id = ?
        """,
        acknowledgement.finding(),
        acknowledgement.by(),
        acknowledgement.at(),
        id);
  }

  /// Open ones that the duty officers were not told of, the oldest first.
  List<WantedAlert> listUntold(Instant now, int most) {
    return database.list(
        WantedAlert.class,
        SELECT
            + """
            where told_at is null and acknowledged_at is null and expires_at > ?
            order by id limit ?
            """,
        now,
        most);
  }

  void noteTold(Collection<UUID> ids, Instant at) {
    database.update("update sightings.wanted_alert set told_at = ? where id = any(?)", at, ids);
  }

  /// Those of some areas, newest first.
  ///
  /// @param state at `now`; null for all
  /// @param after the last one already seen; null at the start
  List<WantedAlert> list(
      AreaScope scope,
      @Nullable WantedAlertState state,
      Instant now,
      @Nullable UUID after,
      int rows) {
    Conditions where = conditions(scope, state, now).and("id < :after", "after", after);
    return lists.list(
        WantedAlert.class,
        SELECT + where.text() + "order by id desc limit :rows",
        where.values().and("rows", rows));
  }

  int count(AreaScope scope, @Nullable WantedAlertState state, Instant now, int most) {
    return conditions(scope, state, now).count(lists, "sightings.wanted_alert", most);
  }

  private static Conditions conditions(
      AreaScope scope, @Nullable WantedAlertState state, Instant now) {
    Conditions where = new Conditions().within("area_id", scope.areas());
    return switch (state) {
      case null -> where;
      case ACKNOWLEDGED -> where.and("acknowledged_at is not null");
      case OPEN -> where.and("acknowledged_at is null and expires_at > :now", Map.of("now", now));
      case EXPIRED ->
          where.and("acknowledged_at is null and expires_at <= :now", Map.of("now", now));
    };
  }
}
