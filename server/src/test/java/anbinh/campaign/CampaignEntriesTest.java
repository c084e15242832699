package anbinh.campaign;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.campaign.Campaign.Activity;
import anbinh.campaign.Campaign.Activity.Kind;
import anbinh.campaign.Campaign.Commendation;
import anbinh.campaign.Campaign.Commendation.Whom;
import anbinh.campaign.Campaign.State;
import anbinh.campaign.CampaignForms.NewActivity;
import anbinh.campaign.CampaignForms.NewCommendation;
import anbinh.campaign.CampaignParts.Of;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.FakeShortCodes;
import anbinh.testing.ThrownProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is noted of a campaign on which days, what is sent twice, and who withdraws what.
class CampaignEntriesTest {
  private static final UUID CAMPAIGN = new UUID(7, 1);
  private static final UUID OTHER = new UUID(7, 2);
  private static final UUID ENTRY = new UUID(7, 3);
  private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
  private static final Instant NOW = Instant.parse("2026-05-10T08:00:00Z");

  private final Person keeper = person(1, COMMUNE, Role.PARTNER);
  private final Person noter = person(2, COMMUNE, Role.PARTNER);
  private final Person officer = person(3, COMMUNE, Role.COMMUNITY_OFFICER);
  private final Person strangeOfficer = person(4, OTHER_COMMUNE, Role.COMMUNITY_OFFICER);

  private final AccessFixture access = new AccessFixture();
  private final RecordedLog log = new RecordedLog();
  private final FakeTable table = new FakeTable();
  private final FakeParts parts = new FakeParts();
  private final SiteClock clock = new SiteClock(() -> NOW, new Site("x", ZoneOffset.UTC, false));
  private final Campaigns campaigns =
      new Campaigns(
          table,
          parts,
          new FakeAreas(),
          new FakePeople(),
          access.access(),
          new FakeShortCodes(),
          new Ids(() -> NOW, new Random(1)),
          clock,
          log);
  private final CampaignEntries entries =
      new CampaignEntries(
          campaigns, parts, new CampaignSettings(Duration.ofDays(1826)), access.access(), log);

  @AfterEach
  void signOut() {
    access.close();
  }

  private void campaign(State state, @Nullable LocalDate endedOn) {
    for (UUID id : List.of(CAMPAIGN, OTHER)) {
      table.all.put(
          id,
          new Campaign(
              id,
              "CD-2026-0001",
              COMMUNE,
              "Tháng cao điểm",
              "Phòng ngừa",
              FROM,
              LocalDate.of(2026, 6, 30),
              List.of(),
              List.of(),
              state,
              keeper.id(),
              NOW,
              null,
              endedOn,
              1));
    }
  }

  private static NewActivity activity(LocalDate on, int attended) {
    return new NewActivity(ENTRY, Kind.MEETING, on, " Nhà văn hóa ", null, attended, 20, 100);
  }

  private void note(NewActivity requested) {
    entries.note(CAMPAIGN, requested, noter);
  }

  private static NewCommendation commendation(String name, @Nullable String signer) {
    return new NewCommendation(
        ENTRY, Whom.PERSON, name, "Giấy khen", "UBND xã", "12/QĐ", TODAY, signer);
  }

  private void commend(NewCommendation requested) {
    access.signIn(noter);
    entries.commend(CAMPAIGN, requested, noter);
  }

  @Test
  void anActivityIsOfADayFromTheFirstOneUntilToday() {
    campaign(State.RUNNING, null);
    assertThat(ThrownProblem.fields(() -> note(activity(FROM.minusDays(1), 30))))
        .containsExactly("on campaign-before");
    assertThat(ThrownProblem.fields(() -> note(activity(TODAY.plusDays(1), 30))))
        .containsExactly("on past-or-present");
    note(activity(FROM, 30));
    assertThat(parts.activity().place()).isEqualTo("Nhà văn hóa");
  }

  @Test
  void afterItsLastDayNothingWasDone() {
    LocalDate last = LocalDate.of(2026, 5, 1);
    campaign(State.ENDED, last);
    assertThat(ThrownProblem.fields(() -> note(activity(last.plusDays(1), 30))))
        .containsExactly("on campaign-after");
    note(activity(last, 30));
  }

  @Test
  void activitiesAreNotedUntilItIsReportedAndCommendationsAlsoAfterwards() {
    for (State each : List.of(State.PLANNED, State.REFUSED, State.REPORTED)) {
      campaign(each, null);
      assertThat(ThrownProblem.code(() -> note(activity(TODAY, 30))))
          .as(each.name())
          .isEqualTo(CampaignProblem.CAMPAIGN_STATE);
    }
    commend(commendation("Trần Thị Bình", null));
    assertThat(parts.commendations).hasSize(1);
  }

