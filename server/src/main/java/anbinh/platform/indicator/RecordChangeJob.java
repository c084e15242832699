package anbinh.platform.indicator;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Keeps the rows of changes few, hourly.
@Component
@OnlyWhenServing
class RecordChangeJob extends HourlyJob {
  private final RecordChanges changes;

  RecordChangeJob(RecordChanges changes) {
    super("changes of records");
    this.changes = changes;
  }

  @Override
  protected int some() {
    return changes.compact();
  }
}
