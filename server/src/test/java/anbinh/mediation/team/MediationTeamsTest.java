package anbinh.mediation.team;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.team.Mediator.EndOfOffice;
import anbinh.mediation.team.Mediator.MediatorState;
import anbinh.mediation.team.TeamReview.Proposal;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who becomes a mediator, who leads, whose account is theirs, and who may say so; MediationsIT has
/// roles, areas and the database.
class MediationTeamsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private final Person front = person(1, COMMUNE, Role.PARTNER);
  private final Person chair = person(2, COMMUNE, Role.CHAIR);
  private final Person leader = person(3, VILLAGE, Role.MEDIATOR);
  private final Person colleague = person(4, VILLAGE, Role.MEDIATOR);
  private final Person head = person(5, VILLAGE, Role.VILLAGE_HEAD);
  private final AccessFixture fixture = new AccessFixture();
  private final FakePeople people = new FakePeople();
  private final FakeTeams table = new FakeTeams();
  private final Releases releases = new Releases();
  private final FakeAreas areas = FakeAreas.withCommunes();
  private final RecordedLog log = new RecordedLog();
  private final InstantSource source = InstantSource.fixed(NOW);
  private final MediationTeams teams =
      new MediationTeams(
          table,
          releases,
          areas,
          fixture.access(),
          people,
          new Ids(source, new Random(1)),
          new SiteClock(source, new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true)),
          log);

  private static final class Releases extends ReleaseTable {
    private final Map<UUID, Release> pending = new HashMap<>();
    private final List<TeamReview> reviews = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no database
    Releases() {
      super(null);
    }

    @Override
    void insert(Release release) {
      pending.put(release.mediatorId(), release);
    }

    @Override
    Optional<Release> findPending(UUID mediator) {
      return Optional.ofNullable(pending.get(mediator));
    }

    @Override
    Map<UUID, Release> pending(Collection<UUID> mediators) {
      return Map.copyOf(pending);
    }

    @Override
    void decide(UUID id, @Nullable String refusal, UUID by, Instant now) {
      pending.values().removeIf(each -> each.id().equals(id));
    }

    @Override
    boolean insert(TeamReview review) {
      return reviews.stream()
              .noneMatch(
                  each -> each.teamId().equals(review.teamId()) && each.year() == review.year())
          && reviews.add(review);
    }
  }

  @BeforeEach
  void people() {
    List.of(front, chair, leader, colleague, head).forEach(people::add);
    fixture.signIn(chair);
  }

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private static NewMediator elected(String name, boolean leads, @Nullable UUID account) {
    return new NewMediator(name, leads, leads, 80, account);
  }

  private static Election election() {
    return new Election(Election.Form.SECRET_BALLOT, TODAY.minusDays(5), 120, 9);
  }

  private static LeaderElection led() {
    return new LeaderElection(LeaderElection.Form.OPEN_VOTE, TODAY.minusDays(4), 3, 2);
  }

  private static NewMediationTeam requested(UUID village, NewMediator... mediators) {
    return new NewMediationTeam(village, false, election(), led(), List.of(mediators));
  }

  private NewMediationTeam three() {
    return requested(
        VILLAGE,
        elected("Trịnh Thị Nga", true, leader.id()),
        elected("Hà Văn Sơn", false, colleague.id()),
        elected("Lê Xuân Tùng", false, null));
  }

  private MediationTeam recognised() {
    UUID id = teams.propose(three(), front).id();
    return teams.recognise(id, "12/QĐ-UBND", TODAY, chair);
  }

  private static UUID idOf(MediationTeam team, String name) {
    return team.mediators().stream()
        .filter(each -> each.name().equals(name))
        .map(Mediator::id)
        .findFirst()
        .orElseThrow();
  }

  private MediationTeam now(MediationTeam team) {
    return table.find(team.id()).orElseThrow();
  }

  private static void assertRefused(MediationProblem why, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried))
        .isNotNull()
        .extracting(Problem::code)
        .isEqualTo(why);
  }

  private static List<String> wrong(ThrowingCallable tried) {
    return catchThrowableOfType(Problem.class, tried).fields().stream()
        .map(FieldProblem::code)
        .toList();
  }

  @Test
  void whoIsElectedMediatesOnceTheChairRecognisedThem() {
    MediationTeam proposed = teams.propose(three(), front);
    assertThat(proposed.serving()).isEmpty();
    assertThat(proposed.waiting()).hasSize(3);
    MediationTeam team = teams.recognise(proposed.id(), " 12/QĐ-UBND ", TODAY, chair);
    assertThat(team.serving()).hasSize(3);
    assertThat(team.findLeader().orElseThrow().name()).isEqualTo("Trịnh Thị Nga");
    assertThat(team.gaps()).isEmpty();
    assertThat(log.types())
        .containsExactly(MediationEvent.TEAM_PROPOSED, MediationEvent.TEAM_RECOGNISED);
    assertThat(log.last(MediationEvent.TEAM_PROPOSED).facts().toString()).doesNotContain("Nga");
  }

  @Test
  void nobodyDecidesWhatTheyProposedBeItByAnotherAccount() {
    UUID id = teams.propose(three(), front).id();
    people.same(front, chair);
    assertRefused(
        MediationProblem.OWN_PROPOSAL, () -> teams.recognise(id, "12/QĐ-UBND", TODAY, front));
    assertRefused(
        MediationProblem.OWN_PROPOSAL, () -> teams.recognise(id, "12/QĐ-UBND", TODAY, chair));
    assertRefused(MediationProblem.OWN_PROPOSAL, () -> teams.refuse(id, "Chưa đủ.", chair));
    assertThat(table.find(id).orElseThrow().serving()).isEmpty();
    assertThat(fixture.refused()).hasSize(3);
  }

  @Test
  void whoProposedOneOfThoseWhoWaitDecidesAboutNone() {
    MediationTeam team = recognised();
    teams.propose(team.id(), elected("Phạm Thị Lan", false, null), election(), null, front);
    teams.propose(team.id(), elected("Bùi Văn Dũng", false, null), election(), null, chair);
    assertRefused(
        MediationProblem.OWN_PROPOSAL,
        () -> teams.recognise(team.id(), "13/QĐ-UBND", TODAY, chair));
    assertThat(MediationTeams.mayDecide(now(team), Set.of(chair.id()))).isFalse();
    assertThat(MediationTeams.mayDecide(now(team), Set.of(head.id()))).isTrue();
  }

  @Test
  void whatIsDecidedIsNotDecidedAgain() {
    MediationTeam team = recognised();
    assertThat(MediationTeams.mayDecide(team, Set.of())).isFalse();
    assertRefused(
        MediationProblem.NOTHING_PROPOSED,
        () -> teams.recognise(team.id(), "13/QĐ-UBND", TODAY, chair));
    assertRefused(MediationProblem.NOTHING_PROPOSED, () -> teams.refuse(team.id(), "Muộn.", chair));
    assertRefused(
        MediationProblem.NO_SUCH_MEDIATION_TEAM,
        () -> teams.recognise(new UUID(0, 9), "13/QĐ-UBND", TODAY, chair));
  }

  @Test
  void aTeamNeedsAWomanOneLeaderAndVotesOfMoreThanHalf() {
    var man = new NewMediator("Hà Văn Sơn", false, true, 60, null);
    var second = new NewMediator("Lê Xuân Tùng", false, true, 121, null);
    assertThat(wrong(() -> teams.propose(requested(VILLAGE, man, second, man), front)))
        .containsExactlyInAnyOrder(
            "woman-missing",
            "one-leader",
            "named-twice",
            "election-votes-few",
            "election-votes-few",
            "election-votes-more");
    var none = requested(VILLAGE, elected("A", true, null), elected("B", true, null));
    assertThat(wrong(() -> teams.propose(none, front))).contains("one-leader");
  }

  @Test
  void aTeamIsOneOfAVillageThatThereIsToday() {
    for (UUID none : List.of(COMMUNE, new UUID(1, 77))) {
      var there = requested(none, three().mediators().toArray(NewMediator[]::new));
      assertThat(wrong(() -> teams.propose(there, front))).contains("no-village");
    }
    areas.end(VILLAGE);
    assertThat(wrong(() -> teams.propose(three(), front))).containsExactly("no-village");
  }

  @Test
  void aVillageHasOneTeam() {
    teams.propose(three(), front);
    assertRefused(MediationProblem.MEDIATION_TEAM_EXISTS, () -> teams.propose(three(), front));
  }

  @Test
  void anAccountIsAMediatorsOfTheVillageAndOfOneMediator() {
    Person far = people.add(person(7, OTHER_COMMUNE, Role.MEDIATOR));
    for (UUID account : List.of(head.id(), far.id(), new UUID(2, 77))) {
      var there =
          requested(
              VILLAGE,
              elected("Trịnh Thị Nga", true, account),
              elected("Hà Văn Sơn", false, null),
              elected("Lê Xuân Tùng", false, null));
      assertThat(wrong(() -> teams.propose(there, front))).containsExactly("no-mediators-account");
    }
    var twice =
        requested(
            VILLAGE,
            elected("Trịnh Thị Nga", true, leader.id()),
            elected("Hà Văn Sơn", false, leader.id()),
            elected("Lê Xuân Tùng", false, null));
    assertThat(wrong(() -> teams.propose(twice, front))).containsExactly("account-twice");
  }

  @Test
  void whoIsProposedLaterIsNobodyWhoServesOrWaits() {
    MediationTeam team = recognised();
    var again = elected("TRỊNH THỊ NGA", false, leader.id());
    assertThat(wrong(() -> teams.propose(team.id(), again, election(), null, front)))
        .containsExactly("named-twice", "account-twice");
    var lan = elected("Phạm Thị Lan", false, null);
    teams.propose(team.id(), lan, election(), null, front);
    assertThat(wrong(() -> teams.propose(team.id(), lan, election(), null, front)))
        .containsExactly("named-twice");
    teams.refuse(team.id(), "Chưa đủ.", chair);
    assertThat(teams.propose(team.id(), lan, election(), null, front).waiting())
        .as("who was refused may be elected again")
        .hasSize(1);
  }

  @Test
  void aNewLeaderIsElectedByTheMediatorsAndTakesThePlaceOfTheOneBefore() {
    MediationTeam team = recognised();
    var lan = elected("Phạm Thị Lan", true, null);
    assertThat(wrong(() -> teams.propose(team.id(), lan, election(), null, front)))
        .containsExactly("leader-election-missing");
    var plain = elected("Bùi Văn Dũng", false, null);
    assertThat(wrong(() -> teams.propose(team.id(), plain, election(), led(), front)))
        .containsExactly("leader-election-missing");
    teams.propose(team.id(), lan, election(), led(), front);
    assertThat(now(team).findLeader().orElseThrow().name())
        .as("until the chair decides")
        .isEqualTo("Trịnh Thị Nga");
    teams.recognise(team.id(), "13/QĐ-UBND", TODAY, chair);
    assertThat(now(team).serving()).filteredOn(Mediator::leader).hasSize(1);
    assertThat(now(team).findLeader().orElseThrow().name()).isEqualTo("Phạm Thị Lan");
  }

  @Test
  void whoLeadsServesAndWasElectedByMoreThanHalf() {
    MediationTeam team = recognised();
    UUID son = idOf(team, "Hà Văn Sơn");
    var few = new LeaderElection(LeaderElection.Form.OPEN_VOTE, TODAY, 1, 1);
    assertThat(wrong(() -> teams.lead(team.id(), son, few, "14/QĐ-UBND", TODAY, chair)))
        .containsExactly("leader-voters-few");
    var early = new LeaderElection(LeaderElection.Form.OPEN_VOTE, TODAY.minusDays(6), 3, 2);
    assertThat(wrong(() -> teams.lead(team.id(), son, early, "14/QĐ-UBND", TODAY, chair)))
        .as("before they were elected a mediator")
        .containsExactly("leader-election-day");
    assertRefused(
        MediationProblem.NO_SUCH_MEDIATOR,
        () -> teams.lead(team.id(), new UUID(6, 9), led(), "14/QĐ-UBND", TODAY, chair));
    MediationTeam after = teams.lead(team.id(), son, led(), "14/QĐ-UBND", TODAY, chair);
    assertThat(after.findLeader().orElseThrow().id()).isEqualTo(son);
    assertThat(after.serving()).filteredOn(Mediator::leader).hasSize(1);
  }

  @Test
  void nothingIsDecidedOnADayToCome() {
    UUID id = teams.propose(three(), front).id();
    LocalDate tomorrow = TODAY.plusDays(1);
    assertThat(wrong(() -> teams.recognise(id, "12/QĐ-UBND", tomorrow, chair)))
        .containsExactly("past-or-present");
    MediationTeam team = teams.recognise(id, "12/QĐ-UBND", TODAY, chair);
    UUID son = idOf(team, "Hà Văn Sơn");
    assertThat(wrong(() -> teams.lead(id, son, led(), "14/QĐ-UBND", tomorrow, chair)))
        .containsExactly("past-or-present");
    assertThat(wrong(() -> teams.end(id, son, "14/QĐ-UBND", tomorrow, chair)))
        .containsExactly("past-or-present");
  }

  @Test
  void aTeamThatLacksWhatTheLawWantsIsNotRecognised() {
    NewMediationTeam minority =
        new NewMediationTeam(VILLAGE, true, election(), led(), three().mediators());
    UUID id = teams.propose(minority, front).id();
    Problem problem =
        catchThrowableOfType(Problem.class, () -> teams.recognise(id, "12/QĐ-UBND", TODAY, chair));
    assertThat(problem.code()).isEqualTo(MediationProblem.MEDIATION_TEAM_INCOMPLETE);
    assertThat(problem.extensions()).containsEntry("gaps", Set.of(MediationTeam.Gap.MINORITY));
    teams.noteRepresentation(id, true, head);
    assertThat(teams.recognise(id, "12/QĐ-UBND", TODAY, chair).serving()).hasSize(3);
  }

  @Test
  void anotherPersonsAccountIsNotBoundOnceSomebodysWas() {
    MediationTeam team = recognised();
    UUID nga = idOf(team, "Trịnh Thị Nga");
    Person other = people.add(person(8, VILLAGE, Role.MEDIATOR));
    assertThat(wrong(() -> teams.bind(team.id(), nga, other.id(), front)))
        .containsExactly("account-of-another");
    teams.bind(team.id(), nga, null, front);
    assertThat(wrong(() -> teams.bind(team.id(), nga, other.id(), front)))
        .as("nor after it was taken away")
        .containsExactly("account-of-another");
    people.same(leader, other);
    teams.bind(team.id(), nga, other.id(), front);
    assertThat(now(team).findLeader().orElseThrow().personId()).isEqualTo(other.id());
  }

  @Test
  void anAccountIsBoundToOneMediatorAlone() {
    MediationTeam team = recognised();
    UUID tung = idOf(team, "Lê Xuân Tùng");
    assertThat(wrong(() -> teams.bind(team.id(), tung, leader.id(), front)))
        .containsExactly("account-twice");
    assertThat(wrong(() -> teams.bind(team.id(), tung, head.id(), front)))
        .containsExactly("no-mediators-account");
    Person third = people.add(person(8, VILLAGE, Role.MEDIATOR));
    var lan = elected("Phạm Thị Lan", false, third.id());
    teams.propose(team.id(), lan, election(), null, front);
    assertThat(wrong(() -> teams.bind(team.id(), tung, third.id(), front)))
        .as("nor is that of somebody who waits")
        .containsExactly("account-twice");
  }

  @Test
  void noAccountIsBoundToWhoDoesNotServe() {
    UUID id = teams.propose(three(), front).id();
    UUID tung = idOf(table.find(id).orElseThrow(), "Lê Xuân Tùng");
    assertRefused(
        MediationProblem.NO_SUCH_MEDIATOR, () -> teams.bind(id, tung, colleague.id(), front));
  }

  @Test
  void aReleaseIsAskedForByThemselfWhoLeadsTheHeadOrTheFront() {
    MediationTeam team = recognised();
    UUID nga = idOf(team, "Trịnh Thị Nga");
    UUID son = idOf(team, "Hà Văn Sơn");
    UUID tung = idOf(team, "Lê Xuân Tùng");
    Person stranger = people.add(person(8, VILLAGE, Role.MEDIATOR));
    for (Person none : List.of(stranger, colleague)) {
      assertRefused(
          MediationProblem.NOT_YOUR_RELEASE,
          () -> teams.requestRelease(team.id(), tung, EndOfOffice.CRITERIA, "Đi xa.", none));
    }
    assertRefused(
        MediationProblem.NOT_YOUR_RELEASE,
        () -> teams.requestRelease(team.id(), son, EndOfOffice.BREACH, "Lý do.", colleague));
    assertRefused(
        MediationProblem.NOT_YOUR_RELEASE,
        () -> teams.requestRelease(team.id(), nga, EndOfOffice.BREACH, "Lý do.", leader));
    teams.requestRelease(team.id(), son, EndOfOffice.OWN_WISH, "Đi xa.", colleague);
    teams.requestRelease(team.id(), tung, EndOfOffice.BREACH, "Lý do.", leader);
    teams.requestRelease(team.id(), nga, EndOfOffice.CRITERIA, "Lý do.", head);
    assertThat(releases.pending).hasSize(3);
    assertRefused(
        MediationProblem.RELEASE_WAITS,
        () -> teams.requestRelease(team.id(), son, EndOfOffice.BREACH, "Lý do.", front));
  }

  @Test
  void aHeadOfAnotherVillageAsksForNobodysRelease() {
    areas.add(new UUID(1, 5), "C-1-2", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    MediationTeam team = recognised();
    UUID son = idOf(team, "Hà Văn Sơn");
    Person far = people.add(person(8, OTHER_COMMUNE, Role.VILLAGE_HEAD, Role.PARTNER));
    assertRefused(
        MediationProblem.NOT_YOUR_RELEASE,
        () -> teams.requestRelease(team.id(), son, EndOfOffice.BREACH, "Lý do.", far));
  }

  @Test
  void nobodyIsReleasedUnaskedOrByWhoAsked() {
    MediationTeam team = recognised();
    UUID son = idOf(team, "Hà Văn Sơn");
    assertRefused(
        MediationProblem.NO_RELEASE, () -> teams.end(team.id(), son, "15/QĐ-UBND", TODAY, chair));
    teams.requestRelease(team.id(), son, EndOfOffice.BREACH, "Lý do.", front);
    people.same(front, chair);
    assertRefused(
        MediationProblem.OWN_PROPOSAL, () -> teams.end(team.id(), son, "15/QĐ-UBND", TODAY, chair));
    assertRefused(
        MediationProblem.OWN_PROPOSAL,
        () -> teams.refuseRelease(team.id(), son, "Chưa đủ.", chair));
    assertThat(now(team).serving()).hasSize(3);
  }

  @Test
  void whoIsReleasedServesNoMoreAndLeadsNoMore() {
    MediationTeam team = recognised();
    UUID nga = idOf(team, "Trịnh Thị Nga");
    teams.requestRelease(team.id(), nga, EndOfOffice.CRITERIA, "Chuyển đi.", front);
    MediationTeam after = teams.end(team.id(), nga, "15/QĐ-UBND", TODAY, chair);
    assertThat(after.findLeader()).isEmpty();
    assertThat(after.mediators())
        .filteredOn(each -> each.id().equals(nga))
        .extracting(Mediator::state)
        .containsExactly(MediatorState.ENDED);
    assertThat(log.last(MediationEvent.MEDIATOR_ENDED).facts())
        .containsEntry("cause", EndOfOffice.CRITERIA);
    assertRefused(
        MediationProblem.NO_SUCH_MEDIATOR, () -> teams.bind(team.id(), nga, leader.id(), front));
  }

  @Test
  void aReleaseThatIsRefusedLeavesThemAndMayBeAskedForAgain() {
    MediationTeam team = recognised();
    UUID son = idOf(team, "Hà Văn Sơn");
    teams.requestRelease(team.id(), son, EndOfOffice.BREACH, "Lý do.", front);
    assertThat(teams.refuseRelease(team.id(), son, "Chưa đủ.", chair).serving()).hasSize(3);
    teams.requestRelease(team.id(), son, EndOfOffice.BREACH, "Lý do khác.", front);
    assertThat(releases.pending).containsOnlyKeys(son);
  }

  private TeamReview review(MediationTeam team, int year, LocalDate on) {
    return new TeamReview(
        team.id(), year, on, "Đủ người.", "Đều đặn.", Proposal.KEEP, front.id(), NOW);
  }

  @Test
  void aYearIsReviewedOnceAndNotLongAfterwards() {
    MediationTeam team = recognised();
    for (int year : new int[] {2024, 2027}) {
      assertThat(wrong(() -> teams.review(review(team, year, TODAY), front)))
          .containsExactly("review-year");
    }
    assertThat(wrong(() -> teams.review(review(team, 2026, TODAY.plusDays(1)), front)))
        .containsExactly("past-or-present");
    teams.review(review(team, 2025, TODAY), front);
    teams.review(review(team, 2026, TODAY), front);
    assertRefused(
        MediationProblem.REVIEW_THERE, () -> teams.review(review(team, 2026, TODAY), front));
    assertThat(log.types()).containsOnlyOnce(MediationEvent.TEAM_PROPOSED);
    assertThat(log.types().stream().filter(MediationEvent.TEAM_REVIEWED::equals)).hasSize(2);
  }
}
