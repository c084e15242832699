package anbinh.sightings.wanted;

import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/// Holds entries of the list against the log ([WantedComparison]). Entries that were forgotten are
/// in the log alone.
@Component
class WantedAgainstLog implements ConsistencyCheck {
  private static final int PAGE = 500;

  private final WantedTable table;
  private final Snapshot snapshot;
  private final WantedComparison comparison;

  WantedAgainstLog(WantedTable table, Snapshot snapshot, WantedComparison comparison) {
    this.table = table;
    this.snapshot = snapshot;
    this.comparison = comparison;
  }

  @Override
  public String subject() {
    return "wanted vehicles against log";
  }

  @Override
  public String unit() {
    return "wanted vehicles";
  }

  @Override
  public long run(CheckReport report) {
    return snapshot.read(() -> compare(report));
  }

  private long compare(CheckReport report) {
    long count = 0;
    List<WantedVehicle> page = table.listAfter(null, PAGE);
    while (!page.isEmpty()) {
      for (WantedVehicle each : page) {
        comparison
            .differences(each)
            .forEach(what -> report.accept(new Finding("wanted vehicle " + each.code(), what)));
      }
      count += page.size();
      report.looked(page.size());
      page = table.listAfter(page.getLast().id(), PAGE);
    }
    return count;
  }
}
