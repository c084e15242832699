package anbinh.teamwork.merit;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Erases why people were disciplined some years after it was noted, hourly.
@Component
@OnlyWhenServing
class DisciplineRetentionJob extends HourlyJob {
  private final Merits merits;

  DisciplineRetentionJob(Merits merits) {
    super("discipline in teams");
    this.merits = merits;
  }

  @Override
  protected int some() {
    return merits.eraseOld();
  }
}
