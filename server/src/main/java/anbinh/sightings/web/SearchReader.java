package anbinh.sightings.web;

import anbinh.identity.AreaScope;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.query.SearchText;
import anbinh.sightings.query.SearchTextReader;
import anbinh.sightings.query.TimeSpan;
import anbinh.sightings.web.SearchView.Place;
import anbinh.sightings.web.SearchView.Understood;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Understands searches. Safe for many threads.
@Component
class SearchReader {
  /// By how many characters are remembered, what a plate may cost where nobody says.
  private static final int[] MISREADING = {0, 0, 0, 10, 10, 20, 20};

  private static final int USUAL_MISREADING = 30;
  private static final Duration TO_COME = Duration.ofMinutes(1);

  private final PlaceFinder places;
  private final SiteClock clock;
  private final Duration retention;

  SearchReader(PlaceFinder places, SiteClock clock, SightingSettings settings) {
    this.places = places;
    this.clock = clock;
    this.retention = settings.retention();
  }

  /// @param scope in which the person may search
  /// @throws Problem where nothing was understood, or something cannot be
  Search read(SearchForm form, AreaScope scope) {
    Instant now = clock.now();
    SearchText text = SearchTextReader.read(form.text(), clock.zone(), now);
    PlatePattern pattern = pattern(text);
    List<Place> named = places.find(text.place(), scope);
    TimeSpan span = span(form, text, now);
    boolean something =
        pattern != null
            || !text.classes().isEmpty()
            || !text.colours().isEmpty()
            || text.direction() != null
            || !named.isEmpty()
            || text.time() != null;
    if (!something) {
      throw Problem.invalid("text", "sighting-search");
    }
    int misreading = misreading(form, pattern);
    return new Search(
        new Understood(
            text.plate(),
            text.classes(),
            text.colours(),
            text.direction(),
            span.from(),
            span.to(),
            named,
            named.isEmpty() ? text.place() : "",
            misreading),
        pattern,
        misreading,
        new PassQuery(
            null,
            ids(named, scope),
            span.from().toEpochMilli(),
            span.to().toEpochMilli(),
            text.classes(),
            text.colours(),
            text.direction(),
            Boolean.TRUE.equals(form.strict()),
            null,
            1));
  }

  private static @Nullable PlatePattern pattern(SearchText text) {
    String plate = text.plate();
    try {
      return plate == null ? null : PlatePattern.of(plate);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("text", "sighting-plate-pattern").because(e);
    }
  }

  private static int misreading(SearchForm form, @Nullable PlatePattern pattern) {
    Integer asked = form.misreading();
    if (asked != null) {
      return asked;
    }
    int known = pattern == null ? 0 : pattern.remembered();
    return known < MISREADING.length ? MISREADING[known] : USUAL_MISREADING;
  }

  private TimeSpan span(SearchForm form, SearchText text, Instant now) {
    TimeSpan typed = text.time();
    Instant oldest = now.minus(retention);
    Instant from = typed != null ? typed.from() : form.from() != null ? form.from() : oldest;
    Instant to = typed != null ? typed.to() : form.to() != null ? form.to() : now.plus(TO_COME);
    if (!to.isAfter(from)) {
      throw Problem.invalid("to", "after-from");
    }
    return new TimeSpan(from.isBefore(oldest) ? oldest : from, to);
  }

  private static @Nullable Set<String> ids(List<Place> named, AreaScope scope) {
    if (!named.isEmpty()) {
      return named.stream().map(each -> each.id().toString()).collect(Collectors.toSet());
    }
    Set<UUID> areas = scope.areas();
    return areas == null ? null : areas.stream().map(UUID::toString).collect(Collectors.toSet());
  }
}
