package anbinh.sightings.searches;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.RetentionJob;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Forgets which searches were for the same plate, hourly; that there was a search stays in the
/// log.
@Component
@OnlyWhenServing
class PlateSearchRetentionJob extends RetentionJob {
  private static final Duration RETENTION = Duration.ofDays(90);

  private final PlateSearchTable table;

  PlateSearchRetentionJob(PlateSearchTable table, SiteClock clock) {
    super("searches of sightings", clock, RETENTION);
    this.table = table;
  }

  @Override
  protected int delete(Instant before, int most) {
    return table.delete(before, most);
  }
}
