package anbinh.measure.register;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Lets papers hold or lapse that nobody answered, seals measures the day after their end and
/// erases them later, hourly.
@Component
@OnlyWhenServing
class MeasureDeadlineJob extends HourlyJob {
  private final Measures measures;
  private final MeasureErasure erasure;

  MeasureDeadlineJob(Measures measures, MeasureErasure erasure) {
    super("measures");
    this.measures = measures;
    this.erasure = erasure;
  }

  @Override
  protected int some() {
    return measures.settle() + erasure.keepTime();
  }
}
