package anbinh.teamwork.merit;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Erases why people were disciplined some years after it was noted, hourly.
@Component
@OnlyWhenServing
class MeritClock extends HourlyWork {
  private final Merits merits;

  MeritClock(Merits merits) {
    super("discipline in teams");
    this.merits = merits;
  }

  @Override
  protected int some() {
    return merits.eraseOld();
  }
}
