package anbinh.campaign;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.campaign.Campaign.Activity;
import anbinh.campaign.Campaign.Commendation;
import anbinh.campaign.Campaign.State;
import anbinh.campaign.CampaignForms.NewActivity;
import anbinh.campaign.CampaignForms.NewCommendation;
import anbinh.campaign.CampaignParts.Of;
import anbinh.identity.Person;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.FoldedText;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has it noted what was done in campaigns and who was commended, and withdrawn what was noted
/// wrongly; rights are the caller's to check. Whatever is sent twice is there once. Safe for many
/// threads.
@Component
public class CampaignEntries {
  private final Campaigns campaigns;
  private final CampaignParts parts;
  private final CampaignSettings settings;
  private final Access access;
  private final AuditLog log;

  CampaignEntries(
      Campaigns campaigns,
      CampaignParts parts,
      CampaignSettings settings,
      Access access,
      AuditLog log) {
    this.campaigns = campaigns;
    this.parts = parts;
    this.settings = settings;
    this.access = access;
    this.log = log;
  }

  @Transactional
  public void note(UUID id, NewActivity requested, Person by) {
    Campaign campaign = campaigns.lockForUpdate(id, State.RUNNING, State.ENDED);
    var problems = new FieldProblems();
    String place = Campaigns.written("place", requested.place(), problems);
    campaigns.day(campaign, requested.on(), problems);
    LocalDate ended = campaign.endedOn();
    if (ended != null && requested.on().isAfter(ended)) {
      problems.reject("on", "campaign-after", ended);
    }
    problems.requireNone();
    var activity =
        new Activity(
            requested.id(),
            requested.kind(),
            requested.on(),
            place,
            WrittenText.orNull(requested.words()),
            requested.attended(),
            requested.households(),
            requested.leaflets(),
            by.id(),
            campaigns.now(),
            null);
    if (isThere(id, parts.findActivity(requested.id()), there -> isSame(there, activity))) {
      return;
    }
    parts.insert(id, activity);
    log.record(
        Campaigns.event(CampaignEvent.ACTIVITY_NOTED, campaign, by)
            .fact("activity", activity.kind())
            .fact("on", activity.on().toString())
            .fact("attended", activity.attended()));
  }

  @Transactional
  public void commend(UUID id, NewCommendation requested, Person by) {
    Campaign campaign = campaigns.lockForUpdate(id, State.RUNNING, State.ENDED, State.REPORTED);
    var problems = new FieldProblems();
    String name = Campaigns.written("name", requested.name(), problems);
    String form = Campaigns.written("form", requested.form(), problems);
    String authority = Campaigns.written("authority", requested.authority(), problems);
    String number = Campaigns.written("number", requested.number(), problems);
    campaigns.day(campaign, requested.on(), problems);
    problems.requireNone();
    if (FoldedText.accentedWords(name).equals(FoldedText.accentedWords(by.displayName()))) {
      throw access.refuse(CampaignProblem.OWN_COMMENDATION, "campaign", id);
    }
    var one =
        new Commendation(
            requested.id(),
            requested.whom(),
            name,
            form,
            authority,
            number,
            requested.on(),
            WrittenText.orNull(requested.signer()),
            by.id(),
            campaigns.now(),
            null);
    if (isThere(id, parts.findCommendation(requested.id()), there -> isSame(there, one))) {
      return;
    }
    parts.insert(id, one);
    log.record(
        Campaigns.event(CampaignEvent.COMMENDED, campaign, by)
            .fact("commendation", one.id())
            .fact("whom", one.whom()));
  }

  /// Whether it was sent before; what differs from it is not taken for the same.
  private static <T> boolean isThere(UUID id, Optional<Of<T>> there, Predicate<T> same) {
    if (there.isEmpty()) {
      return false;
    }
    if (!there.get().campaignId().equals(id) || !same.test(there.get().part())) {
      throw Problem.of(CampaignProblem.CAMPAIGN_ENTRY_THERE);
    }
    return true;
  }

  private static boolean isSame(Activity there, Activity sent) {
    return there.kind() == sent.kind()
        && there.on().equals(sent.on())
        && there.place().equals(sent.place())
        && Objects.equals(there.words(), sent.words())
        && there.attended() == sent.attended()
        && there.households() == sent.households()
        && there.leaflets() == sent.leaflets();
  }

  /// Of an erased name nobody can tell.
  private static boolean isSame(Commendation there, Commendation sent) {
    return there.whom() == sent.whom()
        && (there.name() == null || there.name().equals(sent.name()))
        && there.form().equals(sent.form())
        && there.authority().equals(sent.authority())
        && there.number().equals(sent.number())
        && there.on().equals(sent.on())
        && Objects.equals(there.signer(), sent.signer());
  }

  @Transactional
  public void withdrawActivity(UUID id, UUID activityId, String reason, Person by) {
    Campaign campaign = campaigns.lockForUpdate(id, State.RUNNING, State.ENDED, State.REPORTED);
    Activity activity = part(id, parts.findActivity(activityId));
    String said = withdrawal(campaign, activity.by(), activity.withdrawn(), reason, by);
    parts.withdrawActivity(activityId, said, by.id(), campaigns.now());
    log.record(
        Campaigns.event(CampaignEvent.ACTIVITY_WITHDRAWN, campaign, by)
            .fact("activity", activity.kind())
            .fact("on", activity.on().toString())
            .fact("attended", activity.attended()));
  }

  @Transactional
  public void withdrawCommendation(UUID id, UUID commendationId, String reason, Person by) {
    Campaign campaign = campaigns.lockForUpdate(id, State.RUNNING, State.ENDED, State.REPORTED);
    Commendation one = part(id, parts.findCommendation(commendationId));
    String said = withdrawal(campaign, one.by(), one.withdrawn(), reason, by);
    parts.withdrawCommendation(commendationId, said, by.id(), campaigns.now());
    log.record(
        Campaigns.event(CampaignEvent.COMMENDATION_WITHDRAWN, campaign, by)
            .fact("commendation", commendationId));
  }

  private static <T> T part(UUID id, Optional<Of<T>> found) {
    return found
        .filter(each -> each.campaignId().equals(id))
        .map(Of::part)
        .orElseThrow(() -> Problem.of(CampaignProblem.NO_SUCH_CAMPAIGN_ENTRY));
  }

  /// The reason as it is kept, of what still counts, by who noted it or may manage the campaign.
  private String withdrawal(
      Campaign campaign, UUID notedBy, @Nullable String withdrawn, String reason, Person by) {
    if (!notedBy.equals(by.id())) {
      campaigns.requireManager(campaign, by);
    }
    if (withdrawn != null) {
      throw Problem.of(CampaignProblem.CAMPAIGN_ENTRY_OVER);
    }
    var problems = new FieldProblems();
    String said = Campaigns.written("reason", reason, problems);
    problems.requireNone();
    return said;
  }

  /// Erases the names of people who were commended long ago.
  ///
  /// @return how many
  @Transactional
  public int eraseOld() {
    List<UUID> erased =
        parts.eraseBefore(campaigns.now().minus(settings.keepNames()), campaigns.now());
    if (!erased.isEmpty()) {
      log.record(
          Event.of(CampaignEvent.NAMES_ERASED)
              .about("campaign-commendations", erased.getFirst(), null)
              .fact("commendations", erased));
    }
    return erased.size();
  }
}
