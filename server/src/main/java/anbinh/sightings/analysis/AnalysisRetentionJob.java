package anbinh.sightings.analysis;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.RetentionJob;
import anbinh.sightings.SightingSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Forgets what was not analysed when passes of that time are forgotten, hourly.
@Component
@OnlyWhenServing
class AnalysisRetentionJob extends RetentionJob {
  private final AnalysisTable table;

  AnalysisRetentionJob(AnalysisTable table, SiteClock clock, SightingSettings settings) {
    super("footage not analysed", clock, settings.retention());
    this.table = table;
  }

  @Override
  protected int delete(Instant before, int most) {
    return table.deleteNotAnalysed(before, most);
  }
}
