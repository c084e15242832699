package anbinh.mediation.dispute;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Erases the content of mediations some years after the end, hourly.
@Component
@OnlyWhenServing
class MediationClock extends HourlyWork {
  private final Mediations mediations;

  MediationClock(Mediations mediations) {
    super("mediations");
    this.mediations = mediations;
  }

  @Override
  protected int some() {
    return mediations.eraseOld();
  }
}
