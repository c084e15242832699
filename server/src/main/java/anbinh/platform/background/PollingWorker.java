package anbinh.platform.background;

import anbinh.platform.ReadOnlyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A part of the server that works in rounds in the background, from when the server is ready until
/// it stops ([Workers]).
public abstract class PollingWorker {
  private static final Duration READ_ONLY_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final PollingThread rounds;
  private volatile @Nullable ReadOnlyMode readOnly;

  /// @param afterFailure how long to sleep after a round that failed
  protected PollingWorker(String name, Duration afterFailure) {
    this.name = name;
    this.rounds = new PollingThread(name, afterFailure);
  }

  /// Does what is due now; looks at [#isRunning] between its parts.
  ///
  /// @return how long to sleep
  protected abstract Duration round() throws InterruptedException;

  /// Whether it goes on while the server only reads: it decides, seals and deletes nothing.
  protected boolean worksWhileReadOnly() {
    return false;
  }

  private Duration roundUnlessReadOnly() throws InterruptedException {
    ReadOnlyMode mode = readOnly;
    return mode != null && mode.isOn() && !worksWhileReadOnly() ? READ_ONLY_PAUSE : round();
  }

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

  /// Works from now on.
  ///
  /// @param mode whose time is waited out by who does not work in it
  public void start(ReadOnlyMode mode) {
    readOnly = mode;
    rounds.start(this::roundUnlessReadOnly);
  }

  /// Lets the present part end, and interrupts it when it takes too long.
  public void stop() {
    rounds.stop(morePatience());
  }

  /// Whether it was started and not stopped since.
  public boolean isRunning() {
    return rounds.isWanted();
  }
}
