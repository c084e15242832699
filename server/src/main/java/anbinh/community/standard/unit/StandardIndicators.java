package anbinh.community.standard.unit;

import anbinh.community.standard.CommuneStanding;
import anbinh.community.standard.StandardOutcome;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What reports tell of the yearly standard: how the dossiers of the year of the last day stand
/// when they are counted.
@Component
class StandardIndicators implements IndicatorSource {
  private static final String LAW = "Thông tư 124/2021/TT-BCA, Điều 5.4; Thông tư 48/2025/TT-BCA";

  private final Standings standings;

  StandardIndicators(Standings standings) {
    this.standings = standings;
  }

  @Override
  public List<IndicatorDefinition> definitions() {
    return List.of(
        IndicatorDefinition.state("STANDARD_UNITS", IndicatorTopic.STANDARD, LAW),
        IndicatorDefinition.state("STANDARD_REGISTERED", IndicatorTopic.STANDARD, LAW),
        IndicatorDefinition.share(
            "STANDARD_REGISTERED_SHARE",
            IndicatorTopic.STANDARD,
            "STANDARD_REGISTERED",
            "STANDARD_UNITS",
            LAW),
        IndicatorDefinition.state("STANDARD_MET", IndicatorTopic.STANDARD, LAW),
        IndicatorDefinition.share(
            "STANDARD_MET_SHARE", IndicatorTopic.STANDARD, "STANDARD_MET", "STANDARD_UNITS", LAW),
        IndicatorDefinition.state("STANDARD_COMMUNES_MET", IndicatorTopic.STANDARD, LAW));
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return List.of();
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    Collection<UUID> areas = span.areas();
    List<IndicatorCount> counts = new ArrayList<>();
    for (CommuneStanding each : standings.list(span.before().minusDays(1).getYear())) {
      if (areas == null || areas.contains(each.communeId())) {
        add(counts, "STANDARD_UNITS", each, each.units());
        add(counts, "STANDARD_REGISTERED", each, each.registered());
        add(counts, "STANDARD_MET", each, each.met());
        add(counts, "STANDARD_COMMUNES_MET", each, each.outcome() == StandardOutcome.MET ? 1 : 0);
      }
    }
    return counts;
  }

  private static void add(
      List<IndicatorCount> counts, String indicator, CommuneStanding of, int count) {
    if (count > 0) {
      counts.add(new IndicatorCount(indicator, of.communeId(), null, null, count));
    }
  }
}
