package anbinh.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommuneStandingTest {
  private static CommuneStanding of(int units, int registered, int met) {
    return new CommuneStanding(
        new UUID(0, 1),
        "Xã",
        2026,
        units,
        0,
        registered,
        registered,
        registered,
        met,
        CommuneStanding.needed(units, 70),
        null,
        null,
        List.of());
  }

  @Test
  void sixteenOfTwentyFiveAreTooFewAndEighteenAreEnough() {
    assertThat(CommuneStanding.needed(25, 70)).isEqualTo(18);
    assertThat(of(25, 25, 16).enoughMet()).isFalse();
    assertThat(of(25, 25, 17).enoughMet()).isFalse();
    assertThat(of(25, 25, 18).enoughMet()).isTrue();
  }

  @Test
  void allHaveToBeRegisteredHoweverManyAreRecognised() {
    assertThat(of(25, 24, 24).allRegistered()).isFalse();
    assertThat(of(25, 25, 0).allRegistered()).isTrue();
  }

  @Test
  void aCommuneWithoutUnitsHasNoShare() {
    assertThat(of(0, 0, 0).allRegistered()).isFalse();
    assertThat(of(0, 0, 0).enoughMet()).isFalse();
  }

  @Test
  void whatIsNeededIsTheLeastThatReachesTheShare() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      int units = 1 + random.nextInt(500);
      int percent = 1 + random.nextInt(100);
      int needed = CommuneStanding.needed(units, percent);
      assertThat(needed * 100).as("seed %d", seed).isGreaterThanOrEqualTo(units * percent);
      assertThat((needed - 1) * 100).as("seed %d", seed).isLessThan(units * percent);
    }
  }
}
