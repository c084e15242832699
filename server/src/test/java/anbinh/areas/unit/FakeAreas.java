package anbinh.areas.unit;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.PROVINCE;
import static anbinh.identity.session.AccessFixture.VILLAGE;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.audit.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Units in memory, each with its days; AreasIT runs the real ones.
public final class FakeAreas extends Areas {
  private final Map<UUID, Area> areas = new LinkedHashMap<>();
  private final Map<UUID, LocalDate> firstDays = new HashMap<>();
  private final Map<UUID, LocalDate> lastDays = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeAreas() {
    super(null, null, null, null, null);
  }

  /// With the units of [anbinh.identity.session.AccessFixture].
  public static FakeAreas withCommunes() {
    var made = new FakeAreas();
    made.add(PROVINCE, "38", AreaKind.PROVINCE, null);
    made.add(COMMUNE, "C-1", AreaKind.COMMUNE, PROVINCE);
    made.add(VILLAGE, "C-1-1", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    made.add(OTHER_COMMUNE, "C-2", AreaKind.COMMUNE, PROVINCE);
    return made;
  }

  public Area add(UUID id, String code, AreaKind kind, @Nullable UUID parent) {
    Area area = new Area(id, code, "Đơn vị " + code, kind, parent);
    areas.put(id, area);
    return area;
  }

  /// Says on which day a unit began.
  public void begin(UUID id, LocalDate first) {
    firstDays.put(id, first);
  }

  /// Ends a unit; where another one takes over, it lies in that from then on.
  public void end(UUID id, LocalDate last, @Nullable UUID successor) {
    lastDays.put(id, last);
    if (successor != null) {
      move(id, successor);
      areas.values().stream()
          .filter(each -> id.equals(each.parentId()))
          .toList()
          .forEach(each -> move(each.id(), successor));
    }
  }

  public void end(UUID id) {
    end(id, LocalDate.EPOCH, null);
  }

  void move(UUID id, UUID parent) {
    Area area = get(id);
    areas.put(id, new Area(id, area.code(), area.name(), area.kind(), parent));
  }

  void rename(UUID id, String name) {
    Area area = get(id);
    areas.put(id, new Area(id, area.code(), name, area.kind(), area.parentId()));
  }

  Optional<Unit> unit(UUID id) {
    return find(id).map(area -> new Unit(area, firstDays.get(id), lastDays.get(id), null, null));
  }

  private List<Area> select(Predicate<Area> requested) {
    return areas.values().stream()
        .filter(requested)
        .sorted(Comparator.comparing(Area::code))
        .toList();
  }

  private boolean isPresent(Area area) {
    return !lastDays.containsKey(area.id());
  }

  @Override
  public Area create(NewArea requested, LocalDate from, @Nullable Actor by) {
    UUID id = new UUID(0xa4ea, areas.size());
    areas.put(
        id,
        new Area(id, requested.code(), requested.name(), requested.kind(), requested.parentId()));
    begin(id, from);
    return get(id);
  }

  @Override
  public Optional<Area> find(UUID id) {
    return Optional.ofNullable(areas.get(id));
  }

  @Override
  public Optional<LocalDate> findLastDay(UUID id) {
    return Optional.ofNullable(lastDays.get(id));
  }

  @Override
  public Optional<Area> findPresent(UUID id) {
    return find(id).filter(this::isPresent);
  }

  @Override
  public Optional<Area> find(String code) {
    return select(each -> each.code().equals(code) && isPresent(each)).stream().findFirst();
  }

  @Override
  public List<Area> list() {
    return select(this::isPresent);
  }

  @Override
  public List<Area> list(Collection<UUID> some) {
    return select(each -> some.contains(each.id()) && isPresent(each));
  }

  @Override
  public List<Area> listOn(LocalDate day) {
    return select(each ->
        !firstDays.getOrDefault(each.id(), LocalDate.MIN).isAfter(day)
            && !lastDays.getOrDefault(each.id(), LocalDate.MAX).isBefore(day));
  }

  @Override
  public Set<UUID> presentIds() {
    Set<UUID> present = new HashSet<>();
    list().forEach(each -> present.add(each.id()));
    return present;
  }

  @Override
  public List<Area> listEver() {
    return select(_ -> true);
  }

  @Override
  public List<Area> listEver(Collection<UUID> some) {
    return select(each -> some.contains(each.id()));
  }

  @Override
  public Map<UUID, UUID> communesToday(Collection<UUID> some) {
    Map<UUID, UUID> communes = new HashMap<>();
    for (UUID each : some) {
      findOffice(each)
          .filter(office -> office.kind().isCommune())
          .ifPresent(office -> communes.put(each, office.id()));
    }
    return communes;
  }

  @Override
  public Set<UUID> above(UUID area) {
    Set<UUID> above = new HashSet<>(Set.of(area));
    UUID parent = find(area).map(Area::parentId).orElse(null);
    if (parent != null) {
      above.addAll(above(parent));
    }
    return above;
  }

  @Override
  public boolean contains(UUID ancestor, UUID area) {
    return above(area).contains(ancestor);
  }

  @Override
  public Set<UUID> below(UUID area) {
    Set<UUID> below = new HashSet<>();
    areas.keySet().stream().filter(each -> contains(area, each)).forEach(below::add);
    return below;
  }

  @Override
  public UUID communeOf(UUID id) {
    return communes(id).findFirst().orElse(id);
  }

  @Override
  public Map<UUID, UUID> communesOf(Collection<UUID> some) {
    return some.stream().distinct().collect(Collectors.toMap(each -> each, this::communeOf));
  }

  @Override
  public boolean isLocal(UUID id) {
    return find(id).filter(each -> each.kind() == AreaKind.PROVINCE).isEmpty();
  }

  @Override
  public boolean isCommune(UUID id) {
    return find(id).filter(each -> each.kind().isCommune()).isPresent();
  }

  @Override
  public Set<UUID> named(String word) {
    return Set.of();
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> some) {
    return some.stream()
        .distinct()
        .map(areas::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(Area::id, Area::name));
  }

  private Stream<UUID> communes(UUID id) {
    return above(id).stream().filter(this::isCommune);
  }
}
