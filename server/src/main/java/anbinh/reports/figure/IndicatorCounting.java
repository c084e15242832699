package anbinh.reports.figure;

import anbinh.platform.Site;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorDefinition.Kind;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Has the features count: one question to each for all months, and one for each day of which the
/// state is wanted. Safe for many threads.
@Component
class IndicatorCounting {
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Site site;

  IndicatorCounting(Catalogue catalogue, InstantSource clock, Site site) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.site = site;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), site.zone());
  }

  /// @param first the first month
  /// @param last the last one
  /// @param days of which the states are wanted
  /// @param areas null for everywhere
  /// @param line in which line a unit counts
  Counted count(
      Collection<IndicatorDefinition> wanted,
      YearMonth first,
      YearMonth last,
      Set<LocalDate> days,
      @Nullable Collection<UUID> areas,
      UnaryOperator<UUID> line) {
    var counted = new Counted(first, (int) first.until(last, ChronoUnit.MONTHS) + 1);
    boolean states = wanted.stream().anyMatch(each -> each.kind() != Kind.EVENTS);
    for (IndicatorSource source : catalogue.sources(wanted)) {
      counted.addEvents(
          source.events(
              new IndicatorSpan(first.atDay(1), last.plusMonths(1).atDay(1), site.zone(), areas)),
          line);
      if (states) {
        for (LocalDate day : days) {
          counted.addStates(
              day,
              source.states(new IndicatorSpan(day, day.plusDays(1), site.zone(), areas)),
              line);
        }
      }
    }
    return counted;
  }
}
