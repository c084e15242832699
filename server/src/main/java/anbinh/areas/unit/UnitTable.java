package anbinh.areas.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.AreaKind;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.platform.FoldedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of units, their names and their successions. Whatever writes a unit tells the log what
/// it is from then on, so nobody who does forgets to ([AreaEvent#WRITTEN]).
@Repository
public class UnitTable {
  /// The fact of [AreaEvent#WRITTEN]: the parts of units by their identifiers.
  public static final String UNITS = "units";

  private static final int BATCH = 1_000;
  private static final int UNITS_OF_EVENT = 100;
  private static final String SELECT = "select a.* from areas.area a ";

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final AuditLog log;

  UnitTable(JdbcClient database, JdbcTemplate batches, AuditLog log) {
    this.database = database;
    this.batches = batches;
    this.log = log;
  }

  /// What a unit is or was called.
  ///
  /// @param from its first day; null: as long as the unit is
  /// @param to its last day; null: still so, or until the unit ended
  /// @param reason why it is called so, in somebody's words
  public record AreaName(
      String name, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String reason) {}

  public Optional<Unit> find(UUID id) {
    return database
        .sql(SELECT + "where a.id = ?")
        .param(id)
        .query((row, _) -> unit(row))
        .optional();
  }

  /// What units are, as the log tells of them and whatever stands in the database: by their
  /// identifiers, in the order of their codes.
  ///
  /// @param ids null for all, also those that ended
  public Map<String, Map<String, String>> parts(@Nullable Collection<UUID> ids) {
    Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    database
        .sql(
            """
            select id, code, name, kind, coalesce(parent_id::text, '') as parent,
              coalesce(to_char(valid_to, 'YYYY-MM-DD'), '') as last_day
            from areas.area where cast(:ids as uuid[]) is null or id = any (:ids)
            order by code, id
            """)
        .param("ids", ids == null ? null : ids.toArray(UUID[]::new))
        .query(row -> {
          parts.put(
              row.getString("id"),
              Map.of(
                  "number",
                  row.getString("code"),
                  "name",
                  row.getString("name"),
                  "kind",
                  row.getString("kind"),
                  "parent",
                  row.getString("parent"),
                  "last day",
                  row.getString("last_day")));
        });
    return parts;
  }

  /// Adds units, a parent before what lies in it.
  public void insert(Collection<Unit> units) {
    batches.batchUpdate(
        """
        insert into areas.area
          (id, code, name, kind, parent_id, valid_from, valid_to, district, end_reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        units,
        BATCH,
        (row, unit) -> {
          Area area = unit.area();
          row.setObject(1, area.id());
          row.setString(2, area.code());
          row.setString(3, area.name());
          row.setString(4, area.kind().name());
          row.setObject(5, area.parentId());
          row.setObject(6, unit.from());
          row.setObject(7, unit.to());
          row.setString(8, unit.district());
          row.setString(9, unit.endReason());
        });
    batches.batchUpdate(
        """
        insert into areas.area_name (area_id, name, valid_from, folded, accented)
        values (?, ?, ?, ?, ?)
        """,
        units,
        BATCH,
        (row, unit) -> {
          String name = unit.area().name();
          String district = unit.district();
          row.setObject(1, unit.area().id());
          row.setString(2, name);
          row.setObject(3, unit.from());
          row.setString(4, FoldedText.words(district == null ? name : name + " " + district));
          row.setString(5, FoldedText.accentedWords(name));
        });
    record(units.stream().map(unit -> unit.area().id()).toList());
  }

  private void record(List<UUID> written) {
    for (int from = 0; from < written.size(); from += UNITS_OF_EVENT) {
      List<UUID> some = written.subList(from, Math.min(from + UNITS_OF_EVENT, written.size()));
      log.record(Event.of(AreaEvent.WRITTEN).fact(UNITS, parts(some)));
    }
  }

  public void insertSuccessions(Collection<Succession> successions) {
    batches.batchUpdate(
        "insert into areas.succession (old_id, new_id, since) values (?, ?, ?)",
        successions,
        BATCH,
        (row, one) -> {
          row.setObject(1, one.oldId());
          row.setObject(2, one.newId());
          row.setObject(3, one.since());
        });
  }

  /// Gives a unit another name from a day on.
  public void rename(UUID id, String name, LocalDate on, String reason) {
    database
        .sql("update areas.area_name set valid_to = ? where area_id = ? and valid_to is null")
        .params(on.minusDays(1), id)
        .update();
    database
        .sql(
            """
            insert into areas.area_name (area_id, name, valid_from, reason, folded, accented)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, name, on, reason, FoldedText.words(name), FoldedText.accentedWords(name))
        .update();
    database.sql("update areas.area set name = ? where id = ?").params(name, id).update();
    record(List.of(id));
  }

