package anbinh.sightings.web;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.Cases;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.WrittenReason;
import anbinh.sightings.SightingEvent;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.feed.IndexFeed;
import anbinh.sightings.index.Hit;
import anbinh.sightings.search.AcceptanceLevel;
import anbinh.sightings.search.PassSearch;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/sightings/searches`: investigators find vehicles in their area, in an open case that they
/// work on and with a reason. Every search is an entry of the log.
@RestController
@OnlyWhenServing
class SearchController {
  private final SearchReader reader;
  private final IndexFeed feed;
  private final HitMapper mapper;
  private final Cases cases;
  private final Access access;
  private final AuditLog log;

  SearchController(
      SearchReader reader,
      IndexFeed feed,
      HitMapper mapper,
      Cases cases,
      Access access,
      AuditLog log) {
    this.reader = reader;
    this.feed = feed;
    this.mapper = mapper;
    this.cases = cases;
    this.access = access;
    this.log = log;
  }

  @PostMapping("/api/sightings/searches")
  SearchView search(@Valid @RequestBody SearchForm form, PageRequest page) throws IOException {
    Person person = access.require(Role.INVESTIGATOR);
    CaseFile file = requireCase(form, person);
    String reason = WrittenReason.of(form.reason());
    AreaScope scope = access.scope(person, Role.INVESTIGATOR);
    Search search = reader.read(form, scope);
    PassSearch index = feed.search();
    Page<Hit> hits = hits(index, search, page);
    log.record(
        Event.of(SightingEvent.SEARCHED)
            .by(person.actor())
            .about("case", file.id(), file.code())
            .within(file.areaId())
            .fact("found", hits.items().size())
            .detail("text", form.text())
            .detail("reason", reason));
    return new SearchView(
        search.understood(),
        accepted(index, search),
        hits.with(mapper.views(hits.items(), search, ReadingCosts.DEFAULT, scope)));
  }

  /// A case of another area is refused as one that the person does not work on.
  private CaseFile requireCase(SearchForm form, Person person) {
    CaseFile file = cases.get(form.caseId());
    if (!cases.worksOn(file.id(), person.id())) {
      throw access.refuseExactly(CaseProblem.NOT_YOUR_CASE, "case", file.id());
    }
    access.require(file.areaId(), Role.INVESTIGATOR);
    if (!file.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, file.code());
    }
    return file;
  }

  private Page<Hit> hits(PassSearch index, Search search, PageRequest page) {
    @Nullable Hit after = after(page);
    Function<Hit, List<String>> key =
        hit ->
            List.of(
                Integer.toString(hit.cost()),
                Long.toString(hit.time()),
                Long.toString(hit.position()));
    return Page.read(page, key, rows -> find(index, search, after, rows));
  }

  private static @Nullable Hit after(PageRequest page) {
    return page.key(0, Integer::parseInt)
        .map(cost ->
            new Hit(
                page.key(2, Long::parseLong).orElseThrow(),
                page.key(1, Long::parseLong).orElseThrow(),
                cost,
                -1))
        .orElse(null);
  }

  private List<Hit> find(PassSearch index, Search search, @Nullable Hit after, int rows) {
    PlatePattern pattern = search.pattern();
    try {
      return pattern == null
          ? index.search(search.query(after, rows))
          : index.search(
              pattern, ReadingCosts.DEFAULT, search.misreading(), search.query(after, rows));
    } catch (IOException e) {
      throw new UncheckedIOException("the index of sightings cannot be searched", e);
    }
  }

  private static List<AcceptanceLevel> accepted(PassSearch index, Search search)
      throws IOException {
    PlatePattern pattern = search.pattern();
    return pattern == null
        ? List.of()
        : index.accepted(
            pattern, ReadingCosts.DEFAULT, SearchForm.MAX_MISREADING, search.query(null, 1));
  }
}
