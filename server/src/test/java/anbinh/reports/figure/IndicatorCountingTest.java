package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.indicator.FakeRecordChanges;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorQuery;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.ReportPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class IndicatorCountingTest {
  private static final IndicatorDefinition CASES =
      IndicatorDefinition.events("CASES", IndicatorTopic.CASES, "x");
  private static final IndicatorDefinition TEAMS =
      IndicatorDefinition.state("TEAMS", IndicatorTopic.TEAMS, "x");
  private static final UUID AREA = new UUID(0, 1);

  /// Counts one in each month of 2024, and keeps the spans that it was asked for.
  private static final class Source implements IndicatorSource {
    private final List<IndicatorSpan> asked = new ArrayList<>();

    @Override
    public List<IndicatorDefinition> definitions() {
      return List.of(CASES, TEAMS);
    }

    @Override
    public List<IndicatorCount> events(IndicatorSpan span) {
      List<IndicatorCount> counts = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        counts.add(new IndicatorCount("CASES", AREA, null, YearMonth.of(2024, month), 1));
      }
      return counts;
    }

    @Override
    public List<IndicatorCount> states(IndicatorSpan span) {
      return List.of();
    }

    @Override
    public List<IndicatorRecord> records(IndicatorQuery query) {
      asked.add(query.span());
      return List.of();
    }
  }

  private final Source source = new Source();
  private final IndicatorCounting counting = counting(source);

  private static IndicatorCounting counting(IndicatorSource source) {
    var catalogue = new Catalogue(List.of(source), new Messages(new StaticMessageSource()));
    return new IndicatorCounting(
        catalogue,
        new KeptCounts(new FakeRecordChanges()),
        new SiteClock(
            () -> Instant.parse("2026-10-20T02:00:00Z"),
            new Site("x", ZoneId.of("Asia/Ho_Chi_Minh"), false, null, null)));
  }

  @Test
  void aYearCountsOnlyTheMonthsInWhichItsIndicatorWasInForce() {
    Counted counted =
        counting.count(
            List.of(CASES),
            YearMonth.of(2024, 1),
            YearMonth.of(2024, 12),
            Set.of(),
            null,
            UnaryOperator.identity());
    long quarters =
        counted.events("CASES", null, null, ReportPeriod.parse("2024-Q3"))
            + counted.events("CASES", null, null, ReportPeriod.parse("2024-Q4"));
    assertThat(counted.events("CASES", null, null, ReportPeriod.parse("2024")))
        .isEqualTo(6)
        .isEqualTo(quarters);
  }

  @Test
  void recordsAreAskedOfTheDaysThatWereCounted() {
    assertThat(span(CASES, "2024").from()).as("in force").isEqualTo(LocalDate.of(2024, 7, 1));
    assertThat(span(CASES, "2026-Q3").before()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(span(TEAMS, "2026-Q3").from()).as("at the end").isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(span(TEAMS, "2026").before())
        .as("today while it runs")
        .isEqualTo(LocalDate.of(2026, 10, 21));
  }

  private IndicatorSpan span(IndicatorDefinition of, String period) {
    var _ = counting.records(of, null, ReportPeriod.parse(period), null, null, 10);
    return source.asked.getLast();
  }
}
