package anbinh.platform.background;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.ReadOnlyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final ReadOnlyMode readOnly = new ReadOnlyMode();
  private final Work deciding = new Work(false);
  private final Work watching = new Work(true);
  private final Workers workers = new Workers(List.of(deciding, watching), readOnly);

  @Test
  void startsAllAndStopsThem() throws InterruptedException {
    assertThat(workers.isRunning()).isFalse();
    workers.start();
    until("a round of each", () -> deciding.rounds.get() > 0 && watching.rounds.get() > 0);
    assertThat(workers.isRunning()).isTrue();

    workers.stop();
    assertThat(List.of(workers.isRunning(), deciding.isRunning(), watching.isRunning()))
        .containsOnly(false);
    int done = deciding.rounds.get();
    deciding.wake();
    Thread.sleep(Duration.ofMillis(50));
    assertThat(deciding.rounds).hasValue(done);
  }

  @Test
  void whatDecidesWaitsWhileTheServerOnlyReads() throws InterruptedException {
    readOnly.begin(Instant.EPOCH);
    workers.start();
    until("a round of what may go on", () -> watching.rounds.get() > 2);
    assertThat(deciding.rounds).hasValue(0);
    workers.stop();
  }

  private static final class Work extends PollingWorker {
    final AtomicInteger rounds = new AtomicInteger();
    private final boolean always;

    Work(boolean always) {
      super("work", Duration.ofMillis(1));
      this.always = always;
    }

    @Override
    protected boolean worksWhileReadOnly() {
      return always;
    }

    @Override
    protected Duration round() {
      rounds.incrementAndGet();
      return Duration.ofMillis(1);
    }
  }
}
