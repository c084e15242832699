package anbinh.evidence.retention;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.retention.KeepingView.WaitingHold;
import anbinh.evidence.web.RecentViews;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/retention` and `…/holds`: until when a package is kept, and holds on it; and
/// `/api/holds`: those that wait for the signed-in person.
@RestController
@OnlyWhenServing
@RequestMapping("/api")
class HoldsController {
  private final RequestAccess access;
  private final Access rights;
  private final Holds holds;
  private final PackageHoldTable table;
  private final KeepingResponseMapper views;
  private final KeepTerm term;
  private final People people;
  private final HoldReaders readers;
  private final RecentViews looks;
  private final AuditLog log;

  HoldsController(
      RequestAccess access,
      Access rights,
      Holds holds,
      PackageHoldTable table,
      KeepingResponseMapper views,
      KeepTerm term,
      People people,
      HoldReaders readers,
      RecentViews looks,
      AuditLog log) {
    this.access = access;
    this.rights = rights;
    this.holds = holds;
    this.table = table;
    this.views = views;
    this.term = term;
    this.people = people;
    this.readers = readers;
    this.looks = looks;
    this.log = log;
  }

  @GetMapping("/requests/{id}/retention")
  KeepingView keeping(@PathVariable UUID id) {
    EvidenceRequest request = access.getKeeping(id);
    Person reader = access.reader();
    looks.view(reader, request);
    return views.of(request, reader);
  }

  @PostMapping("/requests/{id}/holds")
  @ResponseStatus(HttpStatus.CREATED)
  KeepingView place(@PathVariable UUID id, @RequestBody HoldForm form) {
    EvidenceRequest request = access.getKept(id);
    Person by = access.reader();
    holds.place(request, form.read(term.today()), by);
    return views.of(request, by);
  }

  @PostMapping("/requests/{id}/holds/{holdId}/review")
  KeepingView review(
      @PathVariable UUID id, @PathVariable UUID holdId, @RequestBody HoldReviewForm form) {
    EvidenceRequest request = access.getKept(id);
    Person by = access.reader();
    HoldReviewForm.Requested requested = form.read(term.today());
    if (!views.mayReview(by, request, holds.get(id, holdId))) {
      throw access.refuse(EvidenceProblem.NOT_YOUR_HOLD, request);
    }
    holds.review(request, holdId, requested, by);
    return views.of(request, by);
  }

  @PostMapping("/requests/{id}/holds/{holdId}/release")
  KeepingView askToLift(
      @PathVariable UUID id, @PathVariable UUID holdId, @RequestBody LiftingForm form) {
    EvidenceRequest request = access.getKept(id);
    Person by = access.reader();
    String reason = form.read();
    holds.askToLift(request, holds.get(id, holdId).id(), reason, by);
    return views.of(request, by);
  }

  @PostMapping("/requests/{id}/holds/{holdId}/release/decision")
  KeepingView decide(
      @PathVariable UUID id, @PathVariable UUID holdId, @RequestBody LiftingDecisionForm form) {
    EvidenceRequest request = access.getDecidedHere(id);
    LiftingDecisionForm.Requested requested = form.read();
    Hold.Lifting pending = Holds.requirePending(holds.get(id, holdId));
    if (people.maybeSame(access.reader(), pending.askedBy())) {
      throw access.refuse(EvidenceProblem.OWN_LIFTING, request);
    }
    Person by = access.requireConfirmed();
    holds.decide(request, holdId, requested, by);
    return views.of(request, by);
  }

  /// Holds that others ask to lift, for approvers of the area; and those whose day of review has
  /// come, for these and who placed them. The earliest day first.
  @GetMapping("/holds/waiting")
  Page<WaitingHold> waiting(PageRequest page) {
    Person reader = rights.require(HoldReaders.roles());
    PackageHoldTable.Reader own = readers.of(reader);
    Page<Hold> cut =
        Page.read(
            page,
            each -> List.of(each.reviewOn().toString(), each.id().toString()),
            rows ->
                table.listWaiting(
                    own,
                    term.today(),
                    page.key(0, LocalDate::parse).orElse(null),
                    page.key(1, UUID::fromString).orElse(null),
                    rows));
    log.record(
        Event.of(EvidenceEvent.HOLDS_LISTED).by(reader.actor()).fact("count", cut.items().size()));
    return cut.with(views.waiting(cut.items(), reader));
  }
}
