package anbinh.platform.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Problem;
import anbinh.platform.figure.ClosedQuarters.Quarter;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedQuartersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @Test
  void whereNothingIsSaidItIsTheYearUntilTheLastQuarterThatIsOver() {
    ClosedQuarters found = ClosedQuarters.of(null, null, TODAY);
    assertThat(found)
        .isEqualTo(
            new ClosedQuarters(
                LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 30), LocalDate.of(2027, 1, 1)));
    assertThat(found.each()).hasSize(3);
    assertThat(ClosedQuarters.of(null, null, LocalDate.of(2027, 1, 1)).to())
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(ClosedQuarters.of(null, null, LocalDate.of(2026, 12, 31)).to())
        .as("on its last day it still runs")
        .isEqualTo(LocalDate.of(2026, 9, 30));
  }

  /// The year's figures are asked for from its first day on.
  @ParameterizedTest
  @CsvSource({
    "2027-01-01,, 2027-04-01",
    "2027-01-15,, 2027-04-01",
    "2027-03-31,, 2027-04-01",
    "2027-04-01, 2027-03-31, 2027-07-01",
    "2027-06-30, 2027-03-31, 2027-07-01",
    "2027-12-31, 2027-09-30, 2028-01-01",
    "2028-01-01, 2027-12-31, 2028-04-01"
  })
  void whatIsAskedForIsToldAsFarAsItIsOver(
      LocalDate today, @Nullable LocalDate to, LocalDate nextOn) {
    LocalDate first = LocalDate.of(2027, 1, 1);
    for (@Nullable LocalDate end : new @Nullable LocalDate[] {null, LocalDate.of(2027, 12, 31)}) {
      ClosedQuarters found = ClosedQuarters.of(first, end, today);
      assertThat(found).isEqualTo(new ClosedQuarters(first, to, nextOn));
      assertThat(found.each().isEmpty()).isEqualTo(to == null);
    }
    assertThat(ClosedQuarters.of(first, today, today).to()).as("up to today").isEqualTo(to);
  }

  @Test
  void noDayOfTheYearIsRefused() {
    for (LocalDate today = TODAY; today.getYear() < 2029; today = today.plusDays(1)) {
      for (LocalDate end :
          new LocalDate[] {
            null, today, today.plusMonths(5).with(TemporalAdjusters.lastDayOfMonth())
          }) {
        ClosedQuarters found = ClosedQuarters.of(today.withDayOfYear(1), end, today);
        assertThat(found.nextOn()).isAfter(today);
        assertThat(found.each())
            .as("on %s", today)
            .allMatch(each -> each.to().isBefore(found.nextOn().minusMonths(3)));
      }
      assertThat(ClosedQuarters.last(today).each()).hasSize(1);
    }
  }

  @Test
  void aQuarterIsToldWhenItIsOver() {
    LocalDate first = LocalDate.of(2026, 7, 1);
    LocalDate last = LocalDate.of(2026, 9, 30);
    assertThat(ClosedQuarters.quarter(2026, 3, TODAY).each())
        .containsExactly(new Quarter(first, last));
    assertThat(ClosedQuarters.last(TODAY)).isEqualTo(ClosedQuarters.quarter(2026, 3, TODAY));
    assertThat(ClosedQuarters.quarter(2026, 3, last).each()).isEmpty();
    assertThat(ClosedQuarters.quarter(2026, 4, TODAY).each()).isEmpty();
    assertThat(ClosedQuarters.quarter(2027, 1, TODAY).each()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-02,",
    "2026-07-02,2026-09-30",
    "2026-07-01,2026-09-29",
    "2026-08-01,2026-10-31",
    "2026-07-01,2026-06-30",
    "2027-01-01,2026-12-31",
    "2020-01-01,2026-09-30"
  })
  void whatIsNoQuarterIsRefused(LocalDate from, @Nullable LocalDate to) {
    assertThatThrownBy(() -> ClosedQuarters.of(from, to, TODAY)).isInstanceOf(Problem.class);
  }
}
