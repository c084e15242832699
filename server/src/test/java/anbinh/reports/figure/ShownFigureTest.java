package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.ShownFigure.Seen;
import org.junit.jupiter.api.Test;

class ShownFigureTest {
  @Test
  void aShareHasOneDecimalRoundedDownSoThatNoThresholdIsToldBeforeItIsReached() {
    assertThat(ShownFigure.share(1, 3).value()).isEqualTo(33.3);
    assertThat(ShownFigure.share(2, 3).value()).isEqualTo(66.6);
    assertThat(ShownFigure.share(2499, 2500).value()).as("99.96").isEqualTo(99.9);
    assertThat(ShownFigure.share(1749, 2500).value()).as("69.96").isEqualTo(69.9);
    assertThat(ShownFigure.share(1750, 2500).value()).isEqualTo(70.0);
    assertThat(ShownFigure.share(999_999, 1_000_000).value()).isEqualTo(99.9);
    assertThat(ShownFigure.share(7, 7).value()).isEqualTo(100.0);
    assertThat(ShownFigure.share(0, 7).value()).isEqualTo(0.0);
  }

  @Test
  void aShareOfRoundedNumbersSaysNoMoreThanTheyDo() {
    assertThat(ShownFigure.share(ShownFigure.tens(7), ShownFigure.tens(34)).value())
        .isEqualTo(ShownFigure.share(ShownFigure.tens(14), ShownFigure.tens(26)).value())
        .isEqualTo(33.0);
    assertThat(ShownFigure.share(ShownFigure.tens(3), ShownFigure.tens(34)))
        .isEqualTo(ShownFigure.FEW);
    assertThat(ShownFigure.tens(0)).as("none is not told from few").isEqualTo(ShownFigure.FEW);
    assertThat(ShownFigure.tens(1)).isEqualTo(ShownFigure.FEW);
  }

  @Test
  void aLongerPeriodHidesNoneToNineAndAMonthIsNotTold() {
    ReportPeriod year = ReportPeriod.parse("2025");
    assertThat(ShownFigure.tens(9, year)).isEqualTo(ShownFigure.FEW);
    assertThat(ShownFigure.tens(10, year)).isEqualTo(new ShownFigure(10.0, Seen.TENS));
    assertThat(ShownFigure.tens(0, year)).isEqualTo(ShownFigure.FEW);
    assertThat(ShownFigure.tens(9, ReportPeriod.parse("2025-Q1")).seen()).isEqualTo(Seen.TENS);
    assertThat(ShownFigure.tens(40, ReportPeriod.parse("2025-03"))).isEqualTo(ShownFigure.LATER);
  }

  @Test
  void thereIsNoShareOfNothing() {
    assertThat(ShownFigure.share(0, 0).seen()).isEqualTo(Seen.NONE);
    assertThat(ShownFigure.share(0, 0).value()).isNull();
  }
}
