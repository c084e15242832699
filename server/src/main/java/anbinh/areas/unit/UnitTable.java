package anbinh.areas.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.AreaKind;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.platform.FoldedText;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of units, their names and their successions. Whatever writes a unit tells the log what
/// it is from then on, so nobody who does forgets to ([AreaEvent#WRITTEN]).
@Repository
public class UnitTable {
  /// The fact of [AreaEvent#WRITTEN]: the parts of units by their identifiers.
  public static final String UNITS = "units";

  private static final int UNITS_OF_EVENT = 100;

  /// The columns of `areas.area a` that make a [Unit].
  static final String COLUMNS =
      """
      a.id as "area.id", a.code as "area.code", a.name as "area.name", a.kind as "area.kind",
      a.parent_id as "area.parent_id", a.valid_from as "from", a.valid_to as "to",
      a.district as "district", a.end_reason as "end_reason"
      """;

  private static final String SELECT = "select " + COLUMNS + "from areas.area a ";

  private final SqlClient database;
  private final AuditLog log;

  UnitTable(SqlClient database, AuditLog log) {
    this.database = database;
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
    return database.find(Unit.class, SELECT + "where a.id = ?", id);
  }

  /// What units are, as the log tells of them and whatever stands in the database: by their
  /// identifiers, in the order of their codes.
  ///
  /// @param ids null for all, also those that ended
  public Map<String, Map<String, String>> parts(@Nullable Collection<UUID> ids) {
    Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    database
        .list(
            Parts.class,
            """
            select id, code, name, kind, coalesce(parent_id::text, '') as parent,
              coalesce(to_char(valid_to, 'YYYY-MM-DD'), '') as last_day
            from areas.area where cast(:ids as uuid[]) is null or id = any (:ids)
            order by code, id
            """,
            Values.of("ids", ids))
        .forEach(each -> parts.put(each.id().toString(), each.byName()));
    return parts;
  }

  private record Parts(
      UUID id, String code, String name, String kind, String parent, String lastDay) {
    Map<String, String> byName() {
      return Map.of(
          "number", code, "name", name, "kind", kind, "parent", parent, "last day", lastDay);
    }
  }

  /// Adds units, a parent before what lies in it.
  public void insert(Collection<Unit> units) {
    database.batch(
        """
        insert into areas.area
          (id, code, name, kind, parent_id, valid_from, valid_to, district, end_reason)
        values (:area.id, :area.code, :area.name, :area.kind, :area.parentId, :from, :to,
          :district, :endReason)
        """,
        units);
    database.batch(
        """
        insert into areas.area_name (area_id, name, valid_from, folded, accented)
        values (:area.id, :area.name, :from, :folded, :accented)
        """,
        units.stream().map(UnitTable::named).toList());
    record(units.stream().map(unit -> unit.area().id()).toList());
  }

  private static Values named(Unit unit) {
    String name = unit.area().name();
    String district = unit.district();
    return Values.of(unit)
        .and("folded", FoldedText.words(district == null ? name : name + " " + district))
        .and("accented", FoldedText.accentedWords(name));
  }

  private void record(List<UUID> written) {
    for (int from = 0; from < written.size(); from += UNITS_OF_EVENT) {
      List<UUID> some = written.subList(from, Math.min(from + UNITS_OF_EVENT, written.size()));
      log.record(Event.of(AreaEvent.WRITTEN).fact(UNITS, parts(some)));
    }
  }

  public void insertSuccessions(Collection<Succession> successions) {
    database.batch(
        "insert into areas.succession (old_id, new_id, since) values (:oldId, :newId, :since)",
        successions);
  }

  /// Gives a unit another name from a day on.
  public void rename(UUID id, String name, LocalDate on, String reason) {
    database.update(
        "update areas.area_name set valid_to = ? where area_id = ? and valid_to is null",
        on.minusDays(1),
        id);
    database.update(
        """
        insert into areas.area_name (area_id, name, valid_from, reason, folded, accented)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        name,
        on,
        reason,
        FoldedText.words(name),
        FoldedText.accentedWords(name));
    database.update("update areas.area set name = ? where id = ?", name, id);
    record(List.of(id));
  }

  public void end(UUID id, LocalDate lastDay, String reason) {
    database.update(
        "update areas.area set valid_to = ?, end_reason = ? where id = ?", lastDay, reason, id);
    record(List.of(id));
  }

  public void move(UUID id, UUID parentId) {
    database.update("update areas.area set parent_id = ? where id = ?", parentId, id);
    record(List.of(id));
  }

  /// Gives a present unit its official code and kind.
  public void number(UUID id, String code, AreaKind kind) {
    database.update("update areas.area set code = ?, kind = ? where id = ?", code, kind, id);
    record(List.of(id));
  }

  /// Keeps others from changing these units until the transaction ends.
  public void lock(Collection<UUID> ids) {
    database.list(
        UUID.class, "select id from areas.area where id = any (?) order by id for update", ids);
  }

  /// All names, the first one first.
  public List<AreaName> names(UUID id) {
    return database.list(
        AreaName.class,
        """
        select name, valid_from as "from", valid_to as "to", reason
        from areas.area_name where area_id = ?
        order by valid_from nulls first, valid_to nulls last
        """,
        id);
  }

  /// The units of which this one took something over.
  public List<Unit> predecessors(UUID id) {
    return database.list(
        Unit.class,
        SELECT + "join areas.succession s on s.old_id = a.id where s.new_id = ? order by a.name",
        id);
  }

  /// The units that took over from this one.
  public List<Unit> successors(UUID id) {
    return database.list(
        Unit.class,
        SELECT + "join areas.succession s on s.new_id = a.id where s.old_id = ? order by a.name",
        id);
  }

  /// The present units directly below one, or at the top.
  public List<Unit> listWithin(@Nullable UUID parentId) {
    return database.list(
        Unit.class,
        SELECT
            + """
            where a.parent_id is not distinct from cast(? as uuid) and a.valid_to is null
            order by a.code
            """,
        parentId);
  }

  /// Those that ended and lie directly in one of these units, as they came from a list: with the
  /// district that they lay in.
  public List<Unit> listPastWithin(Collection<UUID> parents) {
    return database.list(
        Unit.class,
        SELECT
            + "where a.parent_id = any (?) and a.valid_to is not null and a.district is not null",
        parents);
  }

  /// For each unit those that it lies in, the nearest first.
  public Map<UUID, List<Area>> above(Collection<UUID> ids) {
    return database.groups(
        UUID.class,
        Area.class,
        """
        with recursive up (start, id, steps) as (
          select id, parent_id, 1 from areas.area where id = any (?)
          union all
          select up.start, a.parent_id, up.steps + 1
          from areas.area a join up on a.id = up.id)
        select up.start, a.id, a.code, a.name, a.kind, a.parent_id
        from up join areas.area a on a.id = up.id order by up.steps
        """,
        ids);
  }
}
