package anbinh.recording.referral;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.RetentionJob;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Forgets referrals of footage at the end of their retention, hourly. Who referred what to whom
/// stays in the log.
@Component
@OnlyWhenServing
class FootageReferralRetentionJob extends RetentionJob {
  private final FootageReferralTable table;

  FootageReferralRetentionJob(
      FootageReferralTable table, SiteClock clock, ReferralSettings settings) {
    super("footage referrals", clock, settings.retention());
    this.table = table;
  }

  @Override
  protected int delete(Instant before, int most) {
    return table.delete(before, most);
  }
}
