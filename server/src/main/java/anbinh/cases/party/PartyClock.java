package anbinh.cases.party;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Seals the records of people at their end and erases them later, hourly.
@Component
@OnlyWhenServing
class PartyClock extends HourlyWork {
  private final Parties parties;

  PartyClock(Parties parties) {
    super("parties");
    this.parties = parties;
  }

  @Override
  protected int some() {
    return parties.keepTime(parties.today());
  }
}
