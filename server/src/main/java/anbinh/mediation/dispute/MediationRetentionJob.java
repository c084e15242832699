package anbinh.mediation.dispute;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Erases the content of mediations some years after the end, hourly.
@Component
@OnlyWhenServing
class MediationRetentionJob extends HourlyJob {
  private final Mediations mediations;

  MediationRetentionJob(Mediations mediations) {
    super("mediations");
    this.mediations = mediations;
  }

  @Override
  protected int some() {
    return mediations.eraseOld();
  }
}
