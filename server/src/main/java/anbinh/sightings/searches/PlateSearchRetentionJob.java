package anbinh.sightings.searches;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.HourlyJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets which searches were for the same plate, hourly; that there was a search stays in the
/// log.
@Component
@OnlyWhenServing
class PlateSearchRetentionJob extends HourlyJob {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int SOME = 10_000;

  private final PlateSearchTable table;
  private final SiteClock clock;

  PlateSearchRetentionJob(PlateSearchTable table, SiteClock clock) {
    super("searches of sightings");
    this.table = table;
    this.clock = clock;
  }

  @Override
  protected int some() {
    return table.delete(clock.now().minus(KEPT), SOME);
  }
}
