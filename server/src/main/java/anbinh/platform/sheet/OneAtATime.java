package anbinh.platform.sheet;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Lets one list in at a time, since it may be large; another is told to come back. Safe for many
/// threads.
public final class OneAtATime {
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final Semaphore one = new Semaphore(1);

  /// Reads a list's bytes and does something with them.
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  public <T> T run(Work<T> work) throws IOException {
    if (!one.tryAcquire()) {
      throw Problem.of(PlatformProblem.LIST_BUSY).after(RETRY);
    }
    try {
      return work.run();
    } finally {
      one.release();
    }
  }
}
