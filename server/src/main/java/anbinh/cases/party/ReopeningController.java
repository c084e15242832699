package anbinh.cases.party;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.officer.NeedToKnow;
import anbinh.cases.officer.NeedToKnow.OnCase;
import anbinh.cases.store.Cases;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.WrittenText;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Opening a sealed record again: asked for by who works on the case, decided by an approver of the
/// area who does not. Neither learns here who the record is about.
@RestController
@RequestMapping("/api")
class ReopeningController {
  private final NeedToKnow needToKnow;
  private final Cases cases;
  private final Reopenings reopenings;
  private final ReopeningTable table;
  private final Parties parties;
  private final Access access;
  private final People people;
  private final AuditLog log;

  ReopeningController(
      NeedToKnow needToKnow,
      Cases cases,
      Reopenings reopenings,
      ReopeningTable table,
      Parties parties,
      Access access,
      People people,
      AuditLog log) {
    this.needToKnow = needToKnow;
    this.cases = cases;
    this.reopenings = reopenings;
    this.table = table;
    this.parties = parties;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  /// @param authority null when it was refused, as are number and day of their paper
  record DecisionView(
      Reopening.Outcome outcome,
      Reopening.@Nullable Authority authority,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String reason,
      PersonName by,
      Instant at) {}

  record ReopeningView(
      UUID id,
      UUID caseId,
      String caseCode,
      UUID partyId,
      PartyRole role,
      boolean child,
      LocalDate from,
      LocalDate until,
      String reason,
      String document,
      String article,
      PersonName askedBy,
      Instant askedAt,
      @Nullable DecisionView decision) {}

  /// What waits for the signed-in approver's decision, oldest first.
  @GetMapping("/party-reopenings")
  Page<ReopeningView> waiting(PageRequest page) {
    Person by = access.require(Role.APPROVER);
    AreaScope scope = access.scope(by, Role.APPROVER);
    Set<UUID> own = people.accountsOf(by.id());
    LocalDate today = parties.today();
    Page<Reopening> cut =
        Page.of(
            table.listPending(scope, own, today, page.after(), page.rows()),
            page,
            Page.byId(Reopening::id),
            _ -> table.countPending(scope, own, today));
    log.record(
        Event.of(PartyEvent.REOPENINGS_LISTED).by(by.actor()).fact("count", cut.items().size()));
    return cut.with(views(cut.items()));
  }

  @GetMapping("/cases/{id}/party-reopenings")
  Page<ReopeningView> list(@PathVariable UUID id) {
    OnCase by = needToKnow.requireStaffing(id);
    return Page.all(views(reopenings.list(by.file(), by.person())));
  }

  @PostMapping("/cases/{id}/parties/{partyId}/reopening")
  @ResponseStatus(HttpStatus.CREATED)
  ReopeningView ask(
      @PathVariable UUID id,
      @PathVariable UUID partyId,
      @Valid @RequestBody NewReopening requested) {
    OnCase by = needToKnow.require(id);
    var _ =
        WrittenText.stripped(
            "reason", requested.reason(), NewReopening.MIN_REASON, NewReopening.MAX_REASON);
    return views(List.of(reopenings.ask(by.file(), partyId, requested, by.person()))).getFirst();
  }

  @PostMapping("/cases/{id}/parties/{partyId}/reopening/decision")
  Page<ReopeningView> decide(
      @PathVariable UUID id,
      @PathVariable UUID partyId,
      @Valid @RequestBody NewDecision requested) {
    access.require(Role.APPROVER);
    CaseFile file = cases.get(id);
    Person by = access.require(file.areaId(), Role.APPROVER);
    requested.answer(parties.today());
    Reopening pending = reopenings.getPending(partyId);
    Set<UUID> own = people.accountsOf(by.id());
    if (own.contains(pending.askedBy())
        || own.stream().anyMatch(each -> needToKnow.isOn(id, each))) {
      throw access.refuseExactly(CaseProblem.OWN_REOPENING, "case", id);
    }
    access.requireConfirmed();
    return Page.all(views(reopenings.decide(file, partyId, requested, by)));
  }

  private List<ReopeningView> views(List<Reopening> found) {
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(
                found,
                each -> each.askedBy(),
                each -> each.decision() == null ? null : each.decision().by()));
    return found.stream().map(each -> view(each, names)).toList();
  }

  private static ReopeningView view(Reopening each, Map<UUID, String> names) {
    return new ReopeningView(
        each.id(),
        each.caseId(),
        each.caseCode(),
        each.partyId(),
        each.role(),
        each.child(),
        each.from(),
        each.until(),
        each.requested().reason(),
        each.requested().document(),
        each.requested().article(),
        PersonName.of(each.askedBy(), names),
        each.askedAt(),
        each.decision() == null ? null : view(each.decision(), names));
  }

  private static DecisionView view(Reopening.Decision decision, Map<UUID, String> names) {
    Reopening.Paper paper = decision.answer().paper();
    return new DecisionView(
        decision.outcome(),
        paper == null ? null : paper.authority(),
        paper == null ? null : paper.number(),
        paper == null ? null : paper.on(),
        decision.answer().reason(),
        PersonName.of(decision.by(), names),
        decision.at());
  }
}