  public void end(UUID id, LocalDate lastDay, String reason) {
    database
        .sql("update areas.area set valid_to = ?, end_reason = ? where id = ?")
        .params(lastDay, reason, id)
        .update();
    record(List.of(id));
  }

  public void move(UUID id, UUID parentId) {
    database.sql("update areas.area set parent_id = ? where id = ?").params(parentId, id).update();
    record(List.of(id));
  }

  /// Gives a present unit its official code and kind.
  public void number(UUID id, String code, AreaKind kind) {
    database
        .sql("update areas.area set code = ?, kind = ? where id = ?")
        .params(code, kind.name(), id)
        .update();
    record(List.of(id));
  }

  /// Keeps others from changing these units until the transaction ends.
  public void lock(Collection<UUID> ids) {
    database
        .sql("select id from areas.area where id = any (?) order by id for update")
        .param(ids.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /// All names, the first one first.
  public List<AreaName> names(UUID id) {
    return database
        .sql(
            """
            select name, valid_from, valid_to, reason from areas.area_name where area_id = ?
            order by valid_from nulls first, valid_to nulls last
            """)
        .param(id)
        .query((row, _) ->
            new AreaName(
                row.getString("name"),
                day(row, "valid_from"),
                day(row, "valid_to"),
                row.getString("reason")))
        .list();
  }

  /// The units of which this one took something over.
  public List<Unit> predecessors(UUID id) {
    return database
        .sql(
            SELECT
                + "join areas.succession s on s.old_id = a.id where s.new_id = ? order by a.name")
        .param(id)
        .query((row, _) -> unit(row))
        .list();
  }

  /// The units that took over from this one.
  public List<Unit> successors(UUID id) {
    return database
        .sql(
            SELECT
                + "join areas.succession s on s.new_id = a.id where s.old_id = ? order by a.name")
        .param(id)
        .query((row, _) -> unit(row))
        .list();
  }

  /// The present units directly below one, or at the top.
  public List<Unit> listWithin(@Nullable UUID parentId) {
    return database
        .sql(
            SELECT
                + """
                where a.parent_id is not distinct from cast(? as uuid) and a.valid_to is null
                order by a.code
                """)
        .param(parentId)
        .query((row, _) -> unit(row))
        .list();
  }

  /// Those that ended and lie directly in one of these units, as they came from a list: with the
  /// district that they lay in.
  public List<Unit> listPastWithin(Collection<UUID> parents) {
    return database
        .sql(
            SELECT
                + "where a.parent_id = any (?) and a.valid_to is not null and a.district is not null")
        .param(parents.toArray(UUID[]::new))
        .query((row, _) -> unit(row))
        .list();
  }

  /// For each unit those that it lies in, the nearest first.
  public Map<UUID, List<Area>> above(Collection<UUID> ids) {
    Map<UUID, List<Area>> above = new HashMap<>();
    database
        .sql(
            """
            with recursive up (start, id, steps) as (
              select id, parent_id, 1 from areas.area where id = any (?)
              union all
              select up.start, a.parent_id, up.steps + 1
              from areas.area a join up on a.id = up.id)
            select up.start, a.* from up join areas.area a on a.id = up.id order by up.steps
            """)
        .param(ids.toArray(UUID[]::new))
        .query(row -> {
          above
              .computeIfAbsent(row.getObject("start", UUID.class), _ -> new ArrayList<>())
              .add(unit(row).area());
        });
    return above;
  }

  static Unit unit(ResultSet row) throws SQLException {
    return new Unit(
        new Area(
            row.getObject("id", UUID.class),
            row.getString("code"),
            row.getString("name"),
            AreaKind.valueOf(row.getString("kind")),
            row.getObject("parent_id", UUID.class)),
        day(row, "valid_from"),
        day(row, "valid_to"),
        row.getString("district"),
        row.getString("end_reason"));
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
