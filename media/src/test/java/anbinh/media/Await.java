package anbinh.media;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Waits for what comes by itself, as long as something moves towards it.
///
/// What is bounded is silence: so many looks in a row at which nothing had moved. On a loaded
/// machine a look takes longer, and so does the wait.
public final class Await {
  private static final long POLL_NANOS = 5_000_000;

  /// A minute where the machine is free; all of it is spent only where a test fails.
  private static final int MAX_SILENT_LOOKS = 12_000;

  /// What has not come after so many steps towards it never will.
  private static final int MAX_STEPS = 10_000;

  private Await() {}

  /// Waits for one step.
  public static void until(String what, BooleanSupplier holds) {
    until(what, () -> 0, holds);
  }

  /// @param progress changes with every step towards what is awaited
  public static void until(String what, LongSupplier progress, BooleanSupplier holds) {
    long last = progress.getAsLong();
    int silent = 0;
    int steps = 0;
    while (!holds.getAsBoolean()) {
      long now = progress.getAsLong();
      silent = now == last ? silent + 1 : 0;
      steps += now == last ? 0 : 1;
      last = now;
      if (silent > MAX_SILENT_LOOKS || steps > MAX_STEPS) {
        throw new AssertionError(
            "waited in vain until %s; at %d after %d steps".formatted(what, now, steps));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  public static void untilAtLeast(long count, String what, LongSupplier counted) {
    until("there are " + count + " " + what, counted, () -> counted.getAsLong() >= count);
  }

  public static void untilNone(String what, LongSupplier left) {
    until("there are no " + what, left, () -> left.getAsLong() == 0);
  }
}
