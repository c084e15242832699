package anbinh.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Counts failed tries by key (a username or an address) over a sliding window.
///
/// An attempt counts from its beginning, so that many at once gain nothing; a success takes its
/// count back. What is over is forgotten once in a window. At most [#MAX_KEYS] keys are kept, the
/// oldest go first. Safe for many threads.
public final class Attempts {
  private static final int MAX_KEYS = 100_000;

  private final InstantSource clock;
  private final int most;
  private final Duration window;
  private final Map<String, ArrayDeque<Instant>> failures = new LinkedHashMap<>();
  private Instant swept = Instant.EPOCH;

  public Attempts(InstantSource clock, int most, Duration window) {
    this.clock = clock;
    this.most = most;
    this.window = window;
  }

  /// Counts an attempt; where there were too many, does not, and tells how long to wait.
  public synchronized Optional<Duration> begin(String key) {
    Instant now = clock.instant();
    ArrayDeque<Instant> times = failures.computeIfAbsent(key, k -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
      times.removeFirst();
    }
    if (times.size() >= most) {
      return Optional.of(Duration.between(now, times.getFirst().plus(window)));
    }
    times.addLast(now);
    forgetOldest(now);
    return Optional.empty();
  }

  /// Takes one attempt back.
  public synchronized void undo(String key) {
    ArrayDeque<Instant> times = failures.get(key);
    if (times != null) {
      times.pollLast();
      if (times.isEmpty()) {
        failures.remove(key);
      }
    }
  }

  private void forgetOldest(Instant now) {
    if (now.isAfter(swept.plus(window))) {
      failures
          .values()
          .removeIf(times -> times.isEmpty() || !times.getLast().plus(window).isAfter(now));
      swept = now;
    }
    Iterator<String> oldest = failures.keySet().iterator();
    while (failures.size() > MAX_KEYS) {
      oldest.next();
      oldest.remove();
    }
  }
}
