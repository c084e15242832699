package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IngestOptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final IngestOptions DEFAULTS = IngestOptions.DEFAULTS;

  @Test
  void namesWhatCannotBe() {
    assertThatThrownBy(() -> DEFAULTS.withThreads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads is 0, must be at least 1");
    assertThatThrownBy(() -> DEFAULTS.withPollInterval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pollInterval");
    assertThatThrownBy(() -> DEFAULTS.withTimeouts(SECOND, SECOND.negated(), SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("answerTimeout");
    assertThatThrownBy(() -> DEFAULTS.withRetries(SECOND, Duration.ZERO, SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longestRetry");
  }

  @Test
  void changesOneThingAtATime() {
    IngestOptions changed =
        DEFAULTS
            .withThreads(3)
            .withPollInterval(Duration.ofMillis(5))
            .withTimeouts(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3))
            .withRetries(SECOND, SECOND.multipliedBy(4), SECOND.multipliedBy(5))
            .withAllowBasic(true)
            .withAllowed(InetAddress::isLoopbackAddress);
    assertThat(changed.threads()).isEqualTo(3);
    assertThat(changed.pollInterval()).isEqualTo(Duration.ofMillis(5));
    assertThat(changed.connectTimeout()).isEqualTo(SECOND);
    assertThat(changed.answerTimeout()).isEqualTo(SECOND.multipliedBy(2));
    assertThat(changed.stallAfter()).isEqualTo(SECOND.multipliedBy(3));
    assertThat(changed.firstRetry()).isEqualTo(SECOND);
    assertThat(changed.longestRetry()).isEqualTo(SECOND.multipliedBy(4));
    assertThat(changed.retryAfterRefusal()).isEqualTo(SECOND.multipliedBy(5));
    assertThat(changed.allowBasic()).isTrue();
    assertThat(changed.allowed().test(InetAddress.ofLiteral("192.0.2.7"))).isFalse();
    assertThat(changed.maximumUnitBytes()).isEqualTo(DEFAULTS.maximumUnitBytes());
  }
}
