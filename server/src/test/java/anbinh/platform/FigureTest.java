package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void tellsWhoMaySeeTheSingleCasesEveryCount() {
    for (long count = 0; count < 12; count++) {
      assertThat(Figure.of(count, true)).isEqualTo(new Figure(count, true));
    }
  }

  @Test
  void tellsOthersNoSmallCountAndNoExactOne() {
    assertThat(Figure.of(0, false)).isEqualTo(new Figure(0L, true));
    for (long count = 1; count < 5; count++) {
      assertThat(Figure.of(count, false)).isEqualTo(new Figure(null, false));
      assertThat(Figure.of(count, false).text()).isEqualTo("<5");
    }
    assertThat(Figure.of(5, false).value()).isEqualTo(10);
    assertThat(Figure.of(14, false).value()).isEqualTo(10);
    assertThat(Figure.of(15, false).value()).isEqualTo(20);
    assertThat(Figure.of(1_028, false).text()).isEqualTo("1030");
  }

  /// Whatever is shown of a sum and of all its other parts fits more than one small part.
  @Test
  void leavesASmallPartOfASumOpen() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      long small = 1L + random.nextInt(4);
      long other = random.nextInt(60);
      Figure sum = Figure.of(small + other, false);
      Figure shown = Figure.of(other, false);
      long fitting = 0;
      for (long guess = 1; guess < 5; guess++) {
        for (long rest = 0; rest < 70; rest++) {
          if (Figure.of(rest, false).equals(shown) && Figure.of(guess + rest, false).equals(sum)) {
            fitting++;
            break;
          }
        }
      }
      assertThat(fitting).as("seed %d: %d of %d", seed, small, small + other).isGreaterThan(1);
    }
  }
}
