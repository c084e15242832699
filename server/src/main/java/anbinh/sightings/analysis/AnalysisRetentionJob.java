package anbinh.sightings.analysis;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.HourlyJob;
import anbinh.sightings.SightingSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets what was not analysed when passes of that time are forgotten, hourly.
@Component
@OnlyWhenServing
class AnalysisRetentionJob extends HourlyJob {
  private static final int SOME = 10_000;

  private final AnalysisTable table;
  private final SiteClock clock;
  private final Duration retention;

  AnalysisRetentionJob(AnalysisTable table, SiteClock clock, SightingSettings settings) {
    super("footage not analysed");
    this.table = table;
    this.clock = clock;
    this.retention = settings.retention();
  }

  @Override
  protected int some() {
    return table.deleteNotAnalysed(clock.now().minus(retention), SOME);
  }
}
