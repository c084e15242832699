package anbinh.reports.figure;

import anbinh.platform.SiteClock;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorDefinition.Kind;
import anbinh.platform.indicator.IndicatorQuery;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Has the features count: one question to each for all months, and one for each day of which the
/// state is wanted, all of one moment of the database. Safe for many threads.
@Component
class IndicatorCounting {
  private final Catalogue catalogue;
  private final KeptCounts kept;
  private final SiteClock clock;

  IndicatorCounting(Catalogue catalogue, KeptCounts kept, SiteClock clock) {
    this.catalogue = catalogue;
    this.kept = kept;
    this.clock = clock;
  }

  LocalDate today() {
    return clock.today();
  }

  /// Joins a transaction that there is; it sees one moment by itself where there is none.
  ///
  /// @param first the first month
  /// @param last the last one
  /// @param days of which the states are wanted
  /// @param areas null for everywhere
  /// @param line in which line a unit counts
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Counted count(
      Collection<IndicatorDefinition> requested,
      YearMonth first,
      YearMonth last,
      Set<LocalDate> days,
      @Nullable Collection<UUID> areas,
      UnaryOperator<UUID> line) {
    var counted = new Counted(first, (int) first.until(last, ChronoUnit.MONTHS) + 1);
    LocalDate before = cut(last.plusMonths(1).atDay(1));
    boolean states = requested.stream().anyMatch(each -> each.kind() != Kind.EVENTS);
    KeptCounts.Moment everywhere = areas == null ? kept.moment(today(), line) : null;
    for (IndicatorSource source : catalogue.sources(requested)) {
      var span = new IndicatorSpan(first.atDay(1), before, clock.zone(), areas);
      List<IndicatorCount> events =
          everywhere == null ? source.events(span) : everywhere.events(source, span);
      counted.addEvents(events.stream().filter(this::isInForce).toList(), line);
      if (states) {
        for (LocalDate day : days) {
          var of = new IndicatorSpan(day, day.plusDays(1), clock.zone(), areas);
          counted.addStates(
              day, everywhere == null ? source.states(of) : everywhere.states(source, of), line);
        }
      }
    }
    return counted;
  }

  /// One day to which everything is counted: the last one of a period, or today while it runs. What
  /// has a day that is to come, such as a campaign that was approved, counts from that day on.
  private LocalDate cut(LocalDate before) {
    LocalDate tomorrow = today().plusDays(1);
    return before.isAfter(tomorrow) ? tomorrow : before;
  }

  /// The records that a number of a period is of: what happened in it, or what there was at its
  /// end, or is today while it runs. Of one indicator and its own counting, so that there are as
  /// many as the number says.
  List<IndicatorRecord> records(
      IndicatorDefinition of,
      @Nullable String part,
      ReportPeriod period,
      @Nullable Collection<UUID> areas,
      IndicatorRecord.@Nullable Cursor after,
      int rows) {
    LocalDate from = period.from();
    LocalDate before = cut(period.before());
    if (of.kind() == Kind.EVENTS) {
      LocalDate first = of.from().withDayOfMonth(1);
      from = from.isBefore(first) ? first : from;
    } else {
      from = period.last().isAfter(today()) ? today() : period.last();
      before = from.plusDays(1);
    }
    var span = new IndicatorSpan(from, before, clock.zone(), areas);
    return catalogue.source(of).records(new IndicatorQuery(of, part, span, after, rows));
  }

  /// Whether an indicator was in force in the month of a count, so that quarters add up to years.
  private boolean isInForce(IndicatorCount count) {
    YearMonth month = count.month();
    return month == null
        || catalogue
            .find(count.indicator())
            .filter(each -> each.inForce(month.atDay(1), month.atEndOfMonth()))
            .isPresent();
  }
}
