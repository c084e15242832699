package anbinh.campaign;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Erases who was commended some years after, hourly.
@Component
@OnlyWhenServing
class CampaignRetentionJob extends HourlyJob {
  private final CampaignEntries entries;

  CampaignRetentionJob(CampaignEntries entries) {
    super("names in campaigns");
    this.entries = entries;
  }

  @Override
  protected int some() {
    return entries.eraseOld();
  }
}
