package anbinh.subject.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  /// The holidays around the end of April 2026, a Thursday and a Friday, and a Saturday worked.
  private final WorkingDays days =
      new WorkingDays(
          List.of(
              new SpecialDay(LocalDate.of(2026, 4, 30), false, "Ngày Giải phóng miền Nam"),
              new SpecialDay(LocalDate.of(2026, 5, 1), false, "Ngày Quốc tế lao động"),
              new SpecialDay(LocalDate.of(2026, 5, 9), true, "Làm bù")));

  private final WorkingDays plain = new WorkingDays(List.of());

  @Test
  void countsTwoWorkingDaysFromTheDayAfter() {
    assertThat(plain.afterWorking(LocalDate.of(2026, 11, 24), 2)).isEqualTo("2026-11-26");
    assertThat(plain.afterWorking(LocalDate.of(2026, 11, 26), 2)).isEqualTo("2026-11-30");
    assertThat(plain.afterWorking(LocalDate.of(2026, 11, 28), 2)).isEqualTo("2026-12-01");
  }

  @Test
  void leavesHolidaysOutAndCountsAWeekendThatIsWorked() {
    assertThat(days.afterWorking(LocalDate.of(2026, 4, 28), 2)).isEqualTo("2026-05-04");
    assertThat(days.afterWorking(LocalDate.of(2026, 5, 8), 2)).isEqualTo("2026-05-11");
    assertThat(days.isWorking(LocalDate.of(2026, 5, 9))).isTrue();
    assertThat(days.isWorking(LocalDate.of(2026, 5, 10))).isFalse();
  }

  @Test
  void endsATermThatEndsOnADayOffWithTheNextWorkingDay() {
    assertThat(days.after(LocalDate.of(2026, 4, 15), 15)).isEqualTo("2026-05-04");
    assertThat(days.after(LocalDate.of(2026, 4, 29), 10)).isEqualTo("2026-05-09");
    assertThat(plain.after(LocalDate.of(2026, 11, 24), 10)).isEqualTo("2026-12-04");
  }
}
