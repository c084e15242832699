package anbinh.community.measure.register;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Seals measures the day after their end and erases them later, hourly.
@Component
@OnlyWhenServing
class MeasureClock extends HourlyWork {
  private final Measures measures;

  MeasureClock(Measures measures) {
    super("measures");
    this.measures = measures;
  }

  @Override
  protected int some() {
    return measures.keepTime();
  }
}
