package anbinh.oversight.finding;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.oversight.OversightProblem;
import anbinh.oversight.OversightSettings;
import anbinh.oversight.access.FootageAccessTable;
import anbinh.oversight.finding.FindingView.ClosingView;
import anbinh.oversight.finding.FindingView.Details;
import anbinh.oversight.finding.FindingView.LookView;
import anbinh.oversight.finding.FindingView.TargetView;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/findings`: auditors see those about people of their area, but not about themselves or an
/// account of their name, and close them.
@RestController
@RequestMapping("/api/findings")
class FindingsController {
  private static final int MIN_REASON = 10;
  private static final int MAX_REASON = 1000;

  private final FindingTable table;
  private final Findings findings;
  private final FootageAccessTable looks;
  private final Access access;
  private final People people;
  private final AuditLog log;
  private final OversightSettings settings;

  FindingsController(
      FindingTable table,
      Findings findings,
      FootageAccessTable looks,
      Access access,
      People people,
      AuditLog log,
      OversightSettings settings) {
    this.table = table;
    this.findings = findings;
    this.looks = looks;
    this.access = access;
    this.people = people;
    this.log = log;
    this.settings = settings;
  }

  /// Which findings a list has.
  enum Openness {
    OPEN,
    CLOSED
  }

  /// What an auditor made of a finding.
  record NewResult(
      @NotNull Result result, @NotBlank @Size(min = MIN_REASON, max = MAX_REASON) String reason) {}

  /// @param state both unless said
  @GetMapping
  Page<FindingView> list(
      @RequestParam(required = false) @Nullable Openness state, PageRequest page) {
    Person auditor = access.require(Role.AUDITOR);
    Boolean open = state == null ? null : state == Openness.OPEN;
    Page<Finding> cut =
        Page.read(
            page,
            Page.byId(Finding::id),
            rows ->
                table.list(
                    open,
                    access.scope(auditor, Role.AUDITOR),
                    people.accountsOf(auditor.id()),
                    page.after(),
                    rows));
    log.record(
        Event.of(OversightEvent.FINDINGS_LISTED)
            .by(auditor.actor())
            .fact("count", cut.items().size()));
    List<FindingView> views = views(cut.items());
    return cut.with(views);
  }

  @GetMapping("/{id}")
  Details get(@PathVariable UUID id) {
    Finding found = find(id);
    Person auditor = access.require(Role.AUDITOR);
    log.record(
        Event.of(OversightEvent.FINDING_VIEWED)
            .by(auditor.actor())
            .about("finding", id, found.code()));
    return details(found);
  }

  @PostMapping("/{id}/result")
  Details close(@PathVariable UUID id, @Valid @RequestBody NewResult requested) {
    find(id);
    String reason = WrittenText.stripped("reason", requested.reason(), MIN_REASON, MAX_REASON);
    Person auditor = access.requireConfirmed();
    return details(findings.close(id, requested.result(), reason, auditor));
  }

  /// Finds what the signed-in auditor may judge.
  private Finding find(UUID id) {
    Person auditor = access.require(Role.AUDITOR);
    Finding found = table.find(id).orElseThrow(() -> Problem.of(OversightProblem.NO_SUCH_FINDING));
    if (people.maybeSame(auditor, found.person())) {
      throw access.refuseExactly(OversightProblem.OWN_FINDING, "finding", id);
    }
    access.require(table.findArea(id).orElse(null), Role.AUDITOR);
    return found;
  }

  private Details details(Finding finding) {
    return new Details(
        views(List.of(finding)).getFirst(),
        looks.ofFinding(finding.id()).stream().map(LookView::of).toList());
  }

  private List<FindingView> views(List<Finding> found) {
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(
                found,
                each -> each.person(),
                each -> each.closing() == null ? null : each.closing().by()));
    Map<UUID, Long> entries =
        log.indexes(
            Ids.of(
                found,
                each -> each.openedEvent(),
                each -> each.closing() == null ? null : each.closing().event()));
    List<FindingView> views = new ArrayList<>();
    for (Finding each : found) {
      views.add(view(each, names, entries));
    }
    return views;
  }

  private FindingView view(Finding finding, Map<UUID, String> names, Map<UUID, Long> entries) {
    Target target = finding.target();
    Numbers numbers = finding.numbers();
    Finding.Closing closing = finding.closing();
    return new FindingView(
        finding.id(),
        finding.code(),
        finding.rule(),
        PersonName.of(finding.person(), names),
        finding.kind(),
        target == null ? null : new TargetView(target.kind(), target.id(), target.code()),
        finding.day(),
        finding.openedAt(),
        entries.get(finding.openedEvent()),
        settings.window().toDays(),
        numbers.looks(),
        numbers.ofOwn(),
        numbers.atTarget(),
        numbers.ofOthers(),
        numbers.usual(),
        closing == null
            ? null
            : new ClosingView(
                closing.result(),
                closing.reason(),
                PersonName.of(closing.by(), names),
                closing.at(),
                entries.get(closing.event())));
  }
}
