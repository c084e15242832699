package anbinh.evidence.retention;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.Requests;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Places, reviews and lifts holds on packages, each with its event in one transaction. Rights are
/// the caller's to check. Safe for many threads.
@Component
class Holds {
  private static final int MAX = 50;

  private final PackageHoldTable table;
  private final ExtractionTable extractions;
  private final Requests requests;
  private final KeepTerm term;
  private final Ids ids;
  private final AuditLog log;

  Holds(
      PackageHoldTable table,
      ExtractionTable extractions,
      Requests requests,
      KeepTerm term,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.extractions = extractions;
    this.requests = requests;
    this.term = term;
    this.ids = ids;
    this.log = log;
  }

  /// One of the holds on a request's package.
  Hold get(UUID request, UUID id) {
    return table
        .find(id)
        .filter(hold -> hold.requestId().equals(request))
        .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_HOLD));
  }

  @Transactional
  public void place(EvidenceRequest request, HoldForm.Requested requested, Person by) {
    var _ = extractions.lockForUpdate(request.id());
    if (table.list(request.id()).size() >= MAX) {
      throw Problem.of(EvidenceProblem.TOO_MANY_HOLDS, MAX);
    }
    Hold placed =
        new Hold(
            ids.next(),
            request.id(),
            requested.basis(),
            by.id(),
            term.now(),
            requested.reviewOn(),
            null,
            null);
    table.insert(placed);
    record(
        request,
        RequestEventType.HOLD_PLACED,
        event(EvidenceEvent.HOLD_PLACED, request, placed, by)
            .fact("authority", requested.basis().authority())
            .fact("reviewOn", requested.reviewOn().toString())
            .detail("document", requested.basis().document())
            .detail("article", requested.basis().article())
            .detail("reason", requested.basis().reason()),
        by);
  }

  @Transactional
  public void review(
      EvidenceRequest request, UUID id, HoldReviewForm.Requested requested, Person by) {
    Hold hold = inForce(request, id);
    table.review(
        id, requested.reviewOn(), new Hold.Review(requested.reason(), by.id(), term.now()));
    record(
        request,
        RequestEventType.HOLD_REVIEWED,
        event(EvidenceEvent.HOLD_REVIEWED, request, hold, by)
            .fact("reviewOn", requested.reviewOn().toString())
            .detail("reason", requested.reason()),
        by);
  }

  @Transactional
  public void askToLift(EvidenceRequest request, UUID id, String reason, Person by) {
    Hold hold = inForce(request, id);
    if (hold.liftingPending()) {
      throw Problem.of(EvidenceProblem.LIFTING_PENDING);
    }
    table.askToLift(id, new Hold.Lifting(reason, by.id(), term.now(), null));
    record(
        request,
        RequestEventType.LIFTING_ASKED,
        event(EvidenceEvent.LIFTING_ASKED, request, hold, by).detail("reason", reason),
        by);
  }

  @Transactional
  public void decide(
      EvidenceRequest request, UUID id, LiftingDecisionForm.Requested requested, Person by) {
    Hold hold = inForce(request, id);
    requirePending(hold);
    table.decide(
        id, new Hold.Decision(requested.outcome(), requested.words(), by.id(), term.now()));
    boolean lifted = requested.outcome() == Hold.LiftingOutcome.CONFIRMED;
    Event event =
        event(
            lifted ? EvidenceEvent.HOLD_LIFTED : EvidenceEvent.LIFTING_REFUSED, request, hold, by);
    String words = requested.words();
    record(
        request,
        lifted ? RequestEventType.HOLD_LIFTED : RequestEventType.LIFTING_REFUSED,
        words == null ? event : event.detail("reason", words),
        by);
  }

  /// The wish to lift a hold that nobody has decided.
  static Hold.Lifting requirePending(Hold hold) {
    Hold.Lifting lifting = hold.lifting();
    if (lifting == null || !hold.liftingPending()) {
      throw Problem.of(EvidenceProblem.NO_SUCH_LIFTING);
    }
    return lifting;
  }

  /// A hold that nobody else changes until the transaction ends.
  private Hold inForce(EvidenceRequest request, UUID id) {
    var _ = extractions.lockForUpdate(request.id());
    Hold hold = get(request.id(), id);
    if (!hold.inForce()) {
      throw Problem.of(EvidenceProblem.HOLD_LIFTED);
    }
    return hold;
  }

  private void record(EvidenceRequest request, RequestEventType what, Event event, Person by) {
    requests.note(request.id(), what, by, log.record(event));
  }

  private static Event event(EvidenceEvent type, EvidenceRequest request, Hold hold, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("request", request.id(), request.code())
        .fact("hold", hold.id());
  }
}
