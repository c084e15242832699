package anbinh.sightings.web;

import anbinh.cases.CaseFile;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.WrittenReason;
import anbinh.sightings.casepass.OwnCases;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.feed.IndexFeed;
import anbinh.sightings.index.Hit;
import anbinh.sightings.learning.LearnedCosts;
import anbinh.sightings.search.AcceptanceLevel;
import anbinh.sightings.search.PassSearch;
import anbinh.sightings.searches.PlateSearches;
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
  private final OwnCases cases;
  private final Access access;
  private final LearnedCosts costs;
  private final PlateSearches searches;

  SearchController(
      SearchReader reader,
      IndexFeed feed,
      HitMapper mapper,
      OwnCases cases,
      Access access,
      LearnedCosts costs,
      PlateSearches searches) {
    this.reader = reader;
    this.feed = feed;
    this.mapper = mapper;
    this.cases = cases;
    this.access = access;
    this.costs = costs;
    this.searches = searches;
  }

  @PostMapping("/api/sightings/searches")
  SearchView search(@Valid @RequestBody SearchForm form, PageRequest page) throws IOException {
    Person person = access.require(Role.INVESTIGATOR);
    CaseFile file = cases.requireOpen(form.caseId(), person);
    String reason = WrittenReason.of(form.reason());
    AreaScope scope = access.scope(person, Role.INVESTIGATOR);
    Search search = reader.read(form, scope);
    PassSearch index = feed.search();
    ReaderCosts reading = costs.current();
    Page<Hit> hits = hits(index, search, reading, page);
    searches.record(
        file,
        new PlateSearches.Asked(
            form.text(),
            reason,
            search.pattern(),
            search.misreading(),
            search.everything().strict(),
            after(page) != null),
        hits.items().size(),
        person);
    return new SearchView(
        search.understood(),
        accepted(index, search, reading),
        hits.with(mapper.views(hits.items(), search, reading, scope)));
  }

  private static Page<Hit> hits(
      PassSearch index, Search search, ReaderCosts reading, PageRequest page) {
    @Nullable Hit after = after(page);
    Function<Hit, List<String>> key =
        hit ->
            List.of(
                Integer.toString(hit.cost()),
                Long.toString(hit.time()),
                Long.toString(hit.position()));
    return Page.read(page, key, rows -> find(index, search, reading, after, rows));
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

  private static List<Hit> find(
      PassSearch index, Search search, ReaderCosts reading, @Nullable Hit after, int rows) {
    PlatePattern pattern = search.pattern();
    try {
      return pattern == null
          ? index.search(search.query(after, rows))
          : index.search(pattern, reading, search.misreading(), search.query(after, rows));
    } catch (IOException e) {
      throw new UncheckedIOException("the index of sightings cannot be searched", e);
    }
  }

  private static List<AcceptanceLevel> accepted(
      PassSearch index, Search search, ReaderCosts reading) throws IOException {
    PlatePattern pattern = search.pattern();
    return pattern == null
        ? List.of()
        : index.accepted(pattern, reading, SearchForm.MAX_MISREADING, search.query(null, 1));
  }
}
