package anbinh.oversight.finding;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.oversight.OversightProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ShortCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens findings and closes them, each with its entry of the log in the same transaction. Rights
/// are the caller's to check.
@Component
class Findings {
  private static final String CODE_PREFIX = "FIND";

  private final FindingTable table;
  private final People people;
  private final AuditLog log;
  private final ShortCodes codes;
  private final Ids ids;
  private final InstantSource clock;

  Findings(
      FindingTable table,
      People people,
      AuditLog log,
      ShortCodes codes,
      Ids ids,
      InstantSource clock) {
    this.table = table;
    this.people = people;
    this.log = log;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
  }

  /// Opens a finding for a verdict, or adds to the open one.
  @Transactional(propagation = Propagation.MANDATORY)
  void take(Verdict verdict) {
    Optional<UUID> open = table.findOpen(verdict);
    if (open.isPresent()) {
      table.grow(open.get(), verdict);
      return;
    }
    UUID id = ids.next();
    String code = codes.nextOfYear(CODE_PREFIX);
    Event event =
        Event.of(OversightEvent.FINDING_OPENED)
            .about("finding", id, code)
            .fact("rule", verdict.rule())
            .fact("looks", verdict.numbers().looks());
    Optional<Person> person = people.find(verdict.look().person());
    UUID recorded =
        log.record(
            person.isEmpty() ? event : event.detail("person", person.get().pseudonym().toString()));
    table.insert(id, code, recorded, verdict);
    table.addLooks(id, verdict.looks());
  }

  /// @param reason 10 to 1000 characters
  @Transactional
  Finding close(UUID id, Result result, String reason, Person by) {
    Finding held =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(OversightProblem.NO_SUCH_FINDING));
    if (held.closing() != null) {
      throw Problem.of(OversightProblem.FINDING_CLOSED, held.code());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID event =
        log.record(
            Event.of(OversightEvent.FINDING_CLOSED)
                .by(by.actor())
                .about("finding", id, held.code())
                .fact("result", result)
                .detail("reason", reason));
    table.close(id, new Finding.Closing(result, reason, by.id(), now, event));
    return table.find(id).orElseThrow();
  }
}
