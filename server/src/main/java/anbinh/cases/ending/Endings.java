package anbinh.cases.ending;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseEnding;
import anbinh.cases.CaseEnding.EndingAction;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.CaseTable;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Says that cases are over for good, or are not after all, which needs two people; rights are the
/// caller's to check. Safe for many threads.
@Component
class Endings {
  private final CaseTable cases;
  private final EndingTable table;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  Endings(CaseTable cases, EndingTable table, Ids ids, SiteClock clock, AuditLog log) {
    this.cases = cases;
    this.table = table;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Transactional
  public void ask(CaseFile file, NewEnding requested, String reason, Person by) {
    CaseEnding.Paper paper = requested.paper(clock.dayOf(file.occurredFrom()), clock.today());
    CaseFile current = held(file.id());
    if (current.open()) {
      throw Problem.of(CaseProblem.CASE_OPEN, current.code());
    }
    if (table.findEnd(current.id()).isPresent()) {
      throw Problem.of(CaseProblem.CASE_ENDED, current.code());
    }
    var asked = new Asked(ids.next(), clock.now(), reason, by);
    UUID event =
        log.record(
            event(EndingEvent.ASKED, current, asked.id(), asked.at(), by)
                .fact("end", paper.kind())
                .fact("authority", paper.authority())
                .fact("paperOn", paper.on().toString())
                .detail("paper", paper.number())
                .detail("reason", reason));
    insert(current, EndingAction.END, paper, asked, event);
  }

  @Transactional
  public void askToUndo(CaseFile file, String reason, Person by) {
    CaseFile current = held(file.id());
    if (table.findEnd(current.id()).isEmpty()) {
      throw Problem.of(CaseProblem.CASE_NOT_ENDED, current.code());
    }
    var asked = new Asked(ids.next(), clock.now(), reason, by);
    UUID event =
        log.record(
            event(EndingEvent.UNDOING_ASKED, current, asked.id(), asked.at(), by)
                .detail("reason", reason));
    insert(current, EndingAction.UNDO, null, asked, event);
  }

  private record Asked(UUID id, Instant at, String reason, Person by) {}

  private void insert(
      CaseFile current,
      EndingAction action,
      CaseEnding.@Nullable Paper paper,
      Asked asked,
      UUID event) {
    if (table.findPending(current.id()).isPresent()) {
      throw Problem.of(CaseProblem.ENDING_PENDING, current.code());
    }
    table.insert(
        new CaseEnding(
            asked.id(),
            current.id(),
            current.code(),
            action,
            paper,
            asked.reason(),
            asked.by().id(),
            asked.at(),
            event,
            null));
  }

  CaseEnding getPending(UUID caseId) {
    return table.findPending(caseId).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_ENDING));
  }

  /// @param words needed to refuse
  @Transactional
  public void decide(
      CaseFile file, CaseEnding.EndingOutcome outcome, @Nullable String words, Person by) {
    CaseFile current = held(file.id());
    CaseEnding pending = getPending(current.id());
    Instant now = clock.now();
    Event event = event(type(pending.act(), outcome), current, pending.id(), now, by);
    CaseEnding.Paper paper = pending.paper();
    if (paper != null) {
      event = event.fact("end", paper.kind()).fact("paperOn", paper.on().toString());
    }
    UUID recorded = log.record(words == null ? event : event.detail("reason", words));
    table.decide(pending.id(), new CaseEnding.Decision(outcome, words, by.id(), now, recorded));
  }

  private static EndingEvent type(EndingAction action, CaseEnding.EndingOutcome outcome) {
    boolean confirmed = outcome == CaseEnding.EndingOutcome.CONFIRMED;
    return switch (action) {
      case END -> confirmed ? EndingEvent.CONFIRMED : EndingEvent.REFUSED;
      case UNDO -> confirmed ? EndingEvent.UNDONE : EndingEvent.UNDOING_REFUSED;
    };
  }

  private CaseFile held(UUID id) {
    return cases.findForUpdate(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
  }

  private static Event event(EndingEvent type, CaseFile file, UUID ending, Instant at, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("case", file.id(), file.code())
        .fact("ending", ending)
        .fact("at", at);
  }
}
