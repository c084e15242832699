package anbinh.sightings.analysis.job;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.RetentionJob;
import anbinh.sightings.SightingSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Forgets jobs that are over when passes of their time are forgotten, hourly.
@Component
@OnlyWhenServing
class AnalysisJobRetentionJob extends RetentionJob {
  private final AnalysisJobTable table;

  AnalysisJobRetentionJob(AnalysisJobTable table, SiteClock clock, SightingSettings settings) {
    super("analysis of stored footage", clock, settings.retention());
    this.table = table;
  }

  @Override
  protected int delete(Instant before, int most) {
    return table.delete(before, most);
  }
}
