package anbinh.areas.change;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.change.AreaChanges.Move;
import anbinh.areas.change.AreaChanges.Successor;
import anbinh.areas.change.PlannedChange.State;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.UnitTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes to come as the API shows them. Safe for many threads.
@Component
class PlannedChangeResponseMapper {
  /// More than these are not shown at once; a reform of a whole province has fewer.
  private static final int MAX = 1_000;

  private final PlannedChangeTable table;
  private final PlannedChanges planned;
  private final UnitTable units;
  private final Areas areas;
  private final Access access;

  PlannedChangeResponseMapper(
      PlannedChangeTable table,
      PlannedChanges planned,
      UnitTable units,
      Areas areas,
      Access access) {
    this.table = table;
    this.planned = planned;
    this.units = units;
    this.areas = areas;
    this.access = access;
  }

  /// What a change to come means for a unit.
  enum PlannedPart {
    /// It is renamed, or ends.
    CHANGES,
    TAKES_OVER,
    /// It lies in one that ends, and goes elsewhere.
    MOVES
  }

  /// A unit of a change.
  ///
  /// @param id null for one that is made on the day
  record PlannedArea(@Nullable UUID id, String code, String name, AreaKind kind) {}

  /// A change to come.
  ///
  /// @param on the first day on which it holds
  /// @param name what the unit will be called; null where units end
  /// @param areas the unit that is renamed, or those that end
  /// @param part what it means for the unit that was asked about; null in a list of all
  /// @param into into which of the successors that unit goes, by its place; null where it stays or
  ///   nothing takes over
  /// @param stands whether it can be carried out as things stand; not what failed
  /// @param mayWithdraw whether the reader may take it back
  record PlannedView(
      UUID id,
      LocalDate on,
      @Nullable String name,
      String reason,
      State state,
      List<PlannedArea> areas,
      List<PlannedArea> successors,
      @Nullable PlannedPart part,
      @Nullable Integer into,
      boolean stands,
      boolean mayWithdraw) {
    PlannedView {
      areas = List.copyOf(areas);
      successors = List.copyOf(successors);
    }
  }

  /// All that are open, the next day first.
  List<PlannedView> list(Person reader) {
    return table.listOpen(MAX).stream().map(each -> view(each, null, null, reader)).toList();
  }

  /// Those that mean something for a unit: also where what it lies in ends.
  List<PlannedView> list(UUID area, Person reader) {
    List<UUID> chain = new ArrayList<>(List.of(area));
    units.above(List.of(area)).getOrDefault(area, List.of()).forEach(each -> chain.add(each.id()));
    List<PlannedView> views = new ArrayList<>();
    for (PlannedChange each : table.listOpen(chain)) {
      PlannedPart part = part(each, area, chain);
      if (part != null) {
        views.add(view(each, part, into(each, part, chain), reader));
      }
    }
    return views;
  }

  private static @Nullable PlannedPart part(PlannedChange one, UUID area, List<UUID> chain) {
    if (one.areaIds().contains(area)) {
      return PlannedPart.CHANGES;
    }
    if (one.successors().stream().anyMatch(each -> area.equals(each.areaId()))) {
      return PlannedPart.TAKES_OVER;
    }
    return one.name() == null && one.areaIds().stream().anyMatch(chain::contains)
        ? PlannedPart.MOVES
        : null;
  }

  private static @Nullable Integer into(PlannedChange one, PlannedPart part, List<UUID> chain) {
    return switch (part) {
      case TAKES_OVER -> null;
      case CHANGES -> one.successors().size() == 1 ? 0 : null;
      case MOVES ->
          chain.stream()
              .flatMap(each -> one.moves().stream().filter(move -> move.areaId().equals(each)))
              .map(Move::successor)
              .findFirst()
              .orElse(one.successors().size() == 1 ? 0 : null);
    };
  }

  private PlannedView view(
      PlannedChange one, @Nullable PlannedPart part, @Nullable Integer into, Person reader) {
    return new PlannedView(
        one.id(),
        one.on(),
        one.name(),
        one.reason(),
        one.state(),
        one.areaIds().stream().map(this::known).toList(),
        one.successors().stream().map(this::successor).toList(),
        part,
        into,
        one.state() == State.WAITING && planned.stands(one),
        access.may(reader, planned.above(one), Role.ADMINISTRATOR));
  }

  private PlannedArea successor(Successor one) {
    UUID id = one.areaId();
    return id == null
        ? new PlannedArea(
            null,
            Objects.requireNonNull(one.code()),
            Objects.requireNonNull(one.name()),
            Objects.requireNonNull(one.kind()))
        : known(id);
  }

  private PlannedArea known(UUID id) {
    Area area = areas.get(id);
    return new PlannedArea(id, area.code(), area.name(), area.kind());
  }
}
