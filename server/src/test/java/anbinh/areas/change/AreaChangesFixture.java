package anbinh.areas.change;

import anbinh.areas.AreaKind;
import anbinh.areas.change.AreaChanges.Ending;
import anbinh.areas.change.AreaChanges.Move;
import anbinh.areas.change.AreaChanges.Successor;
import anbinh.areas.unit.FakeAreas;
import anbinh.areas.unit.FakeUnitTable;
import anbinh.audit.Actor;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.grant.FakeMergedAreas;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A province with three communes since 1 July 2025, and three villages in the first of them.
final class AreaChangesFixture {
  static final UUID PROVINCE = new UUID(1, 1);
  static final UUID ONE = new UUID(1, 2);
  static final UUID TWO = new UUID(1, 3);
  static final UUID THREE = new UUID(1, 4);
  static final UUID FIRST_VILLAGE = new UUID(1, 5);
  static final UUID SECOND_VILLAGE = new UUID(1, 6);
  static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
  static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  static final String WHY = "Nghị quyết 12/NQ-HĐND.";
  static final Actor ACTOR = new Actor(new UUID(2, 1), new UUID(2, 2), null, false);

  final FakeAreas areas = new FakeAreas();
  final FakeUnitTable table = new FakeUnitTable(areas);
  final FakeMergedAreas merged = new FakeMergedAreas();
  final RecordedLog log = new RecordedLog();
  final AreaChanges changes = new AreaChanges(areas, table, merged, log);

  AreaChangesFixture() {
    areas.add(PROVINCE, "38", AreaKind.PROVINCE, null);
    areas.add(ONE, "38-1", AreaKind.COMMUNE, PROVINCE);
    areas.add(TWO, "38-2", AreaKind.COMMUNE, PROVINCE);
    areas.add(THREE, "38-3", AreaKind.WARD, PROVINCE);
    areas.add(FIRST_VILLAGE, "38-1-1", AreaKind.RESIDENTIAL_AREA, ONE);
    areas.add(SECOND_VILLAGE, "38-1-2", AreaKind.RESIDENTIAL_AREA, ONE);
    List.of(ONE, TWO, THREE, FIRST_VILLAGE, SECOND_VILLAGE)
        .forEach(each -> areas.begin(each, SINCE));
  }

  static Successor into(UUID id) {
    return new Successor(id, null, null, null);
  }

  static Successor fresh(@Nullable String code, @Nullable String name, @Nullable AreaKind kind) {
    return new Successor(null, code, name, kind);
  }

  static Ending ending(List<UUID> areas, LocalDate on, List<Successor> successors, Move... moves) {
    return new Ending(areas, on, WHY, successors, List.of(moves));
  }

  static Ending merger(LocalDate on) {
    return ending(List.of(ONE), on, List.of(into(TWO)));
  }
}
