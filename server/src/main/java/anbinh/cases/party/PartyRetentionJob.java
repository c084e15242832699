package anbinh.cases.party;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Seals the records of people at their end and erases them later, hourly.
@Component
@OnlyWhenServing
class PartyRetentionJob extends HourlyJob {
  private final Parties parties;

  PartyRetentionJob(Parties parties) {
    super("parties");
    this.parties = parties;
  }

  @Override
  protected int some() {
    return parties.keepTime(parties.today());
  }
}
