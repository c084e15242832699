package anbinh.community.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedQuartersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @Test
  void whereNothingIsSaidItIsTheYearUntilTheLastQuarterThatIsOver() {
    ClosedQuarters found = ClosedQuarters.of(null, null, TODAY);
    assertThat(found)
        .isEqualTo(new ClosedQuarters(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 30)));
    assertThat(found.each()).hasSize(3);
    assertThat(ClosedQuarters.of(null, null, LocalDate.of(2027, 1, 1)).to())
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(ClosedQuarters.of(null, null, LocalDate.of(2026, 12, 31)).to())
        .as("on its last day it still runs")
        .isEqualTo(LocalDate.of(2026, 9, 30));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01,",
    "2026-10-01,2026-11-29",
    "2026-10-01,2026-12-31",
    "2026-07-01,2026-12-31",
    "2026-07-01,2026-11-29",
    "2026-07-02,2026-09-30",
    "2026-07-01,2026-09-29",
    "2026-08-01,2026-10-31",
    "2026-07-01,2026-06-30",
    "2027-01-01,2027-03-31",
    "2020-01-01,2026-09-30"
  })
  void whatRunsOrIsNoQuarterIsRefused(LocalDate from, LocalDate to) {
    assertThatThrownBy(() -> ClosedQuarters.of(from, to, TODAY)).isInstanceOf(Problem.class);
  }
}
