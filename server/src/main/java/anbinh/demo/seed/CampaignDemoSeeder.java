package anbinh.demo.seed;

import anbinh.campaign.Campaign.Activity;
import anbinh.campaign.Campaign.Language;
import anbinh.campaign.CampaignEntries;
import anbinh.campaign.CampaignForms.CampaignDecision;
import anbinh.campaign.CampaignForms.NewActivity;
import anbinh.campaign.CampaignForms.NewCampaign;
import anbinh.campaign.CampaignForms.NewMessage;
import anbinh.campaign.CampaignForms.Outcome;
import anbinh.campaign.CampaignTable;
import anbinh.campaign.Campaigns;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.SearchTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes a campaign of a demonstration, labelled as simulated.
@Component
class CampaignDemoSeeder {
  private final Campaigns campaigns;
  private final CampaignEntries entries;
  private final CampaignTable table;
  private final Ids ids;

  CampaignDemoSeeder(Campaigns campaigns, CampaignEntries entries, CampaignTable table, Ids ids) {
    this.campaigns = campaigns;
    this.entries = entries;
    this.table = table;
    this.ids = ids;
  }

  /// One that runs, for a commune that has none.
  @Transactional
  public void make(UUID communeId, Person partner, Person chair) {
    if (table.count(table.filter(List.of(communeId), null, SearchTerms.NONE), 1) > 0) {
      return;
    }
    LocalDate today = campaigns.today();
    LocalDate from = today.minusDays(14);
    UUID id =
        campaigns
            .propose(
                new NewCampaign(
                    ids.next(),
                    communeId,
                    "Toàn dân tham gia phòng cháy, chữa cháy (mô phỏng)",
                    "Mỗi hộ có một bình chữa cháy và biết lối thoát thứ hai.",
                    from,
                    today.plusDays(30),
                    null,
                    List.of("Hội Phụ nữ xã", "Đoàn Thanh niên xã")),
                partner)
            .id();
    campaigns.say(
        id,
        new NewMessage(Language.VI, "Khóa van ga, tắt bếp trước khi ngủ. Cháy gọi 114."),
        partner);
    campaigns.say(
        id,
        new NewMessage(
            Language.EN, "Close the gas and put the fire out before you sleep. Fire: call 114."),
        partner);
    campaigns.decide(
        id,
        new CampaignDecision(3, Outcome.ACCEPTED, null, "MP-21/KH-UBND", from, chair.displayName()),
        chair);
    entries.note(
        id,
        new NewActivity(
            ids.next(),
            Activity.Kind.MEETING,
            today.minusDays(7),
            "Nhà văn hóa thôn",
            "Họp dân, hướng dẫn dùng bình chữa cháy",
            84,
            70,
            100),
        partner);
  }
}
