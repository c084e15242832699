package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {
  @Test
  void isWaitedForAndElseGivenUp() throws Exception {
    assertThat(
            WholeAnswer.within(Duration.ofSeconds(1), CompletableFuture.completedFuture("whole")))
        .isEqualTo("whole");

    var never = new CompletableFuture<String>();
    assertThatThrownBy(() -> WholeAnswer.within(Duration.ofMillis(10), never))
        .isInstanceOf(TimeoutException.class);
    assertThat(never).isCancelled();
  }
}
