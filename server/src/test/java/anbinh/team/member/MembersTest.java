package anbinh.team.member;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePersonTable;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Member.State;
import anbinh.team.Position;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.MemberForms.Leaving;
import anbinh.team.member.MemberForms.MemberDetails;
import anbinh.team.member.TermTable.Closed;
import anbinh.team.unit.FakeTeamTable;
import anbinh.team.unit.TeamEnded;
import anbinh.team.unit.TeamProposal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whose account a member's is, how they leave and when that may be taken back; TeamsIT has the
/// database.
class MembersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate BEGAN = LocalDate.of(2025, 1, 1);

  private final Person officer = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final AccessFixture fixture = new AccessFixture();
  private final FakePersonTable people = new FakePersonTable();
  private final FakeTeamTable teamTable = new FakeTeamTable();
  private final FakeMembers table = new FakeMembers();
  private final FakeTerms terms = new FakeTerms();
  private final RecordedLog log = new RecordedLog();
  private final Team team = team(1, null);
  private final UUID an = member(1, "Nguyễn Văn An", State.RECOGNISED, null);
  private Instant now = NOW;
  private final Members members =
      new Members(
          table,
          teamTable,
          fixture.access(),
          terms,
          teamTable.teams(),
          people.people(log),
          new SiteClock(() -> now, new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true)),
          new TeamSettings(Duration.ofDays(1826), Duration.ofDays(730)),
          log);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private Team team(int number, @Nullable LocalDate dissolved) {
    return teamTable.add(
        new Team(new UUID(4, number), "TEAM-000" + number, COMMUNE, "Tổ", false, BEGAN, dissolved),
        VILLAGE);
  }

  private UUID member(int number, String name, State state, @Nullable LocalDate leftOn) {
    return table.add(FakeMembership.member(team.id(), number, name, null, state, leftOn)).id();
  }

  private void term(UUID member, Position position, LocalDate from, LocalDate until) {
    terms.add(team.id(), member, position, from, until, false, Outcome.ACCEPTED);
  }

  private static MemberDetails details(int version, @Nullable String username) {
    return details(version, null, null, null, username);
  }

  private static MemberDetails details(
      int version,
      @Nullable String phone,
      @Nullable LocalDate healthOn,
      @Nullable String badge,
      @Nullable String username) {
    return new MemberDetails(version, phone, null, healthOn, badge, badge, username);
  }

  private void change(MemberDetails requested) {
    members.change(team.id(), an, requested, officer);
  }

  private Member now(UUID id) {
    return table.find(id).orElseThrow();
  }

  private static void assertRefused(ProblemCode why, ThrowingCallable tried) {
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
  void anAccountIsThatOfSomebodyInTeamsThereAndActive() {
    Person serving = people.add(person(5, VILLAGE, Role.TEAM_MEMBER));
    people.add(person(6, VILLAGE, Role.MEDIATOR));
    people.add(person(7, OTHER_COMMUNE, Role.TEAM_LEADER));
    people.add(person(8, VILLAGE, Role.TEAM_MEMBER).withoutRights());
    for (String none : List.of("person6", "person7", "person8", "nobody")) {
      assertThat(wrong(() -> change(details(0, none))))
          .as("none is told from one that there is not")
          .containsExactly("team-no-account");
    }
    change(details(0, " person5 "));
    assertThat(now(an).personId()).isEqualTo(serving.id());
    assertThat(log.last(TeamEvent.MEMBER_CHANGED).facts()).containsEntry("account", true);
    assertThat(log.last(TeamEvent.MEMBER_CHANGED).toString()).doesNotContain("An");
  }

  @Test
  void anAccountIsOneMembers() {
    people.add(person(5, VILLAGE, Role.TEAM_MEMBER));
    change(details(0, "person5"));
    UUID binh = member(2, "Trần Thị Bình", State.RECOGNISED, null);
    assertThat(wrong(() -> members.change(team.id(), binh, details(0, "person5"), officer)))
        .containsExactly("team-account-bound");
    members.change(team.id(), an, details(1, null), officer);
    assertThat(now(an).personId()).as("what is left out is taken away").isNull();
    members.change(team.id(), binh, details(0, "person5"), officer);
  }

  @Test
  void nobodyOverwritesWhatTheyDidNotSee() {
    change(details(0, "0912 345 678", null, null, null));
    assertRefused(TeamProblem.MEMBER_CHANGED, () -> change(details(0, null)));
    assertThat(now(an).phone()).isEqualTo("0912 345 678");
  }

  @Test
  void whatIsTypedIsATelephoneADayThatCameAndAPaperOfTheirOwn() {
    UUID binh = member(2, "Trần Thị Bình", State.RECOGNISED, null);
    members.change(team.id(), binh, details(0, null, null, "B-01", null), officer);
    assertThat(wrong(() -> change(details(0, "gọi nhà bên", TODAY.plusDays(1), "B-01", null))))
        .containsExactly("team-phone", "past-or-present", "team-paper-taken", "team-paper-taken");
    members.leave(team.id(), binh, new Leaving(TODAY, LeavingReason.RESIGNED), officer);
    change(details(0, "0912 345 678", TODAY, "B-01", null));
  }

  @Test
  void whoIsNotInTheTeamIsNotChanged() {
    UUID proposed = member(2, "Trần Thị Bình", State.PROPOSED, null);
    UUID left = member(3, "Lê Văn Cường", State.LEFT, TODAY);
    for (UUID none : List.of(proposed, left)) {
      assertRefused(
          TeamProblem.MEMBER_NOT_ACTIVE,
          () -> members.change(team.id(), none, details(0, null), officer));
    }
    Team other = team(2, null);
    assertRefused(
        TeamProblem.NO_SUCH_MEMBER,
        () -> members.change(other.id(), an, details(0, null), officer));
    assertRefused(TeamProblem.NO_SUCH_MEMBER, () -> members.read(other, an, officer));
  }

  @Test
  void whoReadsAMemberIsNoted() {
    assertThat(members.read(team, an, officer).toString()).doesNotContain("038080000001");
    assertThat(log.last(TeamEvent.MEMBER_READ).actor()).isEqualTo(officer.actor());
  }

  @Test
  void somebodyLeavesFromTheirFirstDayOnAndUntilToday() {
    term(an, Position.MEMBER, BEGAN, BEGAN.plusYears(5));
    for (LocalDate day : List.of(BEGAN.minusDays(1), TODAY.plusDays(1))) {
      assertThat(
              wrong(() ->
                  members.leave(team.id(), an, new Leaving(day, LeavingReason.RESIGNED), officer)))
          .containsAnyOf("team-before-term", "past-or-present");
    }
    assertThat(
            wrong(() ->
                members.leave(
                    team.id(), an, new Leaving(TODAY, LeavingReason.TEAM_DISSOLVED), officer)))
        .as("that is decided of the team")
        .containsExactly("team-not-dissolved");
    members.leave(team.id(), an, new Leaving(BEGAN, LeavingReason.RESIGNED), officer);
    assertThat(now(an).state()).isEqualTo(State.LEFT);
    assertRefused(
        TeamProblem.MEMBER_NOT_ACTIVE,
        () -> members.leave(team.id(), an, new Leaving(TODAY, LeavingReason.RESIGNED), officer));
  }

  private void left() {
    members.leave(team.id(), an, new Leaving(TODAY, LeavingReason.RESIGNED), officer);
  }

  @Test
  void aLeavingIsTakenBackWithinThirtyDays() {
    term(an, Position.MEMBER, BEGAN, BEGAN.plusYears(5));
    left();
    assertThat(wrong(() -> members.takeBackLeaving(team.id(), an, " ", officer)))
        .containsExactly("required");
    now = NOW.plus(Duration.ofDays(30));
    assertRefused(
        TeamProblem.LEAVING_STANDS, () -> members.takeBackLeaving(team.id(), an, "Nhầm.", officer));
    now = now.minusMillis(1);
    members.takeBackLeaving(team.id(), an, "Nhầm người.", officer);
    assertThat(now(an).state()).isEqualTo(State.RECOGNISED);
    assertThat(log.last(TeamEvent.LEAVING_TAKEN_BACK).facts().toString()).doesNotContain("Nhầm");
    assertRefused(
        TeamProblem.LEAVING_STANDS, () -> members.takeBackLeaving(team.id(), an, "Nhầm.", officer));
  }

  @Test
  void butNotWhereSomebodyElseHasTheirPlaceOrWhatIsTheirs() {
    term(an, Position.LEADER, BEGAN, BEGAN.plusYears(5));
    left();
    UUID binh = member(2, "Trần Thị Bình", State.RECOGNISED, null);
    term(binh, Position.LEADER, TODAY, TODAY.plusYears(5));
    assertRefused(
        TeamProblem.LEAVING_STANDS, () -> members.takeBackLeaving(team.id(), an, "Nhầm.", officer));
    members.leave(team.id(), binh, new Leaving(TODAY, LeavingReason.RESIGNED), officer);
    table.replace(an);
    assertRefused(
        TeamProblem.LEAVING_STANDS, () -> members.takeBackLeaving(team.id(), an, "Nhầm.", officer));
  }

  @Test
  void norOfATeamThatIsNoMoreNorOfWhoIsErased() {
    left();
    teamTable.add(new Team(team.id(), team.code(), COMMUNE, "Tổ", false, BEGAN, TODAY), VILLAGE);
    assertRefused(
        TeamProblem.LEAVING_STANDS, () -> members.takeBackLeaving(team.id(), an, "Nhầm.", officer));
    teamTable.add(team, VILLAGE);
    table.add(FakeMembership.member(team.id(), 1, null, null, State.LEFT, TODAY));
    assertRefused(
        TeamProblem.LEAVING_STANDS, () -> members.takeBackLeaving(team.id(), an, "Nhầm.", officer));
  }

  @Test
  void whoIsInATeamThatEndsLeavesWithItForGood() {
    UUID gone = member(2, "Lê Văn Cường", State.LEFT, BEGAN);
    terms.add(new Proposal(new UUID(11, 1), team.id(), officer.id(), NOW, null, null));
    members.on(new TeamEnded(team, TODAY, officer));
    assertThat(now(an).leftReason()).isEqualTo(LeavingReason.TEAM_DISSOLVED);
    assertThat(now(gone).leftOn()).isEqualTo(BEGAN);
    assertThat(terms.closed()).containsOnlyKeys(Closed.TEAM_ENDED);
    assertRefused(
        TeamProblem.LEAVING_STANDS, () -> members.takeBackLeaving(team.id(), an, "Nhầm.", officer));
  }

  @Test
  void whatWaitsIsTakenBackOnce() {
    terms.add(new Proposal(new UUID(11, 1), team.id(), officer.id(), NOW, null, null));
    members.withdraw(team.id(), officer);
    assertThat(terms.closed()).containsOnlyKeys(Closed.WITHDRAWN);
    assertThat(log.last(TeamEvent.MEMBERS_CLOSED).facts()).containsEntry("count", 1);
    assertRefused(TeamProblem.NO_TEAM_PROPOSAL, () -> members.withdraw(team.id(), officer));
  }
}
