package anbinh.sightings.store;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.RetentionJob;
import anbinh.sightings.SightingSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Forgets passes at the end of their retention that no case holds, hourly.
@Component
@OnlyWhenServing
class SightingRetentionJob extends RetentionJob {
  private final SightingTable table;

  SightingRetentionJob(SightingTable table, SiteClock clock, SightingSettings settings) {
    super("sightings", clock, settings.retention());
    this.table = table;
  }

  @Override
  protected int delete(Instant before, int most) {
    return table.delete(before, most);
  }
}
