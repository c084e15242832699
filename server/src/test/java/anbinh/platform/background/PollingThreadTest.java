package anbinh.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PollingThreadTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final LinkedBlockingQueue<Integer> done = new LinkedBlockingQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final PollingThread thread = new PollingThread("rounds", Duration.ofMillis(1));

  @AfterEach
  void stop() {
    thread.stop(Duration.ZERO);
  }

  @Test
  void doesARoundWhenItIsStartedAndOneWheneverItIsWoken() throws Exception {
    thread.start(this::round);
    assertThat(next()).isEqualTo(1);

    thread.wake();

    assertThat(next()).isEqualTo(2);
    assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void doesTheNextRoundByItselfWhenItIsDue() throws Exception {
    thread.start(() -> round().minus(LONG));

    assertThat(next()).isEqualTo(1);
    assertThat(next()).isEqualTo(2);
  }

  @Test
  void goesOnAfterARoundThatFailed() throws Exception {
    thread.start(() -> {
      Duration pause = round();
      if (count.get() == 1) {
        throw new IllegalStateException("the database is away");
      }
      return pause;
    });

    assertThat(next()).isEqualTo(1);
    assertThat(next()).isEqualTo(2);
  }

  @Test
  void saysHowLongNothingHasComeToAnEnd() throws Exception {
    var away = new AtomicBoolean(true);
    thread.start(() -> {
      Duration pause = round();
      if (away.get()) {
        throw new IllegalStateException("the database is away");
      }
      return pause;
    });
    next();
    next();
    Duration first = thread.failingFor().orElseThrow();
    next();
    assertThat(thread.failingFor().orElseThrow()).isGreaterThan(first);

    away.set(false);
    while (thread.failingFor().isPresent()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void endsWhenItIsStoppedWhileItSleeps() throws Exception {
    thread.start(this::round);
    next();

    thread.stop(Duration.ZERO);

    assertThat(thread.isWanted()).isFalse();
    thread.wake();
    assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void letsTheRoundThatIsBeingDoneEnd() throws Exception {
    var begun = new CountDownLatch(1);
    var seen = new LinkedBlockingQueue<Boolean>();
    thread.start(() -> {
      begun.countDown();
      while (thread.isWanted()) {
        Thread.onSpinWait();
      }
      seen.add(Thread.currentThread().isInterrupted());
      return LONG;
    });
    begun.await();

    thread.stop(Duration.ZERO);

    assertThat(seen.poll()).isFalse();
  }

  private Duration round() {
    done.add(count.incrementAndGet());
    return LONG;
  }

  private Integer next() throws InterruptedException {
    return done.poll(30, TimeUnit.SECONDS);
  }
}
