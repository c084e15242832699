package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.indicator.FakeRecordChanges;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptCountsTest {
  private static final UUID VILLAGE = new UUID(0, 1);
  private static final UUID COMMUNE = new UUID(0, 2);
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
  private static final IndicatorSpan SPAN =
      new IndicatorSpan(LocalDate.of(2026, 1, 1), TODAY, ZoneOffset.UTC, null);

  private final FakeRecordChanges changes = new FakeRecordChanges();
  private final KeptCounts kept = new KeptCounts(changes);

  /// Has one case more each time it is asked.
  private static final class Source implements IndicatorSource {
    private final Set<String> schemas;
    private int asked;

    Source(String... schemas) {
      this.schemas = Set.of(schemas);
    }

    @Override
    public List<IndicatorDefinition> definitions() {
      return List.of();
    }

    @Override
    public Set<String> schemas() {
      return schemas;
    }

    @Override
    public List<IndicatorCount> events(IndicatorSpan span) {
      asked++;
      YearMonth month = YearMonth.of(2026, 3);
      return List.of(
          new IndicatorCount("CASES", VILLAGE, null, month, asked),
          new IndicatorCount("CASES", COMMUNE, null, month, 10));
    }

    @Override
    public List<IndicatorCount> states(IndicatorSpan span) {
      return List.of();
    }
  }

  private List<IndicatorCount> count(Source source, LocalDate today) {
    return kept.moment(today, _ -> COMMUNE).events(source, SPAN);
  }

  private static List<IndicatorCount> cases(long count) {
    return List.of(new IndicatorCount("CASES", COMMUNE, null, YearMonth.of(2026, 3), count));
  }

  @Test
  void countsAreKeptByLineUntilARecordThatTheyCountOrAUnitChanges() {
    var source = new Source("cases", "team");
    assertThat(count(source, TODAY)).isEqualTo(cases(11));
    changes.note("mediation");
    assertThat(count(source, TODAY)).as("what others count").isEqualTo(cases(11));
    changes.note("team");
    assertThat(count(source, TODAY)).isEqualTo(cases(12));
    assertThat(count(source, TODAY)).isEqualTo(cases(12));
    changes.note("areas");
    assertThat(count(source, TODAY)).isEqualTo(cases(13));
    assertThat(count(source, TODAY.plusDays(1))).as("another day").isEqualTo(cases(14));
  }

  @Test
  void whatIsInNoTableIsCountedEachTime() {
    var source = new Source();
    assertThat(count(source, TODAY).getFirst().count()).isEqualTo(1);
    assertThat(count(source, TODAY).getFirst().count()).isEqualTo(2);
  }
}
