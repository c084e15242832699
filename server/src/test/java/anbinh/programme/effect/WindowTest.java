package anbinh.programme.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final LocalDate LAUNCHED = LocalDate.of(2025, 5, 20);

  @Test
  void quartersAreThoseOfTheCalendar() {
    var quarter = Quarter.of(LocalDate.of(2025, 12, 31));

    assertThat(quarter).isEqualTo(new Quarter(2025, 4));
    assertThat(quarter.firstDay()).isEqualTo("2025-10-01");
    assertThat(quarter.lastDay()).isEqualTo("2025-12-31");
    assertThat(quarter.plus(1)).isEqualTo(new Quarter(2026, 1));
    assertThat(quarter.plus(-7)).isEqualTo(new Quarter(2024, 1));
    assertThat(quarter.until(new Quarter(2026, 2))).isEqualTo(2);
    assertThat(quarter.row(0)).isEmpty();
    assertThat(new Quarter(2025, 2)).isLessThan(quarter);
    assertThatThrownBy(() -> new Quarter(2025, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasAYearBeforeAndAfterWithoutTheQuarterInWhichItBegan() {
    Window window = Window.of(LAUNCHED, LocalDate.of(2027, 1, 5));

    assertThat(window.start()).isEqualTo(new Quarter(2025, 2));
    assertThat(window.before())
        .containsExactly(
            new Quarter(2024, 2), new Quarter(2024, 3), new Quarter(2024, 4), new Quarter(2025, 1));
    assertThat(window.after()).startsWith(new Quarter(2025, 3)).endsWith(new Quarter(2026, 2));
    assertThat(window.wholeYear()).isTrue();
    assertThat(window.earlier()).hasSize(8).endsWith(new Quarter(2024, 1));
  }

  @Test
  void hasAsManyBeforeAsAreOverAfter() {
    Window window = Window.of(LAUNCHED, LocalDate.of(2025, 12, 30));

    assertThat(window.after()).isEqualTo(List.of(new Quarter(2025, 3)));
    assertThat(window.before()).isEqualTo(List.of(new Quarter(2025, 1)));
    assertThat(window.wholeYear()).isFalse();
    assertThat(Window.of(LAUNCHED, LocalDate.of(2025, 12, 31)).after()).hasSize(2);
  }

  @Test
  void hasNoneWhileTheFirstQuarterIsNotOver() {
    assertThat(Window.of(LAUNCHED, LocalDate.of(2025, 9, 29)).after()).isEmpty();
    assertThat(Window.of(LAUNCHED, LAUNCHED).before()).isEmpty();
  }
}
