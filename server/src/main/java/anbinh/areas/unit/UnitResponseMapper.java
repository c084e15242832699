package anbinh.areas.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.platform.sql.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Units as the API shows them.
@Component
class UnitResponseMapper {
  private final UnitTable table;
  private final BoundaryTable boundaries;
  private final SqlClient database;

  UnitResponseMapper(UnitTable table, BoundaryTable boundaries, SqlClient database) {
    this.table = table;
    this.boundaries = boundaries;
    this.database = database;
  }

  /// A unit in the tree.
  ///
  /// @param within how many present units lie directly in it
  record AreaBranch(
      UUID id, String code, String name, AreaKind kind, @Nullable UUID parentId, int within) {}

  /// A unit that a search found.
  ///
  /// @param above the names of the units that it lies in, the nearest first
  /// @param formerly the past name by which it was found; null when by its present one
  record FoundArea(
      UUID id,
      String code,
      String name,
      AreaKind kind,
      @Nullable UUID parentId,
      List<String> above,
      AreaSearch.@Nullable FormerName formerly) {
    FoundArea {
      above = List.copyOf(above);
    }
  }

  /// Another unit, named on a unit's page.
  ///
  /// @param until its last day; null for a present one
  record OtherArea(
      UUID id,
      String code,
      String name,
      AreaKind kind,
      @Nullable String district,
      @Nullable LocalDate until) {}

  /// All of a unit.
  ///
  /// @param above the units that it lies in, the nearest first
  /// @param boundaryPoints of how many points its boundary is; null when it has none
  record AreaPage(
      UUID id,
      String code,
      String name,
      AreaKind kind,
      @Nullable UUID parentId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String district,
      @Nullable String endReason,
      List<OtherArea> above,
      List<UnitTable.AreaName> names,
      List<OtherArea> predecessors,
      List<OtherArea> successors,
      int within,
      @Nullable Integer boundaryPoints) {
    AreaPage {
      above = List.copyOf(above);
      names = List.copyOf(names);
      predecessors = List.copyOf(predecessors);
      successors = List.copyOf(successors);
    }
  }

  /// The present units directly below one, or at the top.
  List<AreaBranch> branches(@Nullable UUID parentId) {
    Map<UUID, Integer> within =
        database.map(
            UUID.class,
            Integer.class,
            """
            select c.parent_id, count(*) from areas.area c
            join areas.area p on p.id = c.parent_id
            where p.parent_id is not distinct from cast(? as uuid) and c.valid_to is null
            group by c.parent_id
            """,
            parentId);
    return table.listWithin(parentId).stream()
        .map(Unit::area)
        .map(area ->
            new AreaBranch(
                area.id(),
                area.code(),
                area.name(),
                area.kind(),
                area.parentId(),
                within.getOrDefault(area.id(), 0)))
        .toList();
  }

  List<FoundArea> found(List<AreaSearch.Found> found) {
    Map<UUID, List<Area>> above =
        table.above(found.stream().map(one -> one.unit().area().id()).toList());
    return found.stream()
        .map(one -> {
          Area area = one.unit().area();
          return new FoundArea(
              area.id(),
              area.code(),
              area.name(),
              area.kind(),
              area.parentId(),
              above.getOrDefault(area.id(), List.of()).stream().map(Area::name).toList(),
              one.former());
        })
        .toList();
  }

  AreaPage page(Unit unit) {
    Area area = unit.area();
    return new AreaPage(
        area.id(),
        area.code(),
        area.name(),
        area.kind(),
        area.parentId(),
        unit.from(),
        unit.to(),
        unit.district(),
        unit.endReason(),
        table.above(List.of(area.id())).getOrDefault(area.id(), List.of()).stream()
            .map(UnitResponseMapper::lineOf)
            .toList(),
        table.names(area.id()),
        table.predecessors(area.id()).stream().map(UnitResponseMapper::other).toList(),
        table.successors(area.id()).stream().map(UnitResponseMapper::other).toList(),
        table.listWithin(area.id()).size(),
        boundaries.findPoints(area.id()).orElse(null));
  }

  private static OtherArea lineOf(Area area) {
    return new OtherArea(area.id(), area.code(), area.name(), area.kind(), null, null);
  }

  private static OtherArea other(Unit unit) {
    Area area = unit.area();
    return new OtherArea(
        area.id(), area.code(), area.name(), area.kind(), unit.district(), unit.to());
  }
}
