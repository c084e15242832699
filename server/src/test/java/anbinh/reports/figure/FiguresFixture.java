package anbinh.reports.figure;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.FakeAreas;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.indicator.FakeRecordChanges;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Real figures of a province with four communes, over counts that a test says.
public final class FiguresFixture {
  public static final UUID PROVINCE = AccessFixture.PROVINCE;
  public static final UUID COMMUNE = AccessFixture.COMMUNE;
  public static final UUID OTHER_COMMUNE = AccessFixture.OTHER_COMMUNE;
  public static final UUID THIRD_COMMUNE = new UUID(1, 7);
  public static final UUID FOURTH_COMMUNE = new UUID(1, 8);
  public static final UUID VILLAGE = AccessFixture.VILLAGE;

  /// Of which the commune's officer sees the single ones, others nothing below five.
  public static final IndicatorDefinition SITUATIONS =
      IndicatorDefinition.events("SITUATIONS_RECEIVED", IndicatorTopic.SITUATIONS, "x")
          .hidingSmall()
          .parted();

  /// Of which the commune's officer sees no more than others.
  public static final IndicatorDefinition CASES =
      IndicatorDefinition.events("CASES_CLARIFIED", IndicatorTopic.CASES, "x").hidingSmall();

  public static final IndicatorDefinition TEAMS =
      IndicatorDefinition.state("TEAMS", IndicatorTopic.TEAMS, "x").byVillage();

  public final FakeAreas areas = new FakeAreas();
  public final Messages messages = new Messages(bundle());
  public final Site site = new Site("Thanh Hóa", ZoneOffset.UTC, false);
  public final SiteClock clock = new SiteClock(this::now, site);
  public final Catalogue catalogue = new Catalogue(List.of(new Source()), messages);
  public final Figures figures =
      new Figures(
          catalogue,
          new IndicatorCounting(catalogue, new KeptCounts(new FakeRecordChanges()), clock),
          areas);
  public final FigureText text = new FigureText(messages);
  public final Sentence sentence = new Sentence(catalogue, text, messages);
  private final List<IndicatorCount> events = new ArrayList<>();
  private final List<IndicatorCount> states = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  public FiguresFixture() {
    areas.add(PROVINCE, "38", AreaKind.PROVINCE, null);
    areas.add(COMMUNE, "38.1", AreaKind.COMMUNE, PROVINCE);
    areas.add(OTHER_COMMUNE, "38.2", AreaKind.WARD, PROVINCE);
    areas.add(THIRD_COMMUNE, "38.3", AreaKind.COMMUNE, PROVINCE);
    areas.add(FOURTH_COMMUNE, "38.4", AreaKind.COMMUNE, PROVINCE);
    areas.add(VILLAGE, "38.1.1", AreaKind.RESIDENTIAL_AREA, COMMUNE);
  }

  private static ResourceBundleMessageSource bundle() {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages/reports");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  private Instant now() {
    return now;
  }

  public void on(String day) {
    now = Instant.parse(day + "T08:00:00Z");
  }

  public void happened(
      IndicatorDefinition of, UUID area, @Nullable String part, YearMonth month, long count) {
    events.add(new IndicatorCount(of.code(), area, part, month, count));
  }

  public void stands(IndicatorDefinition of, UUID area, long count) {
    states.add(new IndicatorCount(of.code(), area, null, null, count));
  }

  private final class Source implements IndicatorSource {
    @Override
    public List<IndicatorDefinition> definitions() {
      return List.of(
          IndicatorDefinition.events("EXTRACTIONS", IndicatorTopic.FOOTAGE, "x"),
          CASES,
          IndicatorDefinition.events("CASES_CLARIFIED_BY_FOOTAGE", IndicatorTopic.CASES, "x"),
          TEAMS,
          IndicatorDefinition.state("TEAM_MEMBERS", IndicatorTopic.TEAMS, "x"),
          IndicatorDefinition.state("GROUPS", IndicatorTopic.GROUPS, "x"),
          IndicatorDefinition.state("PROGRAMMES", IndicatorTopic.PROGRAMMES, "x"),
          SITUATIONS,
          IndicatorDefinition.state("SITUATIONS_OPEN", IndicatorTopic.SITUATIONS, "x").onlyNow());
    }

    @Override
    public List<String> parts(String indicator) {
      return List.of("A", "B", "C");
    }

    @Override
    public List<IndicatorCount> events(IndicatorSpan span) {
      return events.stream()
          .filter(each -> lies(each, span))
          .filter(each -> {
            YearMonth month = each.month();
            LocalDate first = month == null ? LocalDate.MIN : month.atDay(1);
            return !first.isBefore(span.from()) && first.isBefore(span.before());
          })
          .toList();
    }

    @Override
    public List<IndicatorCount> states(IndicatorSpan span) {
      return states.stream().filter(each -> lies(each, span)).toList();
    }

    private static boolean lies(IndicatorCount count, IndicatorSpan span) {
      return span.areas() == null || span.areas().contains(count.areaId());
    }
  }
}
