package anbinh.e2e;

import java.io.PrintStream;
import java.time.Duration;

/// Prints the steps of a program as they are done, each with the time it took, and fails loudly at
/// the first that does not hold.
final class Steps {
  private final PrintStream out;
  private final long started = System.nanoTime();
  private long stepStarted = started;
  private int number;

  Steps(PrintStream out) {
    this.out = out;
  }

  /// Thrown when a step did not hold.
  static final class FailedException extends RuntimeException {
    FailedException(String message) {
      super(message);
    }
  }

  void done(String what) {
    long now = System.nanoTime();
    out.printf("%2d  %-86s %7.2f s%n", ++number, what, (now - stepStarted) / 1e9);
    stepStarted = now;
  }

  /// Shows what somebody answered in the step before.
  void said(String what) {
    out.printf("      “%s”%n", what);
  }

  /// Shows that something long is going on; not a step of its own.
  void progress(String what) {
    out.printf("    … %s%n", what);
  }

  void require(boolean holds, String what) {
    if (!holds) {
      throw new FailedException(what);
    }
  }

  Duration total() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
