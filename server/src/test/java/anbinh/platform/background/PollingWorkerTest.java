package anbinh.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollingWorkerTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final Duration MAX_WAIT = Duration.ofMinutes(1);

  @Test
  void sleepsUntilSomethingIsDueAndNeverLongerThanAllowed() {
    assertThat(sleepUntil(NOW.plusSeconds(59))).isEqualTo(Duration.ofSeconds(59));
    assertThat(sleepUntil(NOW.plusSeconds(61))).isEqualTo(MAX_WAIT);
    assertThat(sleepUntil(Instant.MAX)).isEqualTo(MAX_WAIT);
  }

  @Test
  void doesNotSleepWhenSomethingIsDueAlready() {
    assertThat(sleepUntil(NOW.minusSeconds(5))).isLessThanOrEqualTo(Duration.ZERO);
  }

  private static Duration sleepUntil(Instant due) {
    return PollingWorker.sleepUntil(due, NOW, MAX_WAIT);
  }
}
