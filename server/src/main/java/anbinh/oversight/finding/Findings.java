package anbinh.oversight.finding;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.oversight.OversightProblem;
import anbinh.oversight.access.Covered;
import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessKind;
import anbinh.oversight.access.FootageAccessTable;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.sql.ShortCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens findings and closes them, each with its entry of the log in the same transaction. Rights
/// are the caller's to check.
@Component
public class Findings {
  private static final String CODE_PREFIX = "FIND";

  private final FindingTable table;
  private final FootageAccessTable looks;
  private final People people;
  private final AuditLog log;
  private final ShortCodes codes;
  private final Ids ids;
  private final InstantSource clock;

  Findings(
      FindingTable table,
      FootageAccessTable looks,
      People people,
      AuditLog log,
      ShortCodes codes,
      Ids ids,
      InstantSource clock) {
    this.table = table;
    this.looks = looks;
    this.people = people;
    this.log = log;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
  }

  /// Opens a finding for a verdict, or adds to the open one.
  @Transactional(propagation = Propagation.MANDATORY)
  UUID take(Verdict verdict) {
    Optional<UUID> open =
        verdict.rule() == Rule.REPEATED_SEARCH
            ? table.findOpenWith(verdict.rule(), verdict.looks())
            : table.findOpen(verdict);
    if (open.isPresent()) {
      table.grow(open.get(), verdict);
      return open.get();
    }
    UUID id = ids.next();
    String code = codes.nextOfYear(CODE_PREFIX);
    Optional<Person> person = people.find(verdict.look().person());
    UUID area = person.map(Person::areaId).orElse(null);
    Event event =
        Event.of(OversightEvent.FINDING_OPENED)
            .about("finding", id, code)
            .fact("rule", verdict.rule())
            .fact("looks", verdict.numbers().looks());
    UUID recorded =
        log.record(
            person.isEmpty()
                ? event
                : event.within(area).detail("person", person.get().pseudonym().toString()));
    table.insert(id, code, recorded, verdict, area);
    table.addLooks(id, verdict.looks());
    return id;
  }

  /// A look whose purpose its reviewer did not find plain.
  ///
  /// @param index the entry's place in the log
  public record Reviewed(
      UUID person,
      FootageAccessKind kind,
      String targetKind,
      String targetId,
      @Nullable String targetCode,
      Instant at,
      Instant from,
      Instant to,
      long index) {
    /// The look as far as the entry tells of it.
    private FootageAccess look() {
      return new FootageAccess(
          0,
          person,
          kind,
          targetKind,
          targetId,
          targetCode,
          null,
          false,
          false,
          at,
          at,
          from,
          to,
          Covered.NO,
          null,
          1,
          List.of(index),
          null);
    }
  }

  /// Opens a finding about a look that was reviewed, or adds to the open one, and returns it.
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID takeReviewed(Reviewed reviewed) {
    Optional<FootageAccess> kept = looks.findByEntry(reviewed.person(), reviewed.index());
    return take(
        Verdict.ofReview(kept.orElseGet(reviewed::look), kept.map(List::of).orElse(List.of())));
  }

  /// @param reason 10 to 1000 characters
  @Transactional
  Finding close(UUID id, Result result, String reason, Person by) {
    Finding finding =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(OversightProblem.NO_SUCH_FINDING));
    if (finding.closing() != null) {
      throw Problem.of(OversightProblem.FINDING_CLOSED, finding.code());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID event =
        log.record(
            Event.of(OversightEvent.FINDING_CLOSED)
                .by(by.actor())
                .about("finding", id, finding.code())
                .fact("result", result)
                .detail("reason", reason));
    table.close(id, new Finding.Closing(result, reason, by.id(), now, event));
    return table.find(id).orElseThrow();
  }
}
