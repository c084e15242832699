package anbinh.areas.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.AreaKind;
import anbinh.areas.AreaProblem;
import anbinh.areas.NewArea;
import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaTree;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The units and how they lie within each other. Safe for many threads.
@Component
@NamedInterface("services")
public class Areas implements AreaTree {
  private static final String SELECT = "select id, code, name, kind, parent_id from areas.area ";
  private static final String PRESENT = "valid_to is null ";

  private final SqlClient database;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final UnitTable table;

  Areas(SqlClient database, Ids ids, SiteClock clock, AuditLog log, UnitTable table) {
    this.table = table;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  public Area get(UUID id) {
    return find(id).orElseThrow(() -> Problem.of(AreaProblem.NO_SUCH_AREA));
  }

  /// A unit, also one that ended: what happened in it is still told of it.
  public Optional<Area> find(UUID id) {
    return database.find(Area.class, SELECT + "where id = ?", id);
  }

  /// The last day of a unit that ended.
  public Optional<LocalDate> findLastDay(UUID id) {
    return table.find(id).map(Unit::to);
  }

  /// A unit that there is today.
  public Optional<Area> findPresent(UUID id) {
    return database.find(Area.class, SELECT + "where id = ? and " + PRESENT, id);
  }

  /// A unit that there is today, by its code.
  public Optional<Area> find(String code) {
    return database.find(Area.class, SELECT + "where code = ? and " + PRESENT, code);
  }

  /// The unit whose police work in an area today: the commune that it is or lies in, else its
  /// province.
  public Optional<Area> findOffice(UUID id) {
    return findUpwards(id, area -> area.kind().hasPolice() && findPresent(area.id()).isPresent());
  }

  /// The commune that an area lies in; itself where it lies in none.
  public UUID communeOf(UUID id) {
    return findUpwards(id, area -> area.kind().isCommune()).map(Area::id).orElse(id);
  }

  /// The communes that some areas lie in or are, of those that do.
  public Map<UUID, UUID> communesOf(Collection<UUID> some) {
    return database.map(
        UUID.class,
        UUID.class,
        """
        with recursive up (start, id, parent_id, kind) as (
          select id, id, parent_id, kind from areas.area where id = any (?)
          union all
          select up.start, a.id, a.parent_id, a.kind
          from areas.area a join up on a.id = up.parent_id
          where up.kind not in ('COMMUNE', 'WARD'))
        select start, id from up where kind in ('COMMUNE', 'WARD')
        """,
        some);
  }

  /// The communes whose police work in some areas today, as [#findOffice] finds them: what an area
  /// is, lies in, or went into.
  public Map<UUID, UUID> communesToday(Collection<UUID> some) {
    return database.map(
        UUID.class,
        UUID.class,
        """
        with recursive up (start, id, parent_id, kind, present) as (
          select id, id, parent_id, kind, valid_to is null from areas.area where id = any (?)
          union all
          select up.start, a.id, a.parent_id, a.kind, a.valid_to is null
          from areas.area a join up on a.id = up.parent_id
          where not (up.present and up.kind in ('COMMUNE', 'WARD')))
        select start, id from up where present and kind in ('COMMUNE', 'WARD')
        """,
        some);
  }

  @Override
  public boolean isLocal(UUID id) {
    return find(id).filter(area -> area.kind() != AreaKind.PROVINCE).isPresent();
  }

  @Override
  public boolean isCommune(UUID id) {
    return find(id).filter(area -> area.kind().isCommune()).isPresent();
  }

  private Optional<Area> findUpwards(UUID id, Predicate<Area> requested) {
    Optional<Area> area = find(id);
    while (area.isPresent() && !requested.test(area.get())) {
      area = Optional.ofNullable(area.get().parentId()).flatMap(this::find);
    }
    return area;
  }

  /// Whether there is any present unit.
  public boolean isAny() {
    return database.get(
        Boolean.class, "select exists (select from areas.area where " + PRESENT + ")");
  }

  /// All present units in the order of their codes.
  public List<Area> list() {
    return database.list(Area.class, SELECT + "where " + PRESENT + "order by code");
  }

  /// Those of some that are present, in the order of their codes.
  public List<Area> list(Collection<UUID> some) {
    return database.list(
        Area.class, SELECT + "where id = any (?) and " + PRESENT + "order by code", some);
  }

  /// The units that there were on a day, in the order of their codes; one whose first day nobody
  /// knows is taken to have been there before it.
  public List<Area> listOn(LocalDate day) {
    return database.list(
        Area.class,
        SELECT
            + """
            where (valid_from is null or valid_from <= :day)
              and (valid_to is null or valid_to >= :day)
            order by code
            """,
        Values.of("day", day));
  }

  /// How many of some villages each commune has.
  public Map<UUID, Integer> countVillages(Predicate<UUID> requested) {
    Map<UUID, Integer> counts = new HashMap<>();
    for (Area each : list()) {
      UUID parent = each.parentId();
      if (each.kind() == AreaKind.RESIDENTIAL_AREA && parent != null && requested.test(each.id())) {
        counts.merge(parent, 1, Integer::sum);
      }
    }
    return counts;
  }

  /// Which units are present.
  public Set<UUID> presentIds() {
    return new HashSet<>(database.list(UUID.class, "select id from areas.area where " + PRESENT));
  }

  /// All units, also those that ended.
  public List<Area> listEver() {
    return database.list(Area.class, SELECT + "order by code");
  }

  /// Some units, also those that ended.
  public List<Area> listEver(Collection<UUID> some) {
    return some.isEmpty()
        ? List.of()
        : database.list(Area.class, SELECT + "where id = any (?) order by code", some);
  }

  /// Creates a unit, valid from today; the caller has made sure of the right to do so.
  ///
  /// @param by null when the server itself does it
  @Transactional
  public Area create(NewArea requested, @Nullable Actor by) {
    return create(requested, clock.today(), by);
  }

  /// The same, valid from a day that has come.
  @Transactional
  public Area create(NewArea requested, LocalDate from, @Nullable Actor by) {
    if (requested.parentId() != null) {
      Area parent =
          findPresent(requested.parentId())
              .orElseThrow(() -> Problem.invalid("parentId", "no-such-area"));
      if (!requested.kind().fitsBelow(parent.kind())) {
        throw Problem.invalid("kind", "kind-below", requested.kind(), parent.kind());
      }
    }
    if (find(requested.code()).isPresent()) {
      throw Problem.of(AreaProblem.AREA_CODE_TAKEN, requested.code());
    }
    var area =
        new Area(
            ids.next(),
            requested.code(),
            Unit.written(requested.name()),
            requested.kind(),
            requested.parentId());
    table.insert(List.of(Unit.since(area, from)));
    log.record(
        Event.of(AreaEvent.CREATED)
            .by(by)
            .about("area", area.id(), area.code())
            .fact("areaKind", area.kind().name())
            .detail("name", area.name()));
    return area;
  }

  @Override
  public Set<UUID> above(UUID area) {
    return Set.copyOf(
        database.list(
            UUID.class,
            """
            with recursive above (id) as (
              values (cast(? as uuid))
              union
              select a.parent_id from areas.area a join above on a.id = above.id
              where a.parent_id is not null)
            select id from above
            """,
            area));
  }

  @Override
  public boolean contains(UUID ancestor, UUID area) {
    return ancestor.equals(area)
        || database.get(
            Boolean.class,
            """
            with recursive above (id) as (
              select parent_id from areas.area where id = ?
              union
              select a.parent_id from areas.area a join above on a.id = above.id)
            select exists (select from above where id = ?)
            """,
            area,
            ancestor);
  }

  @Override
  public Set<UUID> below(UUID area) {
    return new HashSet<>(
        database.list(
            UUID.class,
            """
            with recursive below (id) as (
              select id from areas.area where id = ?
              union
              select a.id from areas.area a join below on a.parent_id = below.id)
            select id from below
            """,
            area));
  }

  @Override
  public Set<UUID> named(String word) {
    return new HashSet<>(
        database.list(
            UUID.class,
            "select area_id from areas.area_name where valid_to is null and ' ' || folded like ?",
            SearchTerms.pattern(word)));
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> areas) {
    return database.map(
        UUID.class, String.class, "select id, name from areas.area where id = any(?)", areas);
  }
}
