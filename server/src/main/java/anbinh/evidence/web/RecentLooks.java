package anbinh.evidence.web;

import anbinh.evidence.request.StateName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Remembers who looked at which request, so that a page that asks again every few seconds is one
/// look in the log and not hundreds: one for a person, a request in one state, and ten minutes.
/// Safe for many threads.
@Component
class RecentLooks {
  private static final int REMEMBERED = 5_000;
  private static final Duration ONE_LOOK = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<Look, Instant> looks =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  RecentLooks(InstantSource clock) {
    this.clock = clock;
  }

  private record Look(UUID person, UUID request, StateName state) {}

  /// Whether this look is to be recorded; if so it counts as recorded.
  synchronized boolean isNew(UUID person, UUID request, StateName state) {
    Instant now = clock.instant();
    var look = new Look(person, request, state);
    Instant last = looks.get(look);
    if (last != null && now.isBefore(last.plus(ONE_LOOK))) {
      return false;
    }
    looks.put(look, now);
    return true;
  }
}
