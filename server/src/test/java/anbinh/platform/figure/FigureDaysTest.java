package anbinh.platform.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FigureDaysTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @Test
  void areThoseOfTheYearUntilTodayWhereNoneAreNamed() {
    assertThat(FigureDays.of(null, null, TODAY))
        .isEqualTo(new FigureDays(LocalDate.of(2026, 1, 1), TODAY));
  }

  @Test
  void beginWithTheYearOfTheirEnd() {
    assertThat(FigureDays.of(null, LocalDate.of(2025, 12, 31), TODAY))
        .isEqualTo(new FigureDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
  }

  @Test
  void mayBeOneDayAndNotEndBeforeTheyBegin() {
    assertThat(FigureDays.of(TODAY, TODAY, TODAY)).isEqualTo(new FigureDays(TODAY, TODAY));
    assertThatThrownBy(() -> FigureDays.of(TODAY, TODAY.minusDays(1), TODAY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields()).containsExactly(new FieldProblem("to", "after-from")));
  }
}
