package anbinh.oversight.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoissonTailTest {
  @Test
  void expectsWhereColleaguesGoWhatTheyGiveIt() {
    assertThat(PoissonTail.expected(9, 99, 950)).isCloseTo(10 * .1 / .9, within(1e-9));
    assertThat(PoissonTail.expected(0, 0, 0)).isLessThan(.03);
    assertThat(PoissonTail.expected(100, 5, 5)).isPositive();
  }

  @Test
  void fourLooksAtWhatNobodyLooksAtAreNoChanceAndAtTheMarketTheyAre() {
    assertThat(PoissonTail.ofAtLeast(4, PoissonTail.expected(6, 2, 2_000))).isLessThan(1e-4);
    assertThat(PoissonTail.ofAtLeast(4, PoissonTail.expected(6, 600, 2_000))).isGreaterThan(1e-2);
  }

  @Test
  void isTheTailOfPoissonsDistribution() {
    assertThat(PoissonTail.ofAtLeast(0, 3)).isEqualTo(1);
    assertThat(PoissonTail.ofAtLeast(1, .5)).isCloseTo(1 - Math.exp(-.5), within(1e-12));
    var random = new SplittableRandom(7);
    double expected = 1.5;
    int atLeastFour = 0;
    for (int n = 0; n < 200_000; n++) {
      int drawn = 0;
      double product = random.nextDouble();
      while (product > Math.exp(-expected)) {
        drawn++;
        product *= random.nextDouble();
      }
      atLeastFour += drawn >= 4 ? 1 : 0;
    }
    assertThat(PoissonTail.ofAtLeast(4, expected)).isCloseTo(atLeastFour / 200_000.0, within(.003));
    assertThat(PoissonTail.ofAtLeast(400, 2)).isBetween(0.0, 1e-12);
  }

  /// Beyond 745, `exp(-expected)` is nothing.
  @Test
  void holdsForAsManyLooksAsABusyOfficeHas() {
    assertThat(PoissonTail.ofAtLeast(1_000, 1_000)).isBetween(.49, .52);
    assertThat(PoissonTail.ofAtLeast(1_200, 1_000)).isLessThan(1e-8);
    assertThat(PoissonTail.ofAtLeast(900, 1_000)).isGreaterThan(.99);
  }
}
