package anbinh.programme.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RateRatioTest {
  /// In R: `poisson.test(c(11, 20), c(4, 4))` gives 0.55 from 0.2382 to 1.2021.
  @Test
  void givesTheExactIntervalOfTwoCounts() {
    RateRatio ratio = RateRatio.of(20, 4, 11, 4).orElseThrow();

    assertThat(ratio.value()).isEqualTo(0.55, within(1e-12));
    assertThat(ratio.low()).isBetween(0.23, 0.25);
    assertThat(ratio.high()).isBetween(1.19, 1.21);
    assertThat(ratio.allowsNoChange()).isTrue();
  }

  @Test
  void hasNoLowerEndButNoneAndStillAnUpperOneWhereNothingCameAfter() {
    RateRatio ratio = RateRatio.of(30, 4, 0, 4).orElseThrow();

    assertThat(ratio.value()).isZero();
    assertThat(ratio.low()).isZero();
    // The share p with (1-p)^30 = 0.025, as odds.
    double share = 1 - Math.pow(0.025, 1 / 30.0);
    assertThat(ratio.high()).isEqualTo(share / (1 - share), within(1e-9));
    assertThat(ratio.allowsNoChange()).isFalse();
  }

  @Test
  void hasNoUpperEndAndNoRatioWhereNothingWasBefore() {
    RateRatio ratio = RateRatio.of(0, 4, 30, 4).orElseThrow();

    assertThat(ratio.value()).isNull();
    assertThat(ratio.high()).isNull();
    double share = Math.pow(0.025, 1 / 30.0);
    assertThat(ratio.low()).isEqualTo(share / (1 - share), within(1e-9));
    assertThat(ratio.allowsNoChange()).isFalse();
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(RateRatio.of(0, 4, 0, 4)).isEmpty();
    assertThat(RateRatio.of(3, 4, 3, 0)).isEmpty();
    assertThat(RateRatio.of(3, 0, 3, 4)).isEmpty();
    assertThat(RateRatio.of(Integer.MAX_VALUE, 4, 3, 4)).isEqualTo(Optional.empty());
  }

  @Test
  void countsForHowLongItWasLookedAt() {
    RateRatio even = RateRatio.of(20, 4, 10, 2).orElseThrow();

    assertThat(even.value()).isEqualTo(1, within(1e-12));
    assertThat(even.allowsNoChange()).isTrue();
  }

  @Test
  void meetsAnotherThatAllowsTheSame() {
    RateRatio fell = RateRatio.of(100, 4, 30, 4).orElseThrow();
    RateRatio held = RateRatio.of(100, 4, 100, 4).orElseThrow();
    RateRatio little = RateRatio.of(15, 4, 8, 4).orElseThrow();
    RateRatio fromNone = RateRatio.of(0, 4, 25, 4).orElseThrow();

    assertThat(fell.meets(held)).isFalse();
    assertThat(held.meets(fell)).isFalse();
    assertThat(fell.meets(little)).isTrue();
    assertThat(fromNone.meets(held)).isFalse();
    assertThat(fromNone.meets(fromNone)).isTrue();
  }

  /// Where nothing changed, at least 95 of 100 intervals say that nothing may have.
  @Test
  void isNotTooShort() {
    RandomGenerator random = new Random(7);
    int covered = 0;
    int trials = 2000;
    for (int i = 0; i < trials; i++) {
      long before = poisson(12, random);
      long after = poisson(12, random);
      covered +=
          RateRatio.of(before, 4, after, 4).map(RateRatio::allowsNoChange).orElse(true) ? 1 : 0;
    }
    assertThat(covered).isGreaterThan(trials * 95 / 100);
  }

  private static long poisson(double mean, RandomGenerator random) {
    double limit = Math.exp(-mean);
    long count = -1;
    double product = 1;
    do {
      product *= random.nextDouble();
      count++;
    } while (product > limit);
    return count;
  }
}
