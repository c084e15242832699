package anbinh.cases.register;

import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.CaseState;
import anbinh.cases.store.CaseEvent;
import anbinh.cases.store.CaseTable;
import anbinh.cases.store.CaseViewLog;
import anbinh.cases.store.Narrowing;
import anbinh.cases.type.CaseTypes;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import anbinh.platform.Site;
import jakarta.validation.Valid;
import java.time.Year;
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
  private static final int MIN_YEAR = 2000;
  private static final int MAX_YEAR = 2100;
  static final Role[] READERS = {Role.INVESTIGATOR, Role.APPROVER};

  private final CaseTable table;
  private final CaseAdministration administration;
  private final CaseResponseMapper views;
  private final CaseTypes types;
  private final Access access;
  private final Areas areas;
  private final Site site;
  private final AuditLog log;
  private final CaseViewLog looks;

  CasesController(
      CaseTable table,
      CaseAdministration administration,
      CaseResponseMapper views,
      CaseTypes types,
      Access access,
      Areas areas,
      Site site,
      AuditLog log,
      CaseViewLog looks) {
    this.looks = looks;
    this.table = table;
    this.administration = administration;
    this.views = views;
    this.types = types;
    this.access = access;
    this.areas = areas;
    this.site = site;
    this.log = log;
  }

  /// @param area only cases of this area and all below it
  /// @param opened only those opened in this year, by the site's calendar
  /// @param closed only those closed in this year
  /// @param clarified only those that were clarified
  /// @param own only those that the reader works on
  @GetMapping
  Page<CaseView> list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable CaseState state,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable UUID area,
      @RequestParam(required = false) @Nullable Integer opened,
      @RequestParam(required = false) @Nullable Integer closed,
      @RequestParam(defaultValue = "false") boolean clarified,
      @RequestParam(defaultValue = "false") boolean own,
      PageRequest page) {
    Person reader = access.require(READERS);
    if (type != null && types.find(type).isEmpty()) {
      throw Problem.invalid("type", "unknown");
    }
    var filter =
        new CaseTable.Filter(
            SearchTerms.parse(q),
            state,
            access.scope(reader, READERS),
            area == null ? new AreaScope.Everywhere() : new AreaScope.Within(areas.below(area)),
            new Narrowing(
                own ? reader.id() : null,
                type,
                year("opened", opened),
                year("closed", closed),
                clarified));
    Page<CaseFile> cut =
        Page.of(
            table.list(filter, page.after(), page.rows()),
            page,
            Page.byId(CaseFile::id),
            most -> table.count(filter, most));
    log.record(
        Event.of(CaseEvent.LISTED)
            .by(reader.actor())
            .fact("count", cut.items().size())
            .detail("query", q));
    return cut.with(views.of(cut.items(), reader));
  }

  @GetMapping("/{id}")
  CaseView get(@PathVariable UUID id) {
    CaseFile found = find(id);
    Person reader = access.require(found.areaId(), READERS);
    looks.record(found, reader);
    return views.of(found, reader);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CaseView open(@Valid @RequestBody NewCase requested) {
    Person investigator = access.require(requested.areaId(), Role.INVESTIGATOR);
    return views.of(administration.open(requested, investigator), investigator);
  }

  @PostMapping("/{id}/outcome")
  CaseView close(@PathVariable UUID id, @Valid @RequestBody NewOutcome requested) {
    Person investigator = access.require(find(id).areaId(), Role.INVESTIGATOR);
    return views.of(administration.close(id, requested, investigator), investigator);
  }

  private Narrowing.@Nullable Span year(String parameter, @Nullable Integer year) {
    if (year == null) {
      return null;
    }
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw Problem.invalid(parameter, "range", MIN_YEAR, MAX_YEAR);
    }
    return new Narrowing.Span(
        Year.of(year).atDay(1).atStartOfDay(site.zone()).toInstant(),
        Year.of(year + 1).atDay(1).atStartOfDay(site.zone()).toInstant());
  }

  /// Finds a case for somebody who may know cases at all; others learn nothing about it.
  private CaseFile find(UUID id) {
    access.require(READERS);
    return table.find(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
  }
}
