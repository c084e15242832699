package anbinh.platform.background;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A part of the server that works in rounds in the background, from its start to its end.
public abstract class BackgroundWork implements SmartLifecycle {
  private final String name;
  private final RoundsThread rounds;

  /// @param afterFailure how long to sleep after a round that failed
  protected BackgroundWork(String name, Duration afterFailure) {
    this.name = name;
    this.rounds = new RoundsThread(name, afterFailure);
  }

  /// Does what is due now; looks at [#isRunning] between its parts.
  ///
  /// @return how long to sleep
  protected abstract Duration round() throws InterruptedException;

  /// How long to sleep until something is due, but never longer than is given.
  ///
  /// @param due [Instant#MAX] when nothing is
  protected static Duration sleepUntil(Instant due, Instant now, Duration longest) {
    Duration wait = Duration.between(now, due);
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /// How much longer than usual a part may take to end when the server stops.
  protected Duration morePatience() {
    return Duration.ZERO;
  }

  /// What its thread is called.
  public String name() {
    return name;
  }

  /// How long no round has come to its end; empty while the last one did.
  public Optional<Duration> failingFor() {
    return rounds.failingFor();
  }

  /// Says that there may be something to do.
  public void wake() {
    rounds.wake();
  }

  /// Says so when the caller's transaction has been committed.
  public void wakeAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake();
          }
        });
  }

  @Override
  public void start() {
    rounds.start(this::round);
  }

  /// Lets the present part end, and interrupts it when it takes too long.
  @Override
  public void stop() {
    rounds.stop(morePatience());
  }

  @Override
  public boolean isRunning() {
    return rounds.isWanted();
  }
}
