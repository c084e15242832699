package anbinh.cases.store;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.identity.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Puts looks at a case into the log: one entry for a person and a case within ten minutes, not one
/// for each of the lists that its page is made of. What names people in it (a record of a party) is
/// an entry of its own each time. Safe for many threads.
@Component
@NamedInterface("services")
public class CaseViewLog {
  private static final int REMEMBERED = 2_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  private final AuditLog log;
  private final InstantSource clock;
  private final Map<Viewing, Instant> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Viewing, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Viewing(UUID person, UUID caseId) {}

  CaseViewLog(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /// Somebody reads the case or something of it.
  public void record(CaseFile file, Person by) {
    var viewing = new Viewing(by.id(), file.id());
    if (isNew(viewing)) {
      try {
        log.recordApart(
            Event.of(CaseEvent.VIEWED)
                .by(by.actor())
                .about("case", file.id(), file.code())
                .within(file.areaId()));
      } catch (RuntimeException e) {
        forget(viewing);
        throw e;
      }
    }
  }

  private synchronized boolean isNew(Viewing viewing) {
    Instant now = clock.instant();
    Instant last = recent.get(viewing);
    if (last != null && Duration.between(last, now).compareTo(FORGOTTEN_AFTER) <= 0) {
      return false;
    }
    recent.put(viewing, now);
    return true;
  }

  private synchronized void forget(Viewing viewing) {
    recent.remove(viewing);
  }
}
