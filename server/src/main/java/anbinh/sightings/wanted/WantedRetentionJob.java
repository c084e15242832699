package anbinh.sightings.wanted;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.RetentionJob;
import anbinh.sightings.SightingSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Forgets entries that have been over for as long as passes are kept, hourly. What was asked and
/// decided stays in the log.
@Component
@OnlyWhenServing
class WantedRetentionJob extends RetentionJob {
  private final WantedTable table;

  WantedRetentionJob(WantedTable table, SiteClock clock, SightingSettings settings) {
    super("wanted vehicles", clock, settings.retention());
    this.table = table;
  }

  @Override
  protected int delete(Instant before, int most) {
    return table.delete(before, most);
  }
}
