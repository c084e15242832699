package anbinh.team.standing;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.Gender;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Member.State;
import anbinh.team.Origin;
import anbinh.team.Position;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.TeamProblem;
import anbinh.team.member.FakeMembers;
import anbinh.team.member.FakeTerms;
import anbinh.team.standing.Concern.Kind;
import anbinh.team.standing.Concern.Residence;
import anbinh.team.standing.MemberStandings.Concerned;
import anbinh.team.standing.MemberStandings.Weak;
import anbinh.team.standing.StandingForms.NewBenefit;
import anbinh.team.standing.StandingForms.NewInsurance;
import anbinh.team.standing.StandingForms.NewResidence;
import anbinh.team.unit.FakeTeamTable;
import anbinh.team.unit.TeamProposal.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whom something concerns today, which teams are too small, and who is granted a benefit;
/// ConcernTest has the days, TeamsIT the database.
class MemberStandingsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate BEGAN = LocalDate.of(2025, 1, 1);
  private static final LocalDate HURT = LocalDate.of(2026, 10, 5);

  private final Person officer = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final FakeTeamTable teamTable = new FakeTeamTable();
  private final FakeMembers members = new FakeMembers();
  private final FakeTerms terms = new FakeTerms();
  private final Rows table = new Rows();
  private final RecordedLog log = new RecordedLog();
  private final Team team = team(1);
  private final UUID an = serving(1, "Nguyễn Văn An", 1980, BEGAN, BEGAN.plusYears(5), false);
  private final MemberStandings standings = standings();

  private static final class Rows extends StandingTable {
    private final Map<UUID, List<Residence>> residences = new HashMap<>();
    private final Map<UUID, List<Insurance>> insurance = new HashMap<>();
    private final Map<UUID, Benefit> benefits = new HashMap<>();
    private boolean rule = true;

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null);
    }

    @Override
    void insert(UUID id, UUID member, Residence said, UUID by, Instant now) {
      residences.computeIfAbsent(member, _ -> new ArrayList<>()).addFirst(said);
    }

    @Override
    void insert(UUID id, UUID member, Insurance said, UUID by, Instant now) {
      List<Insurance> all = insurance.computeIfAbsent(member, _ -> new ArrayList<>());
      all.addFirst(said);
      all.sort(Comparator.comparing(Insurance::from).reversed());
    }

    @Override
    void insert(Benefit benefit, UUID by, Instant now) {
      benefits.put(benefit.id(), benefit);
    }

    @Override
    Map<UUID, Residence> residences(Collection<UUID> some) {
      Map<UUID, Residence> last = new HashMap<>();
      some.forEach(each ->
          listResidences(each).stream().findFirst().ifPresent(said -> last.put(each, said)));
      return last;
    }

    @Override
    List<Residence> listResidences(UUID member) {
      return residences.getOrDefault(member, List.of());
    }

    @Override
    List<Insurance> listInsurance(UUID member) {
      return insurance.getOrDefault(member, List.of());
    }

    @Override
    Optional<Benefit> findBenefit(UUID id) {
      return Optional.ofNullable(benefits.get(id));
    }

    @Override
    List<Benefit> listBenefits(UUID member) {
      return benefits.values().stream().filter(each -> each.memberId().equals(member)).toList();
    }

    @Override
    Optional<Benefit.Rule> findRule(Benefit.Kind kind, LocalDate day) {
      Insurance.Kind instead =
          kind == Benefit.Kind.SICKNESS ? Insurance.Kind.HEALTH : Insurance.Kind.SOCIAL;
      return rule
          ? Optional.of(new Benefit.Rule(kind, BEGAN, instead, "NĐ 40", true))
          : Optional.empty();
    }
  }

  private MemberStandings standings() {
    InstantSource source = InstantSource.fixed(NOW);
    var clock = new SiteClock(source, new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true));
    return new MemberStandings(
        table,
        teamTable,
        teamTable.teams(),
        members,
        terms,
        members.membership(teamTable.teams(), teamTable, terms),
        clock,
        new Ids(source, new Random(1)),
        log);
  }

  private Team team(int number) {
    return teamTable.add(
        new Team(new UUID(4, number), "TEAM-000" + number, COMMUNE, "Tổ", false, BEGAN, null),
        VILLAGE);
  }

  private UUID serving(
      int number,
      @Nullable String name,
      int born,
      LocalDate from,
      LocalDate until,
      boolean overAge) {
    UUID id = member(number, name, born, null).id();
    terms.add(team.id(), id, Position.MEMBER, from, until, overAge, Outcome.ACCEPTED);
    return id;
  }

  private Member member(int number, @Nullable String name, int born, @Nullable LocalDate leftOn) {
    return members.add(
        new Member(
            new UUID(6, number),
            team.id(),
            leftOn == null ? State.RECOGNISED : State.LEFT,
            name,
            born,
            null,
            Gender.FEMALE,
            null,
            Origin.RECRUITED,
            null,
            TODAY.minusDays(10),
            null,
            null,
            null,
            leftOn,
            leftOn == null ? null : LeavingReason.RESIGNED,
            null,
            0));
  }

  private void lives(UUID who) {
    standings.note(team.id(), who, new NewResidence(TODAY, true), officer);
  }

  private Map<UUID, List<Kind>> concerns() {
    Map<UUID, List<Kind>> found = new HashMap<>();
    for (Concerned each : standings.concerned(List.of(team.id()))) {
      found.put(each.serving().memberId(), each.concerns().stream().map(Concern::kind).toList());
    }
    return found;
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
  void whoServesTodayIsLookedAtAndNobodyElse() {
    assertThat(concerns()).containsOnly(Map.entry(an, List.of(Kind.RESIDENCE_UNKNOWN)));
    lives(an);
    assertThat(concerns()).isEmpty();
    serving(2, "Trần Thị Bình", 1980, BEGAN, TODAY.minusDays(1), false);
    serving(3, "Lê Văn Cường", 1980, TODAY.plusDays(1), TODAY.plusYears(5), false);
    serving(4, null, 1980, BEGAN, TODAY.plusYears(1), false);
    UUID left = serving(5, "Bùi Văn Dũng", 1980, BEGAN, TODAY.plusYears(1), false);
    member(5, "Bùi Văn Dũng", 1980, TODAY);
    assertThat(concerns()).doesNotContainKey(left).isEmpty();
  }

  @Test
  void whatWasSaidLastOfSomebodysResidenceCounts() {
    lives(an);
    standings.note(team.id(), an, new NewResidence(TODAY, false), officer);
    assertThat(concerns()).containsEntry(an, List.of(Kind.NOT_RESIDENT));
  }

  @Test
  void whoIsOlderServesByTheDecisionOfTheTermThatRuns() {
    UUID old = serving(2, "Trần Thị Bình", 1950, BEGAN, TODAY.minusDays(30), true);
    lives(old);
    terms.add(
        team.id(),
        old,
        Position.MEMBER,
        TODAY.minusDays(29),
        TODAY.plusYears(1),
        false,
        Outcome.ACCEPTED);
    assertThat(concerns())
        .as("what was decided of a term that ended does not count")
        .containsEntry(old, List.of(Kind.TOO_OLD));
    UUID decided = serving(3, "Lê Văn Cường", 1950, BEGAN, TODAY.plusYears(1), true);
    lives(decided);
    terms.add(
        team.id(),
        decided,
        Position.MEMBER,
        TODAY.plusYears(2),
        TODAY.plusYears(3),
        false,
        Outcome.ACCEPTED);
    terms.add(
        team.id(), decided, Position.MEMBER, TODAY, TODAY.plusYears(1), false, Outcome.REFUSED);
    assertThat(concerns()).doesNotContainKey(decided);
  }

  @Test
  void aTeamIsTooSmallByWhoServesTodayAndOneOfNobodyToo() {
    Team empty = team(2);
    assertThat(standings.weak(List.of(empty.id(), team.id())))
        .containsExactly(new Weak(team.id(), 1, 3), new Weak(empty.id(), 0, 3));
    serving(2, "Trần Thị Bình", 1980, BEGAN, TODAY, false);
    serving(3, "Lê Văn Cường", 1980, TODAY, TODAY.plusYears(5), false);
    assertThat(standings.weak(List.of(team.id()))).isEmpty();
    member(2, "Trần Thị Bình", 1980, TODAY);
    assertThat(standings.weak(List.of(team.id()))).containsExactly(new Weak(team.id(), 2, 3));
  }

  @Test
  void nothingIsNotedOfADayToComeNorInAnotherTeam() {
    LocalDate tomorrow = TODAY.plusDays(1);
    assertThat(
            wrong(() -> standings.note(team.id(), an, new NewResidence(tomorrow, true), officer)))
        .containsExactly("past-or-present");
    assertThat(
            wrong(() ->
                standings.note(team.id(), an, new NewInsurance(tomorrow, true, true), officer)))
        .containsExactly("past-or-present");
    Team other = team(2);
    assertRefused(
        TeamProblem.NO_SUCH_MEMBER,
        () -> standings.note(other.id(), an, new NewResidence(TODAY, true), officer));
    assertRefused(TeamProblem.NO_SUCH_MEMBER, () -> standings.read(other, an, officer));
    assertThat(log.events()).isEmpty();
  }

  @Test
  void whoReadsWhatStandsBySomebodyIsNoted() {
    lives(an);
    assertThat(standings.read(team, an, officer).residences()).hasSize(1);
    assertThat(log.last(TeamEvent.COVER_READ).actor()).isEqualTo(officer.actor());
    assertThat(log.last(TeamEvent.RESIDENCE_NOTED).facts()).containsOnlyKeys("member");
  }

  private static NewBenefit benefit(Benefit.Kind kind, LocalDate day, LocalDate paper) {
    return benefit(1, kind, day, paper);
  }

  private static NewBenefit benefit(int id, Benefit.Kind kind, LocalDate day, LocalDate paper) {
    return new NewBenefit(new UUID(9, id), kind, day, 5_000_000L, "12/QĐ-UBND", paper);
  }

  private void insured(LocalDate from, boolean social, boolean health) {
    standings.note(team.id(), an, new NewInsurance(from, social, health), officer);
  }

  private List<String> wrong(NewBenefit said) {
    return wrong(() -> standings.note(team.id(), an, said, officer));
  }

  @Test
  void whoHasTheInsuranceThatPaysGetsNoBenefit() {
    NewBenefit sick = benefit(Benefit.Kind.SICKNESS, HURT, TODAY);
    assertThat(wrong(sick)).as("nobody said").containsExactly("team-benefit-unknown");
    insured(BEGAN, false, true);
    assertThat(wrong(sick)).containsExactly("team-benefit-insured");
    standings.note(team.id(), an, benefit(2, Benefit.Kind.ACCIDENT, HURT, TODAY), officer);
    insured(HURT, false, false);
    standings.note(team.id(), an, sick, officer);
    assertThat(table.benefits).hasSize(2);
    assertThat(log.last(TeamEvent.BENEFIT_NOTED).facts()).containsOnlyKeys("member");
  }

  @Test
  void insuranceOfAfterTheDayDoesNotCount() {
    insured(BEGAN, false, false);
    insured(HURT.plusDays(1), true, true);
    standings.note(team.id(), an, benefit(Benefit.Kind.SICKNESS, HURT, HURT), officer);
    assertThat(table.benefits).hasSize(1);
  }

  @Test
  void aBenefitIsOfADayOfServiceAndItsPaperIsNotBefore() {
    insured(BEGAN.minusYears(1), false, false);
    assertThat(wrong(benefit(Benefit.Kind.DEATH, BEGAN.minusDays(1), TODAY)))
        .containsExactly("team-benefit-serving");
    assertThat(wrong(benefit(Benefit.Kind.DEATH, HURT, HURT.minusDays(1))))
        .containsExactly("team-benefit-paper");
    assertThat(wrong(benefit(Benefit.Kind.DEATH, HURT, TODAY.plusDays(1))))
        .containsExactly("past-or-present");
    table.rule = false;
    assertThat(wrong(benefit(Benefit.Kind.DEATH, HURT, TODAY)))
        .containsExactly("team-benefit-rule");
  }

  @Test
  void oneIsGrantedOnceForOneDayAndWhatIsSentTwiceIsThereOnce() {
    insured(BEGAN, false, false);
    NewBenefit one = benefit(Benefit.Kind.ACCIDENT, HURT, TODAY);
    standings.note(team.id(), an, one, officer);
    standings.note(team.id(), an, one, officer);
    assertThat(log.types().stream().filter(TeamEvent.BENEFIT_NOTED::equals)).hasSize(1);
    assertThat(wrong(benefit(2, Benefit.Kind.ACCIDENT, HURT, TODAY)))
        .containsExactly("team-benefit-twice");
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () -> standings.note(team.id(), an, benefit(Benefit.Kind.SICKNESS, HURT, TODAY), officer));
    UUID binh = serving(2, "Trần Thị Bình", 1980, BEGAN, BEGAN.plusYears(5), false);
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE, () -> standings.note(team.id(), binh, one, officer));
  }
}
