package anbinh.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T00:00:00Z"));
  private final Attempts attempts = new Attempts(now::get, 3, Duration.ofMinutes(10));

  @Test
  void theFourthWithinTheWindowWaitsForTheFirstToLeaveIt() {
    for (int i = 0; i < 3; i++) {
      assertThat(attempts.begin("lan")).isEmpty();
      pass(Duration.ofMinutes(1));
    }
    assertThat(attempts.begin("lan")).contains(Duration.ofMinutes(7));
    assertThat(attempts.begin("minh")).isEmpty();
    pass(Duration.ofMinutes(7));
    assertThat(attempts.begin("lan")).isEmpty();
    assertThat(attempts.begin("lan")).isPresent();
  }

  @Test
  void aSuccessTakesItsAttemptBack() {
    for (int i = 0; i < 10; i++) {
      assertThat(attempts.begin("lan")).isEmpty();
      attempts.undo("lan");
    }
    attempts.undo("never-tried");
  }

  @Test
  void manyAtOnceGainNothing() {
    var begun = new AtomicInteger();
    IntStream.range(0, 500)
        .parallel()
        .forEach(i -> {
          if (attempts.begin("lan").isEmpty()) {
            begun.incrementAndGet();
          }
        });
    assertThat(begun).hasValue(3);
  }

  @Test
  void floodsOfNamesDoNotFillTheMemoryAndDoNotForgetTheLatest() {
    for (int i = 0; i < 3; i++) {
      attempts.begin("last");
    }
    IntStream.range(0, 99_000).forEach(i -> attempts.begin("name" + i));
    assertThat(attempts.begin("last")).isPresent();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
