package anbinh.teamwork.group;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Erases who led a group of households some years after, hourly.
@Component
@OnlyWhenServing
class GroupLeaderRetentionJob extends HourlyJob {
  private final Groups groups;

  GroupLeaderRetentionJob(Groups groups) {
    super("leaders of groups");
    this.groups = groups;
  }

  @Override
  protected int some() {
    return groups.eraseOld();
  }
}
