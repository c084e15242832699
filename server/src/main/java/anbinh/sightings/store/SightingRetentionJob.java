package anbinh.sightings.store;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.HourlyJob;
import anbinh.sightings.SightingSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets passes at the end of their retention that no case holds, hourly.
@Component
@OnlyWhenServing
class SightingRetentionJob extends HourlyJob {
  private static final int SOME = 10_000;

  private final SightingTable table;
  private final SiteClock clock;
  private final Duration retention;

  SightingRetentionJob(SightingTable table, SiteClock clock, SightingSettings settings) {
    super("sightings");
    this.table = table;
    this.clock = clock;
    this.retention = settings.retention();
  }

  @Override
  protected int some() {
    return table.delete(clock.now().minus(retention), SOME);
  }
}
