package anbinh.evidence.web;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.identity.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Remembers who looked at which request or hand-over, so that a page that asks again every few
/// seconds is one look in the log and not hundreds: one for a person, an object in one state, and
/// ten minutes. Safe for many threads.
@Component
public class RecentViews {
  private static final int REMEMBERED = 5_000;
  private static final Duration ONE_LOOK = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final AuditLog log;
  private final Map<Viewing, Instant> looks =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Viewing, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  RecentViews(InstantSource clock, AuditLog log) {
    this.clock = clock;
    this.log = log;
  }

  private record Viewing(UUID person, UUID object, Enum<?> state) {}

  /// Records that somebody looks at a request, where that is a new look.
  public void view(Person reader, EvidenceRequest request) {
    if (isNew(reader.id(), request.id(), request.state().name())) {
      log.record(
          Event.of(EvidenceEvent.VIEWED)
              .by(reader.actor())
              .about("request", request.id(), request.code())
              .fact("state", request.state().name()));
    }
  }

  /// Whether this look is to be recorded; if so it counts as recorded.
  public synchronized boolean isNew(UUID person, UUID object, Enum<?> state) {
    Instant now = clock.instant();
    var viewing = new Viewing(person, object, state);
    Instant last = looks.get(viewing);
    if (last != null && now.isBefore(last.plus(ONE_LOOK))) {
      return false;
    }
    looks.put(viewing, now);
    return true;
  }
}
