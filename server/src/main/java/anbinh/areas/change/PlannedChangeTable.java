package anbinh.areas.change;

import anbinh.areas.change.AreaChanges.Move;
import anbinh.areas.change.AreaChanges.Successor;
import anbinh.areas.change.PlannedChange.State;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of changes of units that are to come.
@Repository
class PlannedChangeTable {
  private static final String SELECT =
      "select id, on_day, name, reason, state from areas.planned_change ";
  private static final String OPEN = "state in ('WAITING', 'FAILED') ";
  private static final String ORDER = "order by on_day, id";

  private final SqlClient database;

  PlannedChangeTable(SqlClient database) {
    this.database = database;
  }

  void insert(PlannedChange one, UUID by, Instant at) {
    database.update(
        """
        insert into areas.planned_change
          (id, on_day, name, reason, planned_by, planned_at, state)
        values (:id, :on, :name, :reason, :by, :at, :state)
        """,
        Values.of(one).and("by", by).and("at", at));
    for (int i = 0; i < one.areaIds().size(); i++) {
      database.update(
          "insert into areas.planned_area (change_id, position, area_id) values (?, ?, ?)",
          one.id(),
          i,
          one.areaIds().get(i));
    }
    for (int i = 0; i < one.successors().size(); i++) {
      Successor each = one.successors().get(i);
      database.update(
          """
          insert into areas.planned_successor (change_id, position, area_id, code, name, kind)
          values (?, ?, ?, ?, ?, ?)
          """,
          one.id(),
          i,
          each.areaId(),
          each.areaId() == null ? each.code() : null,
          each.areaId() == null ? each.name() : null,
          each.areaId() == null ? each.kind() : null);
    }
    for (Move each : one.moves()) {
      database.update(
          "insert into areas.planned_move (change_id, area_id, successor) values (?, ?, ?)",
          one.id(),
          each.areaId(),
          each.successor());
    }
  }

  void close(UUID id, State state, @Nullable UUID by, Instant at, @Nullable String reason) {
    database.update(
        """
        update areas.planned_change set state = :state, closed_by = :by, closed_at = :at,
          closed_reason = :reason where id = :id
        """,
        Values.of("state", state).and("by", by).and("at", at).and("reason", reason).and("id", id));
  }

  Optional<PlannedChange> find(UUID id) {
    return database.find(Row.class, SELECT + "where id = ?", id).map(this::change);
  }

  /// Keeps others from closing it until the transaction ends.
  Optional<PlannedChange> findForUpdate(UUID id) {
    return database.find(UUID.class, SELECT + "where id = ? for update", id).flatMap(this::find);
  }

  /// Those that wait or were not carried out, the next day first.
  List<PlannedChange> listOpen(int most) {
    return changes(database.list(Row.class, SELECT + "where " + OPEN + ORDER + " limit ?", most));
  }

  /// Those that wait and whose day has come, the first one first.
  List<UUID> listDue(LocalDate today) {
    return database.list(
        UUID.class, SELECT + "where state = 'WAITING' and on_day <= ? " + ORDER, today);
  }

  /// Those that wait or were not carried out, in which one of some units is renamed, ends or takes
  /// over.
  List<PlannedChange> listOpen(Collection<UUID> areas) {
    return changes(
        database.list(
            Row.class,
            SELECT
                + "where "
                + OPEN
                + """
                and (id in (select change_id from areas.planned_area where area_id = any (:areas))
                  or id in (select change_id from areas.planned_successor
                    where area_id = any (:areas)))
                """
                + ORDER,
            Values.of("areas", areas)));
  }

  /// Whether a code is that of a unit to come.
  boolean isCodePlanned(String code) {
    return database.exists(
        """
        select from areas.planned_successor s
          join areas.planned_change c on c.id = s.change_id
          where s.code = ? and c.state = 'WAITING'
        """,
        code);
  }

  private record Row(UUID id, LocalDate onDay, @Nullable String name, String reason, State state) {}

  private List<PlannedChange> changes(List<Row> rows) {
    return rows.stream().map(this::change).toList();
  }

  private PlannedChange change(Row row) {
    return new PlannedChange(
        row.id(),
        row.onDay(),
        row.name(),
        row.reason(),
        database.list(
            UUID.class,
            "select area_id from areas.planned_area where change_id = ? order by position",
            row.id()),
        database.list(
            Successor.class,
            """
            select area_id, code, name, kind from areas.planned_successor
            where change_id = ? order by position
            """,
            row.id()),
        database.list(
            Move.class,
            """
            select area_id, successor from areas.planned_move where change_id = ?
            order by area_id
            """,
            row.id()),
        row.state());
  }
}
