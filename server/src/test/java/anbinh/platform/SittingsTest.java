package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SittingsTest {
  private final TestClock clock = new TestClock();
  private final Sittings<String> sittings = new Sittings<>(clock);

  @Test
  void goesOnAsLongAsNoTenMinutesPassInBetween() {
    assertThat(sittings.begins("a video")).isTrue();
    for (int part = 0; part < 10; part++) {
      clock.move(Duration.ofMinutes(9));
      assertThat(sittings.begins("a video")).isFalse();
    }
    assertThat(sittings.begins("another")).isTrue();
    clock.move(Duration.ofMinutes(11));
    assertThat(sittings.begins("a video")).isTrue();
  }

  @Test
  void saysWhetherOneGoesOn() {
    assertThat(sittings.begins("a video")).isTrue();
    assertThat(sittings.anyGoesOn("a video"::equals)).isTrue();
    assertThat(sittings.anyGoesOn("another"::equals)).isFalse();
    clock.move(Duration.ofMinutes(11));
    assertThat(sittings.anyGoesOn("a video"::equals)).isFalse();
  }
}
