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
  private static final List<IndicatorDefinition> FAMILY =
      List.of(
          definition("ENDED"),
          definition("AGREED").partOf("ENDED"),
          definition("NOT").partOf("ENDED"));
  private static final List<UUID> LINES =
      List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.CASES, "x").parted().hidingSmall();
  }

  private static ReportPeriod quarter(int number) {
    return new ReportPeriod(Kind.QUARTER, YEAR, number);
  }

  private static YearTable table(Counted counted, int over) {
    LocalDate today = quarter(over).last().plusDays(1);
    return new YearTable(counted, FAMILY, YEAR, today);
  }

  private static Counted counted(List<IndicatorCount> counts) {
    var counted = new Counted(YearMonth.of(YEAR, 1), 12);
    counted.addEvents(counts, UnaryOperator.identity());
    return counted;
  }

  private static void add(List<IndicatorCount> to, int line, int month, int agreed, int not) {
    YearMonth at = YearMonth.of(YEAR, month);
    UUID area = LINES.get(line);
    to.add(new IndicatorCount("ENDED", area, "A", at, agreed + not));
    to.add(new IndicatorCount("AGREED", area, "A", at, agreed));
    to.add(new IndicatorCount("NOT", area, "A", at, not));
  }

  @Test
  void aFamilyIsToldTogetherOrNotAtAll() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, 2, 12, 8);
    add(counts, 1, 2, 8, 0);
    YearTable shown = table(counted(counts), 1);
    assertThat(shown.total(FAMILY.get(0), quarter(1))).isEqualTo(ShownFigure.of(28));
    add(counts, 2, 5, 30, 3);
    YearTable hidden = table(counted(counts), 2);
    for (IndicatorDefinition each : FAMILY) {
      assertThat(hidden.total(each, quarter(2))).as(each.code()).isEqualTo(ShownFigure.FEW);
      assertThat(hidden.part(each, "A", quarter(2))).isEqualTo(ShownFigure.FEW);
    }
  }

  @Test
  void communesAreToldInTensAndMonthsNotAtAll() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, 2, 12, 0);
    add(counts, 1, 3, 3, 0);
    YearTable table = table(counted(counts), 1);
    IndicatorDefinition ended = FAMILY.get(0);
    assertThat(table.line(ended, LINES.get(0), quarter(1)))
        .isEqualTo(new ShownFigure(10.0, Seen.TENS));
    assertThat(table.line(ended, LINES.get(1), quarter(1))).isEqualTo(ShownFigure.FEW);
    assertThat(table.line(ended, LINES.get(2), quarter(1))).isEqualTo(ShownFigure.of(0));
    var month = new ReportPeriod(Kind.MONTH, YEAR, 1);
    assertThat(table.total(ended, month)).isEqualTo(ShownFigure.LATER);
    assertThat(table.line(ended, LINES.get(0), month)).isEqualTo(ShownFigure.LATER);
    assertThat(table.total(ended, quarter(2))).as("not over").isEqualTo(ShownFigure.LATER);
  }

  @Test
  void ofLongerPeriodsOneToNineAreHidden() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, 2, 6, 0);
    add(counts, 1, 2, 6, 0);
    add(counts, 1, 5, 7, 0);
    add(counts, 2, 2, 12, 0);
    add(counts, 2, 5, 3, 0);
    YearTable table = table(counted(counts), 2);
    var half = new ReportPeriod(Kind.HALF_YEAR, YEAR, 1);
    IndicatorDefinition ended = FAMILY.get(0);
    assertThat(table.line(ended, LINES.get(0), quarter(1)).seen()).isEqualTo(Seen.TENS);
    assertThat(table.line(ended, LINES.get(0), half)).isEqualTo(ShownFigure.FEW);
    assertThat(table.line(ended, LINES.get(1), half)).isEqualTo(new ShownFigure(10.0, Seen.TENS));
    assertThat(table.line(ended, LINES.get(2), half))
        .as("15, of a quarter of 3 among them")
        .isEqualTo(ShownFigure.FEW);
  }
}