  @Test
  void whatIsSentTwiceIsThereOnceAndCountedOnce() {
    campaign(State.RUNNING, null);
    note(activity(TODAY, 30));
    note(activity(TODAY, 30));
    assertThat(log.types()).containsExactly(CampaignEvent.ACTIVITY_NOTED);
    assertThat(ThrownProblem.code(() -> note(activity(TODAY, 31))))
        .as("with other numbers")
        .isEqualTo(CampaignProblem.CAMPAIGN_ENTRY_THERE);
    assertThat(ThrownProblem.code(() -> entries.note(OTHER, activity(TODAY, 30), noter)))
        .as("in another campaign")
        .isEqualTo(CampaignProblem.CAMPAIGN_ENTRY_THERE);
    assertThat(parts.activity().attended()).isEqualTo(30);
  }

  @Test
  void aCommendationThatDiffersInAnythingIsNotTakenForTheSame() {
    campaign(State.RUNNING, null);
    commend(commendation("Trần Thị Bình", "Chủ tịch"));
    commend(commendation(" Trần Thị Bình ", "Chủ tịch"));
    assertThat(parts.commendations).hasSize(1);
    for (NewCommendation each :
        List.of(
            commendation("Trần Thị Bính", "Chủ tịch"),
            commendation("Trần Thị Bình", "Phó Chủ tịch"),
            commendation("Trần Thị Bình", null))) {
      assertThat(ThrownProblem.code(() -> commend(each)))
          .isEqualTo(CampaignProblem.CAMPAIGN_ENTRY_THERE);
    }
  }

  @Test
  void ofAnErasedNameNobodyCanTellWhetherItIsTheSame() {
    campaign(State.RUNNING, null);
    commend(commendation("Trần Thị Bình", null));
    parts.erase();
    commend(commendation("Trần Thị Bình", null));
    assertThat(parts.commendations).hasSize(1);
    assertThat(parts.commendations.values())
        .as("and it stays erased")
        .allSatisfy(each -> assertThat(each.part().name()).isNull());
  }

  @Test
  void nobodyCommendsThemselvesHoweverTheirNameIsWritten() {
    campaign(State.RUNNING, null);
    for (String each : List.of(noter.displayName(), noter.displayName().toUpperCase(Locale.ROOT))) {
      access.signIn(noter);
      assertThat(ThrownProblem.code(() -> commend(commendation(each, null))))
          .as(each)
          .isEqualTo(CampaignProblem.OWN_COMMENDATION);
    }
    assertThat(access.refused()).hasSize(2);
    assertThat(parts.commendations).isEmpty();
  }

  private void withdraw(Person by) {
    access.signIn(by);
    entries.withdrawActivity(CAMPAIGN, ENTRY, " Nhầm số người. ", by);
  }

  @Test
  void whatWasNotedIsWithdrawnByWhoNotedItAndByWhoManagesTheCampaign() {
    for (Person each : List.of(noter, keeper, officer)) {
      campaign(State.RUNNING, null);
      parts.activities.clear();
      note(activity(TODAY, 30));
      withdraw(each);
      assertThat(parts.activity().withdrawn()).as(each.username()).isEqualTo("Nhầm số người.");
    }
  }

  @Test
  void nobodyElseWithdrawsIt() {
    campaign(State.RUNNING, null);
    note(activity(TODAY, 30));
    Person colleague = person(9, COMMUNE, Role.PARTNER);
    for (Person each : List.of(colleague, strangeOfficer)) {
      assertThat(ThrownProblem.code(() -> withdraw(each)))
          .as(each.username())
          .isEqualTo(CampaignProblem.NOT_YOUR_CAMPAIGN);
    }
    assertThat(access.refused()).hasSize(2);
    assertThat(parts.activity().withdrawn()).isNull();
  }

  @Test
  void itIsWithdrawnOnceWithAReasonAndWhereItIs() {
    campaign(State.RUNNING, null);
    note(activity(TODAY, 30));
    assertThat(
            ThrownProblem.fields(() -> entries.withdrawActivity(CAMPAIGN, ENTRY, "\u00a0 ", noter)))
        .containsExactly("reason required");
    assertThat(ThrownProblem.code(() -> entries.withdrawActivity(OTHER, ENTRY, "Nhầm.", noter)))
        .as("of another campaign")
        .isEqualTo(CampaignProblem.NO_SUCH_CAMPAIGN_ENTRY);
    withdraw(noter);
    assertThat(ThrownProblem.code(() -> withdraw(noter)))
        .isEqualTo(CampaignProblem.CAMPAIGN_ENTRY_OVER);
    note(activity(TODAY, 30));
    assertThat(parts.activity().withdrawn())
        .as("and does not come back when a phone sends it again")
        .isNotNull();
  }

