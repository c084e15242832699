package anbinh.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Tells what begins from what goes on: what is done again within a while of the last time belongs
/// to it. So a video that a player fetches in a hundred parts is one look in the log. Forgotten
/// when the server stops. Safe for many threads.
///
/// @param <K> what somebody does, with who does it
public final class Sittings<K> {
  private static final int REMEMBERED = 2_000;
  private static final Duration ENDED_AFTER = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<K, Instant> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Sittings(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether it begins now; it goes on from then.
  public synchronized boolean begins(K what) {
    Instant now = clock.instant();
    Instant last = recent.put(what, now);
    return last == null || hasEnded(last, now);
  }

  /// Whether one of some goes on.
  public synchronized boolean anyGoesOn(Predicate<K> which) {
    Instant now = clock.instant();
    return recent.entrySet().stream()
        .anyMatch(each -> which.test(each.getKey()) && !hasEnded(each.getValue(), now));
  }

  private static boolean hasEnded(Instant last, Instant now) {
    return Duration.between(last, now).compareTo(ENDED_AFTER) > 0;
  }
}
