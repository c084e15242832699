package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportPeriod.Kind;
import anbinh.reports.figure.ShownFigure.Seen;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class YearTableTest {
  private static final int YEAR = 2026;
  private static final IndicatorDefinition ENDED = definition("ENDED");
  private static final IndicatorDefinition AGREED = definition("AGREED").partOf("ENDED");
  private static final List<IndicatorDefinition> FAMILY = List.of(ENDED, AGREED);
  private static final List<UUID> LINES =
      List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));
  private static final ReportPeriod HALF = new ReportPeriod(Kind.HALF_YEAR, YEAR, 1);
  private static final ReportPeriod WHOLE = new ReportPeriod(Kind.YEAR, YEAR, 1);

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.CASES, "x").parted().hidingSmall();
  }

  private static ReportPeriod quarter(int number) {
    return new ReportPeriod(Kind.QUARTER, YEAR, number);
  }

  private static YearTable table(List<IndicatorCount> counts, LocalDate today, List<UUID> lines) {
    var counted = new Counted(YearMonth.of(YEAR, 1), 12);
    counted.addEvents(counts, UnaryOperator.identity());
    return new YearTable(counted, FAMILY, YEAR, today, lines);
  }

  private static void add(
      List<IndicatorCount> to, int line, String part, int month, int agreed, int not) {
    YearMonth at = YearMonth.of(YEAR, month);
    UUID area = LINES.get(line);
    to.add(new IndicatorCount("ENDED", area, part, at, agreed + not));
    to.add(new IndicatorCount("AGREED", area, part, at, agreed));
  }

  /// 203 closed and 145 clarified were hidden from the province, and said to be "1 to 4".
  @Test
  void totalsAreToldOfMonthsOfARunningQuarterAndWhateverIsSmallBelowThem() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, "A", 2, 145, 54);
    add(counts, 1, "A", 2, 0, 3);
    add(counts, 2, "B", 5, 0, 1);
    YearTable table = table(counts, LocalDate.of(YEAR, 5, 20), LINES);
    assertThat(table.total(ENDED, quarter(1))).isEqualTo(ShownFigure.of(202));
    assertThat(table.total(AGREED, quarter(1))).isEqualTo(ShownFigure.of(145));
    assertThat(table.total(ENDED, WHOLE)).isEqualTo(ShownFigure.of(203));
    assertThat(table.total(ENDED, quarter(2))).isEqualTo(ShownFigure.of(1));
    assertThat(table.total(ENDED, new ReportPeriod(Kind.MONTH, YEAR, 2)))
        .isEqualTo(ShownFigure.of(202));
  }

  @Test
  void nothingIsToldOfACommuneInAMonthOrInAPeriodThatRuns() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, "A", 2, 60, 40);
    add(counts, 1, "A", 2, 20, 20);
    add(counts, 2, "A", 2, 20, 20);
    add(counts, 3, "A", 2, 20, 20);
    YearTable table = table(counts, LocalDate.of(YEAR, 5, 20), LINES);
    assertThat(table.line(ENDED, LINES.get(0), quarter(1)))
        .isEqualTo(new ShownFigure(100.0, Seen.TENS));
    for (ReportPeriod each :
        List.of(new ReportPeriod(Kind.MONTH, YEAR, 2), quarter(2), HALF, WHOLE)) {
      assertThat(table.line(ENDED, LINES.get(0), each)).isEqualTo(ShownFigure.LATER);
    }
    assertThat(table.part(ENDED, "A", quarter(1))).as("of years").isEqualTo(ShownFigure.LATER);
  }

  @Test
  void ofLongerPeriodsACommuneIsToldWhereNoneOfItsQuartersIsHidden() {
    List<IndicatorCount> counts = new ArrayList<>();
    for (int line = 0; line < 4; line++) {
      add(counts, line, "A", 2, 20, 20);
      add(counts, line, "A", 5, line == 3 ? 1 : 20, 20);
    }
    YearTable table = table(counts, LocalDate.of(YEAR, 7, 1), LINES);
    assertThat(table.line(ENDED, LINES.get(0), HALF)).isEqualTo(new ShownFigure(80.0, Seen.TENS));
    assertThat(table.line(AGREED, LINES.get(3), quarter(1)).seen()).isEqualTo(Seen.TENS);
    assertThat(table.line(AGREED, LINES.get(3), quarter(2))).isEqualTo(ShownFigure.FEW);
    assertThat(table.line(AGREED, LINES.get(3), HALF)).isEqualTo(ShownFigure.FEW);
  }

  @Test
  void partsAreToldExactlyOfAYearThatIsOverButForSmallOnesAndOneMore() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, "A", 2, 50, 55);
    add(counts, 1, "B", 3, 61, 0);
    add(counts, 1, "C", 3, 1, 1);
    add(counts, 2, "D", 9, 9, 5);
    YearTable table = table(counts, LocalDate.of(YEAR + 1, 1, 1), LINES);
    assertThat(table.part(ENDED, "A", WHOLE)).isEqualTo(ShownFigure.of(105));
    assertThat(table.part(ENDED, "B", WHOLE)).isEqualTo(ShownFigure.of(61));
    assertThat(table.part(ENDED, "C", WHOLE)).isEqualTo(ShownFigure.FEW);
    assertThat(table.part(ENDED, "D", WHOLE)).as("beside it").isEqualTo(ShownFigure.FEW);
    assertThat(table.total(ENDED, WHOLE)).isEqualTo(ShownFigure.of(182));
  }

  @Test
  void aUnitOfTwoCommunesIsToldAsACommuneIs() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, "A", 2, 3, 0);
    add(counts, 1, "A", 5, 30, 12);
    YearTable table = table(counts, LocalDate.of(YEAR, 7, 1), LINES.subList(0, 2));
    assertThat(table.total(ENDED, quarter(1))).isEqualTo(ShownFigure.FEW);
    assertThat(table.total(ENDED, quarter(2))).isEqualTo(new ShownFigure(40.0, Seen.TENS));
    assertThat(table.total(ENDED, quarter(3))).isEqualTo(ShownFigure.LATER);
    assertThat(table.total(ENDED, HALF)).isEqualTo(ShownFigure.FEW);
  }
}