  @Test
  void aCommendationIsWithdrawnLikewiseAlsoOfAReportedCampaign() {
    campaign(State.REPORTED, null);
    commend(commendation("Trần Thị Bình", null));
    access.signIn(strangeOfficer);
    assertThat(
            ThrownProblem.code(
                () -> entries.withdrawCommendation(CAMPAIGN, ENTRY, "Nhầm.", strangeOfficer)))
        .isEqualTo(CampaignProblem.NOT_YOUR_CAMPAIGN);
    entries.withdrawCommendation(CAMPAIGN, ENTRY, "Nhầm.", officer);
    assertThat(log.types())
        .containsExactly(CampaignEvent.COMMENDED, CampaignEvent.COMMENDATION_WITHDRAWN);
  }

  @Test
  void namesAreErasedAfterTheirTimeAndTheLogSaysOfWhich() {
    assertThat(entries.eraseOld()).isZero();
    assertThat(log.events()).as("nothing was erased").isEmpty();
    parts.erased.add(ENTRY);
    assertThat(entries.eraseOld()).isEqualTo(1);
    assertThat(parts.before).isEqualTo(NOW.minus(Duration.ofDays(1826)));
    assertThat(log.types()).containsExactly(CampaignEvent.NAMES_ERASED);
  }

  /// Campaigns in memory; CampaignsIT runs the real table.
  private static final class FakeTable extends CampaignTable {
    private final Map<UUID, Campaign> all = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeTable() {
      super(null, null);
    }

    @Override
    Optional<Campaign> findForUpdate(UUID id) {
      return Optional.ofNullable(all.get(id));
    }
  }

  /// What belongs to campaigns, in memory; CampaignsIT runs the real table.
  private static final class FakeParts extends CampaignParts {
    private final Map<UUID, Of<Activity>> activities = new LinkedHashMap<>();
    private final Map<UUID, Of<Commendation>> commendations = new LinkedHashMap<>();
    private final List<UUID> erased = new ArrayList<>();
    private @Nullable Instant before;

    @SuppressWarnings("NullAway") // there is no database
    FakeParts() {
      super(null);
    }

    Activity activity() {
      return activities.values().iterator().next().part();
    }

    void erase() {
      commendations.replaceAll((_, of) -> new Of<>(of.campaignId(), named(of.part(), null)));
    }

    private static Commendation named(Commendation of, @Nullable String withdrawn) {
      return new Commendation(
          of.id(),
          of.whom(),
          withdrawn == null ? null : of.name(),
          of.form(),
          of.authority(),
          of.number(),
          of.on(),
          of.signer(),
          of.by(),
          of.at(),
          withdrawn);
    }

    @Override
    Optional<Of<Activity>> findActivity(UUID id) {
      return Optional.ofNullable(activities.get(id));
    }

    @Override
    Optional<Of<Commendation>> findCommendation(UUID id) {
      return Optional.ofNullable(commendations.get(id));
    }

    @Override
    void insert(UUID campaign, Activity activity) {
      activities.put(activity.id(), new Of<>(campaign, activity));
    }

    @Override
    void insert(UUID campaign, Commendation one) {
      commendations.put(one.id(), new Of<>(campaign, one));
    }

    @Override
    void withdrawActivity(UUID id, String reason, UUID by, Instant at) {
      activities.computeIfPresent(
          id,
          (_, of) -> {
            Activity was = of.part();
            return new Of<>(
                of.campaignId(),
                new Activity(
                    id,
                    was.kind(),
                    was.on(),
                    was.place(),
                    was.words(),
                    was.attended(),
                    was.households(),
                    was.leaflets(),
                    was.by(),
                    was.at(),
                    reason));
          });
    }

    @Override
    void withdrawCommendation(UUID id, String reason, UUID by, Instant at) {
      commendations.computeIfPresent(
          id, (_, of) -> new Of<>(of.campaignId(), named(of.part(), reason)));
    }

    @Override
    List<UUID> eraseBefore(Instant moment, Instant now) {
      before = moment;
      return List.copyOf(erased);
    }
  }
}
