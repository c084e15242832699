package anbinh.notification.inbox;

import anbinh.notification.NotificationSettings;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.RetentionJob;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Deletes notifications at the end of their retention.
@Component
@OnlyWhenServing
class NotificationRetentionJob extends RetentionJob {
  private final NotificationTable table;

  NotificationRetentionJob(
      NotificationTable table, NotificationSettings settings, SiteClock clock) {
    super("notification retention", clock, settings.keep());
    this.table = table;
  }

  @Override
  protected int delete(Instant before, int most) {
    return table.deleteBefore(before, most);
  }
}
