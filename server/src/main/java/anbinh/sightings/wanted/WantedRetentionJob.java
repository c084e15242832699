package anbinh.sightings.wanted;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.HourlyJob;
import anbinh.sightings.SightingSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets entries that have been over for as long as passes are kept, hourly. What was asked and
/// decided stays in the log.
@Component
@OnlyWhenServing
class WantedRetentionJob extends HourlyJob {
  private static final int SOME = 1_000;

  private final WantedTable table;
  private final SiteClock clock;
  private final Duration retention;

  WantedRetentionJob(WantedTable table, SiteClock clock, SightingSettings settings) {
    super("wanted vehicles");
    this.table = table;
    this.clock = clock;
    this.retention = settings.retention();
  }

  @Override
  protected int some() {
    return table.delete(clock.now().minus(retention), SOME);
  }
}
