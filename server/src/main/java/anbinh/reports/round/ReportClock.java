package anbinh.reports.round;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Reminds who is late with a report, hourly.
@Component
@OnlyWhenServing
class ReportClock extends HourlyWork {
  private final ReportReminders reminders;

  ReportClock(ReportReminders reminders) {
    super("late reports");
    this.reminders = reminders;
  }

  @Override
  protected int some() {
    return reminders.remind();
  }
}
