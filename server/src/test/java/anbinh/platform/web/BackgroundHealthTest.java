package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.background.PollingWorker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;

class BackgroundHealthTest {
  private static final class Work extends PollingWorker {
    private final @Nullable Duration failing;

    Work(String name, @Nullable Duration failing) {
      super(name, Duration.ofSeconds(1));
      this.failing = failing;
    }

    @Override
    protected Duration round() {
      return Duration.ofHours(1);
    }

    @Override
    public Optional<Duration> failingFor() {
      return Optional.ofNullable(failing);
    }
  }

  private static Health health(Work... works) {
    var beans = new StaticListableBeanFactory();
    for (Work work : works) {
      beans.addBean(work.name(), work);
    }
    return new BackgroundHealth(beans.getBeanProvider(PollingWorker.class)).health();
  }

  @Test
  void namesWhatHasNotGotOnForMinutes() {
    Health health =
        health(
            new Work("oversight", Duration.ofMinutes(6)),
            new Work("messages", Duration.ofMinutes(4)),
            new Work("sample", null));

    assertThat(health.getStatus().getCode()).isEqualTo("WARNING");
    assertThat(health.getDetails()).containsExactly(Map.entry("oversight", "failing for PT6M"));
  }

  @Test
  void isWellWhileEverythingGetsOnOrHasJustFailed() {
    assertThat(health(new Work("messages", Duration.ofSeconds(20)), new Work("sample", null)))
        .isEqualTo(Health.up().build());
  }
}
