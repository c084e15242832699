package anbinh.platform.background;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread for work in the background that is done in rounds: it sleeps after each until something
/// is due or somebody wakes it, and a round that fails is followed by another. Thread-safe.
public final class PollingThread {
  private static final Logger LOG = LoggerFactory.getLogger(PollingThread.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String name;
  private final Duration afterFailure;
  private final Semaphore woken = new Semaphore(0);
  private volatile @Nullable Thread thread;

  /// When the first of the rounds that failed one after the other did, by `System.nanoTime()`.
  private volatile @Nullable Long failedSince;

  /// What is done each time.
  public interface Round {
    /// Does what is due now; looks at [PollingThread#isWanted] between its parts.
    ///
    /// @return how long to sleep
    Duration work() throws InterruptedException;
  }

  /// @param afterFailure how long to sleep after a round that failed
  public PollingThread(String name, Duration afterFailure) {
    this.name = name;
    this.afterFailure = afterFailure;
  }

  /// Does one round after the other from now on.
  public void start(Round round) {
    // Known before it runs: it ends as soon as it is not requested any more.
    Thread starting = Thread.ofVirtual().name(name).unstarted(() -> run(round));
    thread = starting;
    starting.start();
  }

  /// Lets the part that is being done end, and interrupts it when it takes too long.
  ///
  /// @param more than the usual patience
  public void stop(Duration more) {
    Thread working = thread;
    thread = null;
    if (working == null) {
      return;
    }
    wake();
    try {
      if (!working.join(TIMEOUT.plus(more))) {
        working.interrupt();
        working.join(TIMEOUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says that there may be something to do.
  public void wake() {
    woken.release();
  }

  /// Whether it was started and not stopped since.
  public boolean isWanted() {
    return thread != null;
  }

  /// How long no round has come to its end; empty while the last one did.
  public Optional<Duration> failingFor() {
    Long since = failedSince;
    return since == null
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(System.nanoTime() - since));
  }

  private void run(Round round) {
    try {
      while (isWanted()) {
        Duration pause = afterFailure;
        try {
          pause = round.work();
          failedSince = null;
        } catch (RuntimeException e) {
          if (failedSince == null) {
            failedSince = System.nanoTime();
          }
          if (isWanted()) {
            LOG.warn("a round of {} failed; another follows", name, e);
          }
        }
        if (isWanted() && woken.tryAcquire(Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS)) {
          woken.drainPermits();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
