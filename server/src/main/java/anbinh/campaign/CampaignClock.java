package anbinh.campaign;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Erases who was commended some years after, hourly.
@Component
@OnlyWhenServing
class CampaignClock extends HourlyWork {
  private final CampaignEntries entries;

  CampaignClock(CampaignEntries entries) {
    super("names in campaigns");
    this.entries = entries;
  }

  @Override
  protected int some() {
    return entries.eraseOld();
  }
}
