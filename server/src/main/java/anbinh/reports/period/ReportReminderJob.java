package anbinh.reports.period;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Reminds who is late with a report, hourly.
@Component
@OnlyWhenServing
class ReportReminderJob extends HourlyJob {
  private final ReportReminders reminders;

  ReportReminderJob(ReportReminders reminders) {
    super("late reports");
    this.reminders = reminders;
  }

  @Override
  protected int some() {
    return reminders.remind();
  }
}
