package anbinh.cases.ending;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseEnding;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.ending.EndingView.EndView;
import anbinh.cases.form.Reason;
import anbinh.cases.officer.NeedToKnow;
import anbinh.cases.officer.NeedToKnow.OnCase;
import anbinh.cases.store.CaseViewLog;
import anbinh.cases.store.Cases;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The end for good of a case: said by who works on it, decided by an approver of the area who does
/// not, seen by whoever may see the case.
@RestController
@RequestMapping("/api")
class EndingController {
  private final NeedToKnow needToKnow;
  private final Cases cases;
  private final Endings endings;
  private final EndingTable table;
  private final Access access;
  private final People people;
  private final AuditLog log;
  private final CaseViewLog looks;

  EndingController(
      NeedToKnow needToKnow,
      Cases cases,
      Endings endings,
      EndingTable table,
      Access access,
      People people,
      AuditLog log,
      CaseViewLog looks) {
    this.looks = looks;
    this.needToKnow = needToKnow;
    this.cases = cases;
    this.endings = endings;
    this.table = table;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  record Undoing(@NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {}

  /// What waits for the signed-in approver's decision, oldest first.
  @GetMapping("/final-closures")
  Page<EndingView> waiting(PageRequest page) {
    Person by = access.require(Role.APPROVER);
    AreaScope scope = access.scope(by, Role.APPROVER);
    Set<UUID> own = people.accountsOf(by.id());
    Page<CaseEnding> cut =
        Page.of(
            table.listPending(scope, own, page.after(), page.rows()),
            page,
            Page.byId(CaseEnding::id),
            _ -> table.countPending(scope, own));
    log.record(Event.of(EndingEvent.LISTED).by(by.actor()).fact("count", cut.items().size()));
    return cut.with(views(cut.items()));
  }

  @GetMapping("/cases/{id}/final-closures")
  EndingView.CaseEndings list(@PathVariable UUID id) {
    OnCase by = needToKnow.requireReading(id);
    looks.record(by.file(), by.person());
    return view(by.file(), by.person());
  }

  @PostMapping("/cases/{id}/final-closure")
  @ResponseStatus(HttpStatus.CREATED)
  EndingView.CaseEndings ask(@PathVariable UUID id, @Valid @RequestBody NewEnding requested) {
    OnCase by = needToKnow.require(id);
    endings.ask(by.file(), requested, Reason.stripped(requested.reason()), by.person());
    return view(by.file(), by.person());
  }

  @PostMapping("/cases/{id}/final-closure/reversal")
  @ResponseStatus(HttpStatus.CREATED)
  EndingView.CaseEndings undo(@PathVariable UUID id, @Valid @RequestBody Undoing requested) {
    OnCase by = needToKnow.require(id);
    endings.askToUndo(by.file(), Reason.stripped(requested.reason()), by.person());
    return view(by.file(), by.person());
  }

  @PostMapping("/cases/{id}/final-closure/decision")
  EndingView.CaseEndings decide(
      @PathVariable UUID id, @Valid @RequestBody EndingDecision requested) {
    access.require(Role.APPROVER);
    CaseFile file = cases.get(id);
    Person by = access.require(file.areaId(), Role.APPROVER);
    String words = requested.words();
    CaseEnding pending = endings.getPending(id);
    if (concerns(by, pending)) {
      throw access.refuseExactly(CaseProblem.OWN_ENDING, "case", id);
    }
    access.requireConfirmed();
    endings.decide(file, requested.outcome(), words, by);
    return view(file, by);
  }

  /// Whether a person, by whatever account, asked for it or works on the case.
  private boolean concerns(Person person, CaseEnding pending) {
    Set<UUID> own = people.accountsOf(person.id());
    return own.contains(pending.askedBy())
        || own.stream().anyMatch(each -> needToKnow.isOn(pending.caseId(), each));
  }

  private EndingView.CaseEndings view(CaseFile file, Person reader) {
    List<CaseEnding> found = table.list(file.id());
    Optional<EndView> end = table.findEnd(file.id()).map(EndView::of);
    Optional<CaseEnding> pending =
        found.stream().filter(each -> each.decision() == null).findFirst();
    boolean asks =
        pending.isEmpty()
            && access.may(reader, file.areaId(), Role.INVESTIGATOR)
            && needToKnow.isOn(file.id(), reader.id());
    return new EndingView.CaseEndings(
        end.orElse(null),
        asks && !file.open() && end.isEmpty(),
        asks && end.isPresent(),
        access.may(reader, file.areaId(), Role.APPROVER)
            && pending.filter(each -> !concerns(reader, each)).isPresent(),
        views(found));
  }

  private List<EndingView> views(List<CaseEnding> found) {
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(
                found,
                each -> each.askedBy(),
                each -> each.decision() == null ? null : each.decision().by()));
    return found.stream().map(each -> EndingView.of(each, names)).toList();
  }
}
