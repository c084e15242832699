package anbinh.standard.unit;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.FakeAreas;
import anbinh.platform.DataFolder;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.Assessment;
import anbinh.standard.assessment.Exemption;
import anbinh.standard.assessment.FakeExemptionTable;
import anbinh.standard.assessment.FakeStandardTable;
import anbinh.standard.criteria.FakeCriteria;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A province with two communes and three villages, of which what a test says is assessed.
final class StandardUnitsFixture implements AutoCloseable {
  static final UUID PROVINCE = new UUID(1, 1);
  static final UUID COMMUNE = new UUID(1, 2);
  static final UUID OTHER_COMMUNE = new UUID(1, 3);
  static final UUID ONE = new UUID(1, 4);
  static final UUID TWO = new UUID(1, 5);
  static final UUID THREE = new UUID(1, 6);

  final FakeAreas areas = new FakeAreas();
  final FakeExemptionTable exemptions = new FakeExemptionTable();
  final FakeStandardTable table;
  final StandardUnits units;
  private final DataFolder data;
  private Instant now = Instant.EPOCH;

  StandardUnitsFixture(Path folder) throws IOException {
    data = DataFolder.open(folder);
    table = new FakeStandardTable(data);
    var clock = new SiteClock(() -> now, new Site("Thanh Hóa", ZoneOffset.UTC, false));
    units = new StandardUnits(areas, table, exemptions, new FakeCriteria(clock));
    areas.add(PROVINCE, "38", AreaKind.PROVINCE, null);
    areas.add(COMMUNE, "38.1", AreaKind.COMMUNE, PROVINCE);
    areas.add(OTHER_COMMUNE, "38.2", AreaKind.WARD, PROVINCE);
    areas.add(ONE, "38.1.1", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    areas.add(TWO, "38.1.2", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    areas.add(THREE, "38.2.1", AreaKind.RESIDENTIAL_AREA, OTHER_COMMUNE);
    on("2026-06-01");
  }

  void on(String day) {
    now = Instant.parse(day + "T12:00:00Z");
  }

  /// @param outcome null where it is not decided
  Assessment assess(UUID area, StandardState state, @Nullable StandardOutcome outcome) {
    Area of = areas.get(area);
    Assessment made =
        new Assessment(
            new UUID(7, area.getLeastSignificantBits()),
            "STD-2026-" + of.code(),
            area,
            UnitKind.of(of.kind()).orElseThrow(),
            2026,
            null,
            120,
            120,
            true,
            null,
            state,
            outcome,
            1);
    table.put(made);
    return made;
  }

  void exempt(UUID area) {
    exemptions.insert(
        new Exemption(
            new UUID(8, area.getLeastSignificantBits()),
            area,
            2026,
            Exemption.Ground.HIGHER_AUTHORITY,
            "Do cấp trên quản lý.",
            new UUID(9, 1),
            Instant.EPOCH));
  }

  /// Ends a unit on a day, which another one takes over from the next one on.
  void merge(UUID ended, UUID into, LocalDate last) {
    areas.end(ended, last, into);
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
