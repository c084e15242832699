package anbinh.cases.register;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.CaseState;
import anbinh.identity.Access;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases`: investigators of the area open, see and close cases, approvers of the area see
/// them. A case of another area is 403, one that does not exist 404.
@RestController
@RequestMapping("/api/cases")
class CasesController {
  private static final Role[] READERS = {Role.INVESTIGATOR, Role.APPROVER};

  private final CaseTable table;
  private final CaseAdministration administration;
  private final CaseViews views;
  private final Access access;
  private final AuditLog log;

  CasesController(
      CaseTable table,
      CaseAdministration administration,
      CaseViews views,
      Access access,
      AuditLog log) {
    this.table = table;
    this.administration = administration;
    this.views = views;
    this.access = access;
    this.log = log;
  }

  @GetMapping
  Page<CaseView> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable CaseState state,
      PageRequest page) {
    Person reader = access.require(READERS);
    var filter =
        new CaseTable.Filter(
            SearchText.words(q == null ? "" : q), state, access.scope(reader, READERS));
    UUID before = page.key(0, UUID::fromString).orElse(null);
    List<CaseFile> rows = table.list(filter, before, page.rows());
    Page<CaseFile> cut = Page.of(rows, page, found -> List.of(found.id().toString()));
    log.record(
        Event.of(CaseEvent.LISTED)
            .by(reader.actor())
            .fact("count", cut.items().size())
            .detail("query", q == null ? "" : q));
    return new Page<>(views.of(cut.items()), cut.next());
  }

  @GetMapping("/{id}")
  CaseView get(@PathVariable UUID id) {
    CaseFile found = find(id);
    Person reader = access.require(found.areaId(), READERS);
    log.record(Event.of(CaseEvent.VIEWED).by(reader.actor()).about("case", id, found.code()));
    return views.of(found);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CaseView open(@Valid @RequestBody NewCase wanted) {
    Person investigator = access.require(wanted.areaId(), Role.INVESTIGATOR);
    return views.of(administration.open(wanted, investigator));
  }

  @PostMapping("/{id}/outcome")
  CaseView close(@PathVariable UUID id, @Valid @RequestBody NewOutcome wanted) {
    Person investigator = access.require(find(id).areaId(), Role.INVESTIGATOR);
    return views.of(administration.close(id, wanted, investigator));
  }

  /// Finds a case for somebody who may know cases at all; others learn nothing about it.
  private CaseFile find(UUID id) {
    access.require(READERS);
    return table.find(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
  }
}
