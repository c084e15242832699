package anbinh.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final Retry retry = new Retry(Duration.ofSeconds(5), Duration.ofMinutes(10));

  @Test
  void doublesUpToTheLongestPause() {
    assertThat(retry.pause(0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(retry.pause(3)).isEqualTo(Duration.ofSeconds(40));
    assertThat(retry.pause(7)).isEqualTo(Duration.ofMinutes(10));
    assertThat(retry.pause(1_000_000)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void keepsOfAProblemWhatCanBeKept() {
    assertThat(Retry.problem(new IllegalStateException("x".repeat(9_000)))).hasSize(500);
    assertThat(Retry.problem(new IllegalStateException())).isEqualTo("null");
  }
}
