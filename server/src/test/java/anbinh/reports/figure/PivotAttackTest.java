package anbinh.reports.figure;

import static anbinh.reports.figure.FiguresFixture.CASES;
import static anbinh.reports.figure.FiguresFixture.COMMUNE;
import static anbinh.reports.figure.FiguresFixture.FOURTH_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.OTHER_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.PROVINCE;
import static anbinh.reports.figure.FiguresFixture.SITUATIONS;
import static anbinh.reports.figure.FiguresFixture.THIRD_COMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.figure.ShownFigure.Seen;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Somebody makes pivots with other indicators, periods, units and kinds each time, and looks for a
/// number in what differs between them. What all pivots together show of a year is what
/// `YearTableAttackTest` attacks.
class PivotAttackTest {
  private static final List<UUID> COMMUNES =
      List.of(COMMUNE, OTHER_COMMUNE, THIRD_COMMUNE, FOURTH_COMMUNE);
  private static final List<String> KINDS = List.of("A", "B", "C");

  private static FiguresFixture random(int seed) {
    var fixture = new FiguresFixture();
    fixture.on("2026-10-20");
    var random = new Random(seed);
    int most = List.of(1, 3, 8, 30).get(random.nextInt(4));
    int seldom = 1 + random.nextInt(5);
    for (int month = 0; month < 34; month++) {
      for (UUID commune : COMMUNES) {
        YearMonth at = YearMonth.of(2024, 1).plusMonths(month);
        fixture.happened(CASES, commune, null, at, random.nextInt(most + 1));
        for (String kind : KINDS) {
          if (random.nextInt(seldom) == 0) {
            fixture.happened(SITUATIONS, commune, kind, at, random.nextInt(most + 1));
          }
        }
      }
    }
    return fixture;
  }

  /// Sees all cells of one pivot, each of which has to be what an earlier one said of its place.
  private static void see(
      FiguresFixture fixture,
      List<IndicatorDefinition> indicators,
      List<ReportPeriod> periods,
      Map<String, ShownFigure> known) {
    Area province = fixture.areas.get(PROVINCE);
    Reading reading = fixture.figures.read(province, periods.getLast(), false, indicators, periods);
    List<Area> units = new ArrayList<>(reading.lines());
    units.addFirst(province);
    for (IndicatorDefinition of : indicators) {
      List<String> kinds = new ArrayList<>(of.byPart() ? KINDS : List.of());
      kinds.add("");
      for (ReportPeriod at : periods) {
        for (Area unit : units) {
          for (String kind : kinds) {
            ShownFigure cell =
                reading.cell(of, unit == province ? null : unit, kind.isEmpty() ? null : kind, at);
            String place = of.code() + " " + at + " " + unit.code() + " " + kind;
            ShownFigure before = known.putIfAbsent(place, cell);
            assertThat(before == null ? cell : before).as(place).isEqualTo(cell);
          }
        }
      }
    }
  }

  @Test
  void aNumberIsTheSameWhateverElseIsAskedFor() {
    int told = 0;
    for (int seed = 0; seed < 100; seed++) {
      FiguresFixture fixture = random(seed);
      Map<String, ShownFigure> known = new HashMap<>();
      for (String last : List.of("2026-Q3", "2025-Q4", "2026", "2025", "2026-09", "2025-H2")) {
        for (int count : List.of(1, 2)) {
          for (List<IndicatorDefinition> indicators :
              List.of(List.of(CASES), List.of(SITUATIONS), List.of(CASES, SITUATIONS))) {
            see(fixture, indicators, ReportPeriod.parse(last).andBefore(count), known);
          }
        }
      }
      told += (int) known.values().stream().filter(each -> each.value() != null).count();
    }
    assertThat(told).as("numbers that were there to compare").isGreaterThan(2_000);
  }

  @Test
  void whatIsAddedUpIsTheWholeUnitAndNoChoiceOfUnits() {
    var fixture = new FiguresFixture();
    fixture.on("2026-10-20");
    YearMonth august = YearMonth.of(2026, 8);
    List<Long> counts = List.of(3L, 20L, 30L, 40L);
    for (int i = 0; i < counts.size(); i++) {
      fixture.happened(CASES, COMMUNES.get(i), null, august, counts.get(i));
    }
    ReportPeriod quarter = ReportPeriod.parse("2026-Q3");
    Reading reading =
        fixture.figures.read(
            fixture.areas.get(PROVINCE), quarter, false, List.of(CASES), List.of(quarter));
    assertThat(reading.cell(CASES, null, null, quarter)).isEqualTo(ShownFigure.of(93));
    List<Seen> seen =
        reading.lines().stream()
            .map(each -> reading.cell(CASES, each, null, quarter).seen())
            .toList();
    assertThat(seen)
        .as("the small one, and another so that the total does not tell it")
        .containsExactly(Seen.FEW, Seen.FEW, Seen.TENS, Seen.TENS);
  }

  @Test
  void aKindOfOneCommuneIsToldToWhoSeesTheRecordsAlone() {
    var fixture = new FiguresFixture();
    fixture.on("2026-10-20");
    fixture.happened(SITUATIONS, COMMUNE, "A", YearMonth.of(2025, 3), 60);
    fixture.happened(SITUATIONS, OTHER_COMMUNE, "B", YearMonth.of(2025, 3), 70);
    ReportPeriod year = ReportPeriod.parse("2025");
    Area province = fixture.areas.get(PROVINCE);
    Area commune = fixture.areas.get(COMMUNE);
    Reading above = fixture.figures.read(province, year, false, List.of(SITUATIONS), List.of(year));
    assertThat(above.cell(SITUATIONS, null, "A", year)).isEqualTo(ShownFigure.of(60));
    assertThat(above.cell(SITUATIONS, commune, "A", year)).isEqualTo(ShownFigure.FEW);
    Reading others = fixture.figures.read(commune, year, false, List.of(SITUATIONS), List.of(year));
    assertThat(others.cell(SITUATIONS, null, "A", year)).isEqualTo(ShownFigure.FEW);
    Reading own = fixture.figures.read(commune, year, true, List.of(SITUATIONS), List.of(year));
    assertThat(own.cell(SITUATIONS, null, "A", year)).isEqualTo(ShownFigure.of(60));
  }
}
