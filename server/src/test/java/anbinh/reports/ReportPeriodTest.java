package anbinh.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Problem;
import anbinh.reports.ReportPeriod.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2026-12-31, 2025, 2025",
    "2026-H2, 2026-07-01, 2026-12-31, 2026-H1, 2025-H2",
    "2026-Q1, 2026-01-01, 2026-03-31, 2025-Q4, 2025-Q1",
    "2028-02, 2028-02-01, 2028-02-29, 2028-01, 2027-02",
    "2026-01, 2026-01-01, 2026-01-31, 2025-12, 2025-01"
  })
  void knowsItsDaysAndWhatItIsComparedWith(
      String text, LocalDate from, LocalDate last, String before, String yearAgo) {
    ReportPeriod period = ReportPeriod.parse(text);
    assertThat(period).hasToString(text);
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.previous()).hasToString(before);
    assertThat(period.yearAgo()).hasToString(yearAgo);
    assertThat(period.previous().next()).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "2026-Q5",
        "2026-Q0",
        "2026-H3",
        "2026-13",
        "2026-00",
        "1999",
        "2026-q1",
        "2026-Q1 ",
        "20260",
        "2026-1"
      })
  void refusesWhatIsNoPeriod(String text) {
    assertThatThrownBy(() -> ReportPeriod.parse(text)).isInstanceOf(Problem.class);
  }

  @Test
  void isOverOnTheDayAfterItsLast() {
    ReportPeriod quarter = ReportPeriod.of(Kind.QUARTER, LocalDate.of(2026, 9, 30));
    assertThat(quarter).hasToString("2026-Q3");
    assertThat(quarter.isOver(LocalDate.of(2026, 9, 30))).isFalse();
    assertThat(quarter.isOver(LocalDate.of(2026, 10, 1))).isTrue();
    assertThat(quarter.contains(LocalDate.of(2026, 7, 1))).isTrue();
    assertThat(quarter.contains(LocalDate.of(2026, 10, 1))).isFalse();
  }

  @Test
  void isMadeOfQuartersAndMonths() {
    assertThat(ReportPeriod.parse("2026-H2").quarters()).containsExactly(3, 4);
    assertThat(ReportPeriod.parse("2026").quarters()).containsExactly(1, 2, 3, 4);
    assertThat(ReportPeriod.parse("2026-Q2").months()).hasSize(3);
    assertThat(ReportPeriod.parse("2026-05").quarters()).containsExactly(2);
  }

  @Test
  void comesInTheOrderOfTheCalendar() {
    assertThat(ReportPeriod.parse("2026-Q2")).isLessThan(ReportPeriod.parse("2026-Q3"));
    assertThat(ReportPeriod.parse("2026-01")).isLessThan(ReportPeriod.parse("2026"));
  }
}
