package anbinh.areas.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of [FakeAreas]; AreasIT runs the real table.
public final class FakeUnitTable extends UnitTable {
  private final FakeAreas areas;
  private final Map<UUID, List<AreaName>> names = new HashMap<>();
  private final List<Succession> successions = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeUnitTable(FakeAreas areas) {
    super(null, null);
    this.areas = areas;
  }

  public List<Succession> successions() {
    return List.copyOf(successions);
  }

  @Override
  public Optional<Unit> find(UUID id) {
    return areas.unit(id);
  }

  @Override
  public void lock(Collection<UUID> ids) {}

  @Override
  public List<AreaName> names(UUID id) {
    Unit unit = find(id).orElseThrow();
    return names.computeIfAbsent(
        id,
        _ -> new ArrayList<>(List.of(new AreaName(unit.area().name(), unit.from(), null, null))));
  }

  @Override
  public void rename(UUID id, String name, LocalDate on, String reason) {
    names(id).add(new AreaName(name, on, null, reason));
    areas.rename(id, name);
  }

  @Override
  public void end(UUID id, LocalDate lastDay, String reason) {
    areas.end(id, lastDay, null);
  }

  @Override
  public void move(UUID id, UUID parentId) {
    areas.move(id, parentId);
  }

  @Override
  public void insertSuccessions(Collection<Succession> added) {
    successions.addAll(added);
  }

  @Override
  public List<Unit> listWithin(@Nullable UUID parentId) {
    return areas.list().stream()
        .filter(each -> Objects.equals(each.parentId(), parentId))
        .flatMap(each -> find(each.id()).stream())
        .toList();
  }
}
