package anbinh.identity.emergency;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.AreaScope;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.IdentityProblem;
import anbinh.identity.OpenEmergencies;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.sql.ShortCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens emergency accesses, ends them early, and keeps what their review says, each with its entry
/// of the log in the same transaction. Rights are the caller's to check. Safe for many threads.
@Component
@NamedInterface("services")
public class Emergencies implements OpenEmergencies {
  private static final String CODE_PREFIX = "EMG";
  private static final Duration DAY = Duration.ofHours(24);

  /// What the entries are called in which somebody saw footage, or sought and read reports, and was
  /// refused one.
  private static final Set<String> LOOKS =
      Set.of(
          "recording.watched",
          "still.taken",
          "situation.emergency-sought",
          "situation.emergency-read",
          "access.denied");

  private static final int MAX_LOOKS = 500;

  /// Of what somebody did within the time, whether under it or not.
  private static final int MAX_ENTRIES = 5000;

  private final EmergencyTable table;
  private final EmergencySettings settings;
  private final ShortCodes codes;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  Emergencies(
      EmergencyTable table,
      EmergencySettings settings,
      ShortCodes codes,
      Ids ids,
      InstantSource clock,
      AuditLog log) {
    this.table = table;
    this.settings = settings;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// What waits for a review.
  ///
  /// @param overdue those of which the time for it is over
  /// @param nextDue when the time of the first other one is; null where there is none
  public record Waiting(int count, int overdue, @Nullable Instant nextDue) {}

  @Override
  public Optional<UUID> findOpen(UUID person, Set<UUID> areas, EmergencyPurpose purpose) {
    return table.findOpen(person, areas, purpose, now());
  }

  Optional<EmergencyAccess> findOpen(UUID person) {
    return table.findOpen(person, now());
  }

  /// How many more a person may open at present.
  int left(UUID person) {
    return Math.max(0, settings.aDay() - table.countSince(person, now().minus(DAY)));
  }

  /// @param reason as [WrittenReason] lets it through
  @Transactional
  EmergencyAccess open(EmergencyPurpose purpose, UUID areaId, String reason, Person by) {
    table.lock(by.id());
    Instant now = now();
    Optional<EmergencyAccess> open = table.findOpen(by.id(), now);
    if (open.isPresent()) {
      throw Problem.of(IdentityProblem.EMERGENCY_OPEN, open.get().code());
    }
    if (left(by.id()) == 0) {
      throw Problem.of(IdentityProblem.TOO_MANY_EMERGENCIES, settings.aDay());
    }
    var opened =
        new EmergencyAccess(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            by.id(),
            purpose,
            areaId,
            reason,
            now,
            now.plus(settings.lasts()),
            null,
            now.plus(settings.reviewWithin()),
            null,
            null);
    table.insert(opened);
    log.record(
        event(EmergencyEvent.OPENED, opened)
            .by(by.actor())
            .fact("area", areaId)
            .fact("purpose", purpose)
            .fact("until", opened.until())
            .detail("reason", reason));
    return opened;
  }

  /// Ends what is open for a person; nothing happens where nothing is.
  @Transactional
  void end(Person by) {
    table.lock(by.id());
    Instant now = now();
    table
        .findOpen(by.id(), now)
        .ifPresent(open -> {
          table.end(open.id(), now);
          log.record(event(EmergencyEvent.ENDED, open).by(by.actor()));
        });
  }

  /// Notes what somebody else says of it. Nobody can say that it was justified while it lasts,
  /// since there is more to see still; that it is not ends it.
  @Transactional
  EmergencyAccess review(UUID id, Verdict verdict, String reason, Person by) {
    table.find(id).filter(open -> open.openAt(now())).ifPresent(open -> table.lock(open.person()));
    EmergencyAccess access =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(IdentityProblem.NO_SUCH_EMERGENCY));
    if (access.review() != null) {
      throw Problem.of(IdentityProblem.EMERGENCY_REVIEWED, access.code());
    }
    Instant now = now();
    boolean lasts = access.openAt(now);
    if (lasts && verdict == Verdict.JUSTIFIED) {
      throw Problem.of(IdentityProblem.EMERGENCY_OPEN, access.code());
    }
    if (lasts) {
      table.end(id, now);
    }
    table.review(
        id, new EmergencyAccess.Review(verdict == Verdict.JUSTIFIED, reason, by.id(), now));
    log.record(
        event(EmergencyEvent.REVIEWED, access)
            .by(by.actor())
            .fact("verdict", verdict)
            .fact("ended", lasts)
            .detail("reason", reason));
    return table.find(id).orElseThrow();
  }

  /// Notes what nobody reviewed in time, once each.
  ///
  /// @return how many there were
  @Transactional
  public int noteOverdue() {
    List<EmergencyAccess> overdue = table.listOverdue(now());
    for (EmergencyAccess each : overdue) {
      table.noteOverdue(each.id(), now());
      log.record(event(EmergencyEvent.OVERDUE, each).fact("reviewBy", each.reviewBy()));
    }
    return overdue.size();
  }

  /// @param cut whether there were more
  record Looks(List<RecordedEvent> entries, boolean cut) {
    Looks {
      entries = List.copyOf(entries);
    }
  }

  /// What was seen under it, in order. Reports that were sought or read enter the log with others
  /// of the day, but who reviews must see them at once. Where there are too many, what was only
  /// sought, or refused, is left out first.
  Looks looks(EmergencyAccess access) {
    String id = access.id().toString();
    // A still that was asked for at the last moment is recorded when it is made.
    Instant end = access.end().plus(Duration.ofMinutes(10));
    List<RecordedEvent> done =
        log.listBy(access.person(), access.openedAt(), end, LOOKS, MAX_ENTRIES);
    List<RecordedEvent> all =
        done.stream()
            .filter(entry -> entry.findFact("emergency").filter(id::equals).isPresent())
            .toList();
    List<RecordedEvent> shown =
        all.stream()
            .sorted(Comparator.comparing(Emergencies::tried))
            .limit(MAX_LOOKS)
            .sorted(Comparator.comparing(RecordedEvent::time))
            .toList();
    return new Looks(shown, shown.size() < all.size() || done.size() == MAX_ENTRIES);
  }

  /// Whether nothing was seen by it.
  private static boolean tried(RecordedEvent entry) {
    return entry.refused() || entry.type().equals("situation.emergency-sought");
  }

  /// How many others opened reports within a day, for who answers for where they are.
  public int countNotices(Set<UUID> without, AreaScope scope) {
    return table.countNotices(without, scope, now().minus(DAY));
  }

  /// What waits in some areas for somebody else than who opened it.
  public Waiting count(Set<UUID> without, AreaScope scope) {
    return table.count(without, scope, now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Event event(EmergencyEvent type, EmergencyAccess about) {
    return Event.of(type)
        .about("emergency-access", about.id(), about.code())
        .within(about.areaId());
  }
}
