package anbinh.community.campaign;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Erases who was commended some years after, hourly.
@Component
@OnlyWhenServing
class CampaignClock extends HourlyWork {
  private final Campaigns campaigns;

  CampaignClock(Campaigns campaigns) {
    super("names in campaigns");
    this.campaigns = campaigns;
  }

  @Override
  protected int some() {
    return campaigns.eraseOld();
  }
}
