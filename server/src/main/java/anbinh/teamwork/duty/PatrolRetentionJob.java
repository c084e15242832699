package anbinh.teamwork.duty;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Erases what was said of patrols some time after they were written down, hourly; times and hours
/// stay.
@Component
@OnlyWhenServing
class PatrolRetentionJob extends HourlyJob {
  private final Patrols patrols;

  PatrolRetentionJob(Patrols patrols) {
    super("words of patrols");
    this.patrols = patrols;
  }

  @Override
  protected int some() {
    return patrols.eraseOld();
  }
}
