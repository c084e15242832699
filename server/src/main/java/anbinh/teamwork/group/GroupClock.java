package anbinh.teamwork.group;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Erases who led a group of households some years after, hourly.
@Component
@OnlyWhenServing
class GroupClock extends HourlyWork {
  private final Groups groups;

  GroupClock(Groups groups) {
    super("leaders of groups");
    this.groups = groups;
  }

  @Override
  protected int some() {
    return groups.eraseOld();
  }
}
