package anbinh.areas.change;

import anbinh.areas.AreaKind;
import anbinh.areas.change.AreaChanges.Move;
import anbinh.areas.change.AreaChanges.Successor;
import anbinh.areas.change.PlannedChange.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of changes of units that are to come.
@Repository
class PlannedChangeTable {
  private static final String SELECT =
      "select id, on_day, name, reason, state from areas.planned_change ";
  private static final String OPEN = "state in ('WAITING', 'FAILED') ";
  private static final String ORDER = "order by on_day, id";
  private static final RowMapper<UUID> UUID_OF = (row, _) -> row.getObject("id", UUID.class);

  private final JdbcClient database;

  PlannedChangeTable(JdbcClient database) {
    this.database = database;
  }

  void insert(PlannedChange one, UUID by, Instant at) {
    database
        .sql(
            """
            insert into areas.planned_change
              (id, on_day, name, reason, planned_by, planned_at, state)
            values (:id, :on, :name, :reason, :by, :at, :state)
            """)
        .param("id", one.id())
        .param("on", one.on())
        .param("name", one.name())
        .param("reason", one.reason())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("state", one.state().name())
        .update();
    for (int i = 0; i < one.areaIds().size(); i++) {
      database
          .sql("insert into areas.planned_area (change_id, position, area_id) values (?, ?, ?)")
          .params(one.id(), i, one.areaIds().get(i))
          .update();
    }
    for (int i = 0; i < one.successors().size(); i++) {
      Successor each = one.successors().get(i);
      database
          .sql(
              """
              insert into areas.planned_successor (change_id, position, area_id, code, name, kind)
              values (:id, :position, :area, :code, :name, :kind)
              """)
          .param("id", one.id())
          .param("position", i)
          .param("area", each.areaId())
          .param("code", each.areaId() == null ? each.code() : null)
          .param("name", each.areaId() == null ? each.name() : null)
          .param("kind", each.areaId() != null || each.kind() == null ? null : each.kind().name())
          .update();
    }
    for (Move each : one.moves()) {
      database
          .sql("insert into areas.planned_move (change_id, area_id, successor) values (?, ?, ?)")
          .params(one.id(), each.areaId(), each.successor())
          .update();
    }
  }

  void close(UUID id, State state, @Nullable UUID by, Instant at, @Nullable String reason) {
    database
        .sql(
            """
            update areas.planned_change set state = :state, closed_by = :by, closed_at = :at,
              closed_reason = :reason where id = :id
            """)
        .param("state", state.name())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  Optional<PlannedChange> find(UUID id) {
    return database.sql(SELECT + "where id = ?").param(id).query(this::change).optional();
  }

  /// Keeps others from closing it until the transaction ends.
  Optional<PlannedChange> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where id = ? for update")
        .param(id)
        .query(UUID_OF)
        .optional()
        .flatMap(this::find);
  }

  /// Those that wait or were not carried out, the next day first.
  List<PlannedChange> listOpen(int most) {
    return database
        .sql(SELECT + "where " + OPEN + ORDER + " limit ?")
        .param(most)
        .query(this::change)
        .list();
  }

  /// Those that wait and whose day has come, the first one first.
  List<UUID> listDue(LocalDate today) {
    return database
        .sql(SELECT + "where state = 'WAITING' and on_day <= ? " + ORDER)
        .param(today)
        .query(UUID_OF)
        .list();
  }

  /// Those that wait or were not carried out, in which one of some units is renamed, ends or takes
  /// over.
  List<PlannedChange> listOpen(Collection<UUID> areas) {
    return database
        .sql(
            SELECT
                + "where "
                + OPEN
                + """
                and (id in (select change_id from areas.planned_area where area_id = any (:areas))
                  or id in (select change_id from areas.planned_successor
                    where area_id = any (:areas)))
                """
                + ORDER)
        .param("areas", areas.toArray(UUID[]::new))
        .query(this::change)
        .list();
  }

  /// Whether a code is that of a unit to come.
  boolean isCodePlanned(String code) {
    return database
        .sql(
            """
            select exists (select from areas.planned_successor s
              join areas.planned_change c on c.id = s.change_id
              where s.code = ? and c.state = 'WAITING')
            """)
        .param(code)
        .query(Boolean.class)
        .single();
  }

  private PlannedChange change(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new PlannedChange(
        id,
        row.getObject("on_day", LocalDate.class),
        row.getString("name"),
        row.getString("reason"),
        database
            .sql("select area_id from areas.planned_area where change_id = ? order by position")
            .param(id)
            .query((each, _) -> each.getObject("area_id", UUID.class))
            .list(),
        database
            .sql(
                """
                select area_id, code, name, kind from areas.planned_successor
                where change_id = ? order by position
                """)
            .param(id)
            .query((each, _) -> successor(each))
            .list(),
        database
            .sql(
                """
                select area_id, successor from areas.planned_move where change_id = ?
                order by area_id
                """)
            .param(id)
            .query((each, _) ->
                new Move(each.getObject("area_id", UUID.class), each.getInt("successor")))
            .list(),
        State.valueOf(row.getString("state")));
  }

  private static Successor successor(ResultSet row) throws SQLException {
    @Nullable String kind = row.getString("kind");
    return new Successor(
        row.getObject("area_id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        kind == null ? null : AreaKind.valueOf(kind));
  }
}
