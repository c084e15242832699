package anbinh.teamwork.group;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.FakeShortCodes;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.FakeMembership;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;
import anbinh.teamwork.group.Group.Leader;
import anbinh.teamwork.group.Group.LeaderBefore;
import anbinh.teamwork.group.GroupForms.GroupChange;
import anbinh.teamwork.group.GroupForms.GroupEnd;
import anbinh.teamwork.group.GroupForms.LeaderCorrection;
import anbinh.teamwork.group.GroupForms.LeaderEnd;
import anbinh.teamwork.group.GroupForms.NewGroup;
import anbinh.teamwork.group.GroupForms.NewLeader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which groups of households there are, who leads them and how they end; DutyIT has the database.
class GroupsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate SET_UP = LocalDate.of(2026, 1, 5);
  private static final UUID SENT = new UUID(9, 1);

  private final Person officer = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final FakeAreas areas = FakeAreas.withCommunes();
  private final Rows table = new Rows();
  private final RecordedLog log = new RecordedLog();
  private final Groups groups = groups();

  private static final class Rows extends GroupTable {
    private final Map<UUID, Group> rows = new LinkedHashMap<>();
    private final Map<UUID, UUID> sent = new HashMap<>();
    private final Map<UUID, Leader> leaders = new LinkedHashMap<>();
    private final List<LeaderBefore> before = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null, null);
    }

    @Override
    Optional<Group> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    Optional<Group> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    boolean isNameTaken(UUID village, Kind kind, String name, @Nullable UUID without) {
      return rows.values().stream()
          .filter(each -> each.endedOn() == null && !each.id().equals(without))
          .anyMatch(each ->
              each.villageId().equals(village)
                  && each.kind() == kind
                  && each.name().equalsIgnoreCase(name));
    }

    @Override
    Optional<Group> findSent(UUID id) {
      return Optional.ofNullable(sent.get(id)).map(rows::get);
    }

    @Override
    void insert(Group group, @Nullable UUID by, UUID person, Instant at) {
      rows.put(group.id(), group);
      if (by != null) {
        sent.put(by, group.id());
      }
    }

    private void put(
        UUID id,
        String name,
        int households,
        int version,
        @Nullable LocalDate ended,
        @Nullable UUID into) {
      rows.computeIfPresent(
          id,
          (_, there) ->
              new Group(
                  id,
                  there.code(),
                  there.kind(),
                  there.communeId(),
                  there.villageId(),
                  name,
                  households,
                  there.paper(),
                  version,
                  ended,
                  into,
                  null));
    }

    @Override
    void change(UUID id, String name, int households) {
      put(id, name, households, find(id).orElseThrow().version() + 1, null, null);
    }

    @Override
    void end(UUID id, LocalDate on, @Nullable UUID into, String paper) {
      Group there = find(id).orElseThrow();
      put(id, there.name(), there.households(), there.version(), on, into);
    }

    @Override
    void addHouseholds(UUID id, int more) {
      Group there = find(id).orElseThrow();
      put(id, there.name(), there.households() + more, there.version() + 1, null, null);
    }

    @Override
    void insert(Leader leader) {
      leaders.put(leader.id(), leader);
    }

    @Override
    Optional<Leader> findLeader(UUID id) {
      return Optional.ofNullable(leaders.get(id));
    }

    @Override
    Optional<Leader> findLeaderForUpdate(UUID group, UUID id) {
      return findLeader(id).filter(each -> each.groupId().equals(group));
    }

    @Override
    void change(Leader leader, LeaderBefore was) {
      leaders.put(leader.id(), leader);
      before.add(was);
    }

    @Override
    List<Leader> leaders(Collection<UUID> some) {
      return leaders.values().stream().filter(each -> some.contains(each.groupId())).toList();
    }
  }

  private Groups groups() {
    InstantSource source = InstantSource.fixed(NOW);
    return new Groups(
        table,
        new FakeMembership(),
        areas,
        new SiteClock(source, new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true)),
        new TeamSettings(Duration.ofDays(1826), Duration.ofDays(730)),
        new FakeShortCodes(),
        new Ids(source, new Random(1)),
        log);
  }

  private static NewGroup requested(UUID sent, UUID village, String name, int households) {
    return new NewGroup(sent, Kind.SECURITY, village, name, households, "12/QĐ-UBND", SET_UP, null);
  }

  private Group group(int sent, String name, int households) {
    return groups.note(requested(new UUID(9, sent), VILLAGE, name, households), officer);
  }

  private Group group() {
    return group(1, "Liên gia 1", 30);
  }

  private static NewLeader leader(UUID id, String name, LocalDate from, LocalDate until) {
    return new NewLeader(
        id, Lead.LEADER, name, "0912 345 678", from, until, "13/QĐ-UBND", SET_UP, null);
  }

  private static NewLeader leader(LocalDate from, LocalDate until) {
    return leader(new UUID(8, 1), "Trần Thị Bình", from, until);
  }

  private Leader led(Group group) {
    groups.lead(group.id(), leader(SET_UP, SET_UP.plusYears(5)), officer);
    return table.findLeader(new UUID(8, 1)).orElseThrow();
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
  void aGroupIsOfAVillageThatThereIsUnderItsCommune() {
    assertThat(group().communeId()).isEqualTo(COMMUNE);
    for (UUID none : List.of(COMMUNE, new UUID(1, 99))) {
      assertThat(wrong(() -> groups.note(requested(new UUID(9, 2), none, "A", 3), officer)))
          .containsExactly("pay-village");
    }
    areas.end(VILLAGE);
    assertThat(wrong(() -> group(3, "Liên gia 2", 3))).containsExactly("pay-village");
  }

  @Test
  void aNameIsGivenOnceInAVillageUntilTheGroupEnds() {
    Group one = group();
    assertThat(wrong(() -> group(2, "LIÊN GIA 1", 3))).containsExactly("group-name-taken");
    Group two = group(3, "Liên gia 2", 3);
    assertThat(wrong(() -> groups.change(two.id(), new GroupChange(0, "Liên gia 1", 3), officer)))
        .containsExactly("group-name-taken");
    groups.change(two.id(), new GroupChange(0, "Liên gia 2", 4), officer);
    groups.end(one.id(), new GroupEnd(TODAY, null, "14/QĐ-UBND"), officer);
    assertThat(group(4, "Liên gia 1", 3).endedOn()).isNull();
  }

  @Test
  void whatIsSentTwiceIsThereOnceAndNotTurnedIntoAnother() {
    Group one = group();
    assertThat(group()).isEqualTo(one);
    assertThat(log.types()).containsExactly(TeamWorkEvent.GROUP_NOTED);
    assertRefused(TeamProblem.WORK_SENT_BEFORE, () -> group(1, "Liên gia 1", 31));
    groups.change(one.id(), new GroupChange(0, "Liên gia A", 40), officer);
    assertThat(group(1, "Liên gia 1", 30).name())
        .as("what was changed since stands")
        .isEqualTo("Liên gia A");
    areas.add(new UUID(1, 5), "C-1-2", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () -> groups.note(requested(SENT, new UUID(1, 5), "Liên gia A", 40), officer));
  }

  @Test
  void nobodyChangesWhatTheyDidNotSeeOrWhatEnded() {
    Group one = group();
    groups.change(one.id(), new GroupChange(0, "Liên gia A", 40), officer);
    assertRefused(
        TeamWorkProblem.GROUP_CHANGED,
        () -> groups.change(one.id(), new GroupChange(0, "Liên gia B", 1), officer));
    groups.end(one.id(), new GroupEnd(TODAY, null, "14/QĐ-UBND"), officer);
    for (ThrowingCallable tried :
        List.<ThrowingCallable>of(
            () -> groups.change(one.id(), new GroupChange(1, "Liên gia B", 1), officer),
            () -> groups.lead(one.id(), leader(SET_UP, TODAY), officer),
            () -> groups.end(one.id(), new GroupEnd(TODAY, null, "15/QĐ"), officer))) {
      assertRefused(TeamWorkProblem.GROUP_OVER, tried);
    }
    assertRefused(
        TeamWorkProblem.NO_SUCH_GROUP,
        () -> groups.change(new UUID(0, 9), new GroupChange(0, "A", 1), officer));
  }

  @Test
  void aLeaderLeadsForTenYearsAtMostAndNotBeforeTheGroup() {
    Group one = group();
    assertThat(wrong(() -> groups.lead(one.id(), leader(TODAY, TODAY.minusDays(1)), officer)))
        .containsExactly("team-term-ends");
    assertThat(
            wrong(() ->
                groups.lead(one.id(), leader(TODAY, TODAY.plusYears(10).plusDays(1)), officer)))
        .containsExactly("team-term-long");
    assertThat(wrong(() -> groups.lead(one.id(), leader(SET_UP.minusDays(1), TODAY), officer)))
        .containsExactly("group-before");
    var typed =
        new NewLeader(
            new UUID(8, 1),
            Lead.LEADER,
            "Bình",
            "nhà bên",
            TODAY,
            TODAY,
            "13/QĐ-UBND",
            SET_UP.minusDays(1),
            null);
    assertThat(wrong(() -> groups.lead(one.id(), typed, officer)))
        .containsExactly("team-phone", "team-before-established");
    groups.lead(one.id(), leader(SET_UP, SET_UP.plusYears(10)), officer);
  }

  @Test
  void whoComesAfterSomebodyBeginsLaterAndADeputyBesideThem() {
    Group one = group();
    led(one);
    assertThat(
            wrong(() ->
                groups.lead(
                    one.id(), leader(new UUID(8, 2), "Lê Văn Cường", SET_UP, TODAY), officer)))
        .containsExactly("group-leader-later");
    groups.lead(
        one.id(),
        leader(new UUID(8, 3), "Lê Văn Cường", SET_UP.plusDays(1), TODAY.plusYears(1)),
        officer);
    groups.lead(
        one.id(),
        new NewLeader(
            new UUID(8, 4),
            Lead.DEPUTY,
            "Bùi Thị Dung",
            null,
            SET_UP,
            TODAY,
            "13/QĐ-UBND",
            SET_UP,
            null),
        officer);
    assertThat(table.leaders).hasSize(3);
    assertThat(log.events().toString()).doesNotContain("Cường").doesNotContain("0912");
  }

  @Test
  void aLeaderThatIsSentTwiceIsThereOnceAndInOneGroup() {
    Group one = group();
    led(one);
    led(one);
    assertThat(log.types().stream().filter(TeamWorkEvent.GROUP_LEADER_NOTED::equals)).hasSize(1);
    Group two = group(2, "Liên gia 2", 3);
    assertRefused(TeamProblem.WORK_SENT_BEFORE, () -> led(two));
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () ->
            groups.lead(
                one.id(),
                leader(new UUID(8, 1), "Tên khác", SET_UP, SET_UP.plusYears(5)),
                officer));
  }

  private static LeaderCorrection correction(int version, String reason) {
    return new LeaderCorrection(version, "Trần Thị Bích", null, reason);
  }

  @Test
  void aCorrectionKeepsWhatStoodAndIsOfWhatWasSeen() {
    Group one = group();
    Leader leader = led(one);
    assertThat(wrong(() -> groups.correct(one.id(), leader.id(), correction(1, " "), officer)))
        .containsExactly("required");
    groups.correct(one.id(), leader.id(), correction(1, "Nhầm tên."), officer);
    assertThat(table.before)
        .extracting(LeaderBefore::name, LeaderBefore::phone)
        .containsExactly(tuple("Trần Thị Bình", "0912 345 678"));
    assertRefused(
        TeamWorkProblem.GROUP_CHANGED,
        () -> groups.correct(one.id(), leader.id(), correction(1, "Nhầm."), officer));
    Group two = group(2, "Liên gia 2", 3);
    assertRefused(
        TeamWorkProblem.NO_SUCH_GROUP_LEADER,
        () -> groups.correct(two.id(), leader.id(), correction(2, "Nhầm."), officer));
  }

  @Test
  void aLeaderEndsWithinTheirTermAndNotInTheFuture() {
    Group one = group();
    Leader leader = led(one);
    for (LocalDate day : List.of(SET_UP.minusDays(1), TODAY.plusDays(1))) {
      assertThat(
              wrong(() ->
                  groups.endLeader(
                      one.id(), leader.id(), new LeaderEnd(1, day, "Đi xa."), officer)))
          .containsAnyOf("range", "past-or-present");
    }
    groups.endLeader(one.id(), leader.id(), new LeaderEnd(1, TODAY, "Đi xa."), officer);
    assertThat(table.findLeader(leader.id()).orElseThrow().until()).isEqualTo(TODAY);
    assertThat(
            wrong(() ->
                groups.endLeader(
                    one.id(),
                    leader.id(),
                    new LeaderEnd(2, SET_UP.minusDays(1), "Đi xa."),
                    officer)))
        .containsExactly("range");
  }

  @Test
  void aGroupGoesIntoAnotherOfItsKindAndCommune() {
    Group one = group();
    Group two = group(2, "Liên gia 2", 20);
    areas.add(new UUID(1, 6), "C-2-1", AreaKind.RESIDENTIAL_AREA, OTHER_COMMUNE);
    Group far = groups.note(requested(new UUID(9, 3), new UUID(1, 6), "Liên gia", 3), officer);
    var other =
        new NewGroup(
            new UUID(9, 4), Kind.SOCIAL_SECURITY, VILLAGE, "Tổ", 3, "12/QĐ-UBND", SET_UP, null);
    Group kind = groups.note(other, officer);
    for (UUID none : List.of(one.id(), far.id(), kind.id(), new UUID(0, 9))) {
      assertThat(
              wrong(() -> groups.end(one.id(), new GroupEnd(TODAY, none, "14/QĐ-UBND"), officer)))
          .containsExactly("group-into");
    }
    Group ended = groups.end(one.id(), new GroupEnd(TODAY, two.id(), "14/QĐ-UBND"), officer);
    assertThat(ended.mergedInto()).isEqualTo(two.id());
    assertThat(groups.get(two.id()).households()).isEqualTo(50);
  }

  @Test
  void aGroupIsNotMadeTooLargeNorEndedBeforeItWasOrInTheFuture() {
    Group one = group();
    Group large = group(2, "Liên gia 2", GroupForms.MAX_HOUSEHOLDS - 29);
    assertThat(
            wrong(
                () -> groups.end(one.id(), new GroupEnd(TODAY, large.id(), "14/QĐ-UBND"), officer)))
        .containsExactly("group-large");
    for (LocalDate day : List.of(SET_UP.minusDays(1), TODAY.plusDays(1))) {
      assertThat(wrong(() -> groups.end(one.id(), new GroupEnd(day, null, "14/QĐ-UBND"), officer)))
          .containsAnyOf("group-before", "past-or-present");
    }
    assertThat(groups.get(one.id()).endedOn()).isNull();
  }
}
