package anbinh.testing;

import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits for what comes by itself.
public final class Await {
  /// Long, since all of it is spent only where a test fails.
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final Duration MIN_POLL = Duration.ofMillis(20);

  /// Most looks are a request, and what takes seconds need not be asked for fifty times in each.
  private static final Duration MAX_POLL = Duration.ofMillis(250);

  private Await() {}

  public static void until(Callable<Boolean> holds) {
    patiently("").until(holds);
  }

  /// @param what is awaited, for the message of a failure
  public static void until(String what, Callable<Boolean> holds) {
    patiently(what).until(holds);
  }

  /// Waits until a value is as wanted; a failure says what it is instead.
  public static <T> void untilIs(T requested, Callable<T> value) {
    patiently("").until(value, equalTo(requested));
  }

  private static ConditionFactory patiently(String what) {
    return Awaitility.await(what)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Await::halfLonger)
        .atMost(TIMEOUT);
  }

  private static Duration halfLonger(int count, Duration before) {
    Duration longer = before.multipliedBy(3).dividedBy(2);
    return count == 1 ? MIN_POLL : longer.compareTo(MAX_POLL) < 0 ? longer : MAX_POLL;
  }
}
