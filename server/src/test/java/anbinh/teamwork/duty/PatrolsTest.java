package anbinh.teamwork.duty;

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
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.FakeMembership;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.duty.DutyForms.NewPatrol;
import anbinh.teamwork.duty.DutyForms.NewShift;
import anbinh.teamwork.duty.DutyForms.PatrolAnnulment;
import anbinh.teamwork.duty.DutyForms.PatrolCorrection;
import anbinh.teamwork.duty.Patrol.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What may be planned and written down of a team's duty: who serves, on which days, once, and
/// nobody at two places; DutyIT has the database.
class PatrolsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Instant END = NOW.minus(Duration.ofHours(2));
  private static final UUID ID = new UUID(5, 1);
  private static final String WORDS = "Địa bàn yên tĩnh.";

  private final Person leader = person(1, VILLAGE, Role.TEAM_LEADER);
  private final FakeMembership membership = new FakeMembership();
  private final Shifts shifts = new Shifts();
  private final Rows table = new Rows();
  private final RecordedLog log = new RecordedLog();
  private final Team team = team(1, LocalDate.of(2025, 1, 1), null);
  private final UUID an = serving(1, "Nguyễn Văn An", LocalDate.of(2030, 1, 1));
  private final UUID binh = serving(2, "Trần Thị Bình", LocalDate.of(2030, 1, 1));
  private final UUID left = serving(3, "Lê Văn Cường", LocalDate.of(2026, 6, 30));
  private final Patrols patrols = patrols();

  private static final class Shifts extends ShiftTable {
    private final Map<UUID, Shift> rows = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Shifts() {
      super(null);
    }

    @Override
    Optional<Shift> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    List<Shift> list(Collection<UUID> teams, LocalDate from, LocalDate until) {
      return rows.values().stream()
          .filter(each -> teams.contains(each.teamId()))
          .filter(each -> !each.on().isBefore(from) && !each.on().isAfter(until))
          .toList();
    }

    @Override
    void insert(List<Shift> some, UUID by, Instant at) {
      some.forEach(each -> rows.put(each.id(), each));
    }

    @Override
    void cancel(UUID id, String reason, UUID by, Instant at) {
      rows.computeIfPresent(id, (_, there) -> with(there, reason, there.patrolled()));
    }

    private static Shift with(Shift one, @Nullable String cancelled, boolean patrolled) {
      return new Shift(
          one.id(),
          one.teamId(),
          one.on(),
          one.starts(),
          one.minutes(),
          one.route(),
          one.members(),
          cancelled,
          patrolled);
    }
  }

  private static final class Rows extends PatrolTable {
    private final Map<UUID, Patrol> rows = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null, null);
    }

    @Override
    Optional<Patrol> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    List<Patrol> meeting(UUID team, Instant from, Instant until) {
      return rows.values().stream()
          .filter(each -> each.teamId().equals(team) && !each.annulled())
          .filter(each ->
              each.last().startedAt().isBefore(until) && from.isBefore(each.last().endedAt()))
          .toList();
    }

    @Override
    void insert(Patrol patrol) {
      rows.put(patrol.id(), patrol);
    }

    @Override
    void insert(UUID patrol, Version version) {
      add(patrol, version, false);
    }

    @Override
    void annul(UUID patrol, Version version) {
      add(patrol, version, true);
    }

    private void add(UUID patrol, Version version, boolean annulled) {
      rows.computeIfPresent(
          patrol,
          (_, there) -> {
            List<Version> more = new ArrayList<>(there.versions());
            more.add(version);
            return new Patrol(
                there.id(),
                there.teamId(),
                there.kind(),
                there.shiftId(),
                there.late(),
                there.recordedBy(),
                there.recordedAt(),
                false,
                annulled,
                more);
          });
    }
  }

  private Patrols patrols() {
    InstantSource source = InstantSource.fixed(NOW);
    var site = new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true);
    return new Patrols(
        shifts,
        table,
        membership,
        new SiteClock(source, site),
        new TeamSettings(Duration.ofDays(1826), Duration.ofDays(730)),
        site,
        new Ids(source, new Random(1)),
        log);
  }

  private Team team(int number, @Nullable LocalDate from, @Nullable LocalDate until) {
    return membership.add(
        new Team(new UUID(4, number), "TEAM-000" + number, COMMUNE, "Tổ", false, from, until));
  }

  private UUID serving(int number, String name, LocalDate until) {
    return membership.serving(team, number, name, null, LocalDate.of(2025, 1, 1), until).id();
  }

  private static NewShift shift(int id, LocalDate on, String starts, UUID... members) {
    return new NewShift(new UUID(8, id), on, starts, 120, "Khu chợ", List.of(members));
  }

  private static NewPatrol patrol(Instant end, long minutes, UUID... members) {
    return patrol(ID, null, end, minutes, members);
  }

  private static NewPatrol patrol(
      UUID id, @Nullable UUID shift, Instant end, long minutes, UUID... members) {
    return new NewPatrol(
        id,
        Patrol.Kind.PATROL,
        shift,
        end.minus(Duration.ofMinutes(minutes)),
        end,
        List.of(members),
        WORDS);
  }

  private static PatrolCorrection correction(
      int version, Instant end, long minutes, String reason, UUID... members) {
    return new PatrolCorrection(
        version, end.minus(Duration.ofMinutes(minutes)), end, List.of(members), WORDS, reason);
  }

  private Patrol now(UUID id) {
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
  void aTurnIsPlannedFromTodayOnAndNotFarAhead() {
    assertThat(
            wrong(() -> patrols.plan(team.id(), shift(1, TODAY.minusDays(1), "20:30", an), leader)))
        .containsExactly("team-day-over");
    assertThat(
            wrong(() -> patrols.plan(team.id(), shift(1, TODAY.plusDays(93), "20:30", an), leader)))
        .containsExactly("team-day-far");
    patrols.plan(team.id(), shift(1, TODAY, "20:30", an, an), leader);
    patrols.plan(team.id(), shift(2, TODAY.plusDays(92), "7:05", an), leader);
    assertThat(shifts.rows.values())
        .extracting(Shift::starts)
        .containsExactly(LocalTime.of(20, 30), LocalTime.of(7, 5));
    assertThat(shifts.find(new UUID(8, 1)).orElseThrow().members()).containsExactly(an);
  }

  @Test
  void aTimeIsOneOfTheDayAndARouteNamesNobody() {
    for (String time : List.of("24:00", "20:60", "tối", "2030")) {
      assertThat(wrong(() -> patrols.plan(team.id(), shift(1, TODAY, time, an), leader)))
          .as(time)
          .containsExactly("team-time");
    }
    var named = new NewShift(ID, TODAY, "20:30", 120, "Nhà 0912 345 678", List.of(an));
    assertThat(wrong(() -> patrols.plan(team.id(), named, leader)))
        .containsExactly("team-words-number");
  }

  @Test
  void whoeverDoesNotServeOnTheDayIsPlannedNowhere() {
    UUID stranger = new UUID(6, 99);
    assertThat(
            wrong(() ->
                patrols.plan(team.id(), shift(1, TODAY, "20:30", an, left, stranger), leader)))
        .containsExactly("team-not-serving", "team-not-serving");
  }

  @Test
  void nobodyIsPlannedAtTwoPlacesAlsoAcrossMidnight() {
    patrols.plan(team.id(), shift(1, TODAY, "23:00", an), leader);
    LocalDate next = TODAY.plusDays(1);
    assertThat(wrong(() -> patrols.plan(team.id(), shift(2, next, "00:59", an), leader)))
        .containsExactly("team-shift-twice");
    patrols.plan(team.id(), shift(3, next, "00:59", binh), leader);
    patrols.plan(team.id(), shift(4, next, "01:00", an), leader);
    patrols.cancel(team.id(), new UUID(8, 1), "Mưa bão.", leader);
    patrols.plan(team.id(), shift(5, TODAY, "23:00", an), leader);
  }

  @Test
  void aTurnAcrossTheEndOfAMonthCountsToo() {
    patrols.plan(team.id(), shift(1, LocalDate.of(2026, 11, 30), "23:00", an), leader);
    LocalDate first = LocalDate.of(2026, 12, 1);
    assertThat(wrong(() -> patrols.plan(team.id(), shift(2, first, "00:30", an), leader)))
        .containsExactly("team-shift-twice");
  }

  @Test
  void whatIsSentTwiceIsThereOnceAndNotInAnotherTeam() {
    patrols.plan(team.id(), shift(1, TODAY, "20:30", an), leader);
    patrols.plan(team.id(), shift(1, TODAY, "20:30", an), leader);
    assertThat(log.types()).containsExactly(TeamWorkEvent.SHIFT_PLANNED);
    Team other = team(2, LocalDate.of(2025, 1, 1), null);
    assertThat(wrong(() -> patrols.plan(other.id(), shift(1, TODAY, "20:30", an), leader)))
        .containsExactly("team-id-taken");
    patrols.record(team.id(), patrol(END, 60, an), leader);
    assertThat(wrong(() -> patrols.record(other.id(), patrol(END, 60, an), leader)))
        .containsExactly("team-id-taken");
  }

  @Test
  void onlyATeamThatThereIsPlans() {
    Team proposed = team(2, null, null);
    Team over = team(3, LocalDate.of(2025, 1, 1), TODAY);
    for (Team none : List.of(proposed, over)) {
      assertRefused(
          TeamProblem.TEAM_NOT_ACTIVE,
          () -> patrols.plan(none.id(), shift(1, TODAY, "20:30", an), leader));
      assertRefused(
          TeamProblem.TEAM_NOT_ACTIVE,
          () -> patrols.copy(none.id(), YearMonth.of(2026, 12), leader));
    }
  }

  @Test
  void aTurnIsCalledOffOnceAndOnlyByItsTeam() {
    patrols.plan(team.id(), shift(1, TODAY, "20:30", an), leader);
    UUID shift = new UUID(8, 1);
    Team other = team(2, LocalDate.of(2025, 1, 1), null);
    assertRefused(
        TeamWorkProblem.NO_SUCH_SHIFT, () -> patrols.cancel(other.id(), shift, "Mưa.", leader));
    assertThat(wrong(() -> patrols.cancel(team.id(), shift, " ", leader)))
        .containsExactly("required");
    patrols.cancel(team.id(), shift, "Mưa bão.", leader);
    assertRefused(
        TeamWorkProblem.SHIFT_OVER, () -> patrols.cancel(team.id(), shift, "Mưa.", leader));
    assertThat(log.last(TeamWorkEvent.SHIFT_CANCELLED).facts().toString()).doesNotContain("Mưa");
  }

  @Test
  void aMonthIsPlannedAsTheOneBeforeWithoutWhoLeftAndWhatMeets() {
    LocalDate friday = LocalDate.of(2026, 11, 27);
    patrols.plan(team.id(), shift(1, friday, "20:30", an), leader);
    patrols.plan(team.id(), shift(2, friday.plusDays(1), "20:30", an, binh), leader);
    patrols.plan(team.id(), shift(3, friday.plusDays(2), "20:30", an), leader);
    patrols.cancel(team.id(), new UUID(8, 3), "Mưa.", leader);
    YearMonth december = YearMonth.of(2026, 12);
    assertThat(patrols.copy(team.id(), december, leader)).isEqualTo(new Patrols.Copied(2, 0, 0));
    assertThat(shifts.rows.values())
        .extracting(Shift::on)
        .contains(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
    assertThat(patrols.copy(team.id(), december, leader))
        .as("a second time there is one already")
        .isEqualTo(new Patrols.Copied(0, 2, 0));
  }

  @Test
  void aMonthThatIsOverOrFarIsNotPlanned() {
    assertThat(wrong(() -> patrols.copy(team.id(), YearMonth.of(2026, 10), leader)))
        .containsExactly("team-day-over");
    assertThat(wrong(() -> patrols.copy(team.id(), YearMonth.of(2027, 3), leader)))
        .containsExactly("team-day-far");
  }

  @Test
  void whoServesNoMoreIsLeftOutOfTheCopy() {
    LocalDate may = LocalDate.of(2026, 10, 30);
    shifts.insert(
        List.of(
            new Shift(
                new UUID(8, 7),
                team.id(),
                may,
                LocalTime.of(20, 0),
                60,
                "Chợ",
                List.of(an, left),
                null,
                false),
            new Shift(
                new UUID(8, 8),
                team.id(),
                may,
                LocalTime.of(22, 0),
                60,
                "Chợ",
                List.of(left),
                null,
                false)),
        leader.id(),
        NOW);
    Patrols.Copied copied = patrols.copy(team.id(), YearMonth.of(2026, 11), leader);
    assertThat(copied)
        .as("the fifth Friday does not come in November")
        .isEqualTo(new Patrols.Copied(0, 2, 0));
    shifts.rows.clear();
    patrols.plan(team.id(), shift(1, TODAY, "20:30", an), leader);
    shifts.rows.computeIfPresent(
        new UUID(8, 1),
        (_, there) ->
            new Shift(
                there.id(),
                team.id(),
                LocalDate.of(2026, 10, 22),
                there.starts(),
                60,
                "Chợ",
                List.of(an, left),
                null,
                false));
    assertThat(patrols.copy(team.id(), YearMonth.of(2026, 11), leader))
        .isEqualTo(new Patrols.Copied(1, 0, 1));
  }

  @Test
  void aPatrolThatWasNotYetOrNeverCouldBeIsNotWrittenDown() {
    assertThat(wrong(() -> patrols.record(team.id(), patrol(NOW.plusSeconds(60), 60, an), leader)))
        .containsExactly("past-or-present");
    assertThat(wrong(() -> patrols.record(team.id(), patrol(END, 0, an), leader)))
        .containsExactly("team-end-before-start");
    assertThat(wrong(() -> patrols.record(team.id(), patrol(END, 721, an), leader)))
        .containsExactly("team-patrol-long");
    Instant old = NOW.minus(Duration.ofDays(367));
    assertThat(wrong(() -> patrols.record(team.id(), patrol(old, 60, an), leader)))
        .contains("team-day-far");
    patrols.record(team.id(), patrol(END, 720, an), leader);
    assertThat(now(ID).late()).isFalse();
  }

  @Test
  void aPatrolIsOfWhoServedAndOfNobodyAtTwoPlaces() {
    assertThat(wrong(() -> patrols.record(team.id(), patrol(END, 60, an, left), leader)))
        .containsExactly("team-not-serving");
    patrols.record(team.id(), patrol(END, 60, an), leader);
    UUID second = new UUID(5, 2);
    Instant meets = END.minus(Duration.ofMinutes(59));
    assertThat(wrong(() -> patrols.record(team.id(), patrol(second, null, meets, 30, an), leader)))
        .as("so that no hour is paid twice")
        .containsExactly("team-patrol-twice");
    patrols.record(team.id(), patrol(second, null, meets, 30, binh), leader);
    patrols.record(
        team.id(), patrol(new UUID(5, 3), null, END.minus(Duration.ofHours(1)), 30, an), leader);
  }

  @Test
  void aPatrolWrittenDownADayLaterIsMarked() {
    Instant day = NOW.minus(Duration.ofHours(24));
    patrols.record(team.id(), patrol(day, 60, an), leader);
    assertThat(now(ID).late()).isFalse();
    UUID second = new UUID(5, 2);
    patrols.record(
        team.id(), patrol(second, null, day.minus(Duration.ofMinutes(1)), 60, binh), leader);
    assertThat(now(second).late()).isTrue();
  }

  @Test
  void anotherPatrolUnderTheSameIdentifierIsRefused() {
    patrols.record(team.id(), patrol(END, 60, an, binh), leader);
    patrols.record(team.id(), patrol(END, 60, binh, an), leader);
    assertThat(log.types()).containsExactly(TeamWorkEvent.PATROL_RECORDED);
    assertRefused(
        TeamWorkProblem.PATROL_THERE,
        () -> patrols.record(team.id(), patrol(END, 61, an, binh), leader));
    assertRefused(
        TeamWorkProblem.PATROL_THERE, () -> patrols.record(team.id(), patrol(END, 60, an), leader));
  }

  private UUID shiftOn(LocalDate on) {
    UUID id = new UUID(8, 50);
    shifts.insert(
        List.of(
            new Shift(id, team.id(), on, LocalTime.of(8, 0), 60, "Chợ", List.of(an), null, false)),
        leader.id(),
        NOW);
    return id;
  }

  @Test
  void aPatrolIsOfATurnOfItsTeamAboutThatDay() {
    UUID unknown = new UUID(8, 49);
    assertThat(wrong(() -> patrols.record(team.id(), patrol(ID, unknown, END, 60, an), leader)))
        .containsExactly("team-shift-unknown");
    UUID far = shiftOn(TODAY.minusDays(2));
    assertThat(wrong(() -> patrols.record(team.id(), patrol(ID, far, END, 60, an), leader)))
        .containsExactly("team-shift-day");
    UUID near = shiftOn(TODAY.minusDays(1));
    var duty =
        new NewPatrol(ID, Patrol.Kind.EVENT, near, END.minusSeconds(3600), END, List.of(an), WORDS);
    assertThat(wrong(() -> patrols.record(team.id(), duty, leader)))
        .containsExactly("team-shift-duty");
    patrols.record(team.id(), patrol(ID, near, END, 60, an), leader);
    shifts.rows.computeIfPresent(near, (_, there) -> Shifts.with(there, null, true));
    assertRefused(
        TeamWorkProblem.SHIFT_OVER,
        () -> patrols.record(team.id(), patrol(new UUID(5, 2), near, END, 30, binh), leader));
  }

  @Test
  void norIsItCorrectedToBeOnAnotherDayThanItsTurn() {
    UUID shift = shiftOn(TODAY);
    patrols.record(team.id(), patrol(ID, shift, END, 60, an), leader);
    Instant before = END.minus(Duration.ofDays(5));
    assertThat(
            wrong(() ->
                patrols.correct(
                    team.id(), ID, correction(1, before, 60, "Nhầm ngày.", an), leader)))
        .containsExactly("team-shift-day");
    patrols.correct(team.id(), ID, correction(1, END, 30, "Nhầm giờ.", an), leader);
  }

  @Test
  void aCorrectionKeepsWhatStoodAndIsOfWhatWasSeen() {
    patrols.record(team.id(), patrol(END, 60, an), leader);
    assertThat(wrong(() -> patrols.correct(team.id(), ID, correction(1, END, 60, " ", an), leader)))
        .containsExactly("required");
    assertThat(
            wrong(() ->
                patrols.correct(team.id(), ID, correction(1, END, 60, "Nhầm.", left), leader)))
        .containsExactly("team-not-serving");
    patrols.correct(team.id(), ID, correction(1, END, 90, "Nhầm giờ.", an, binh), leader);
    assertThat(now(ID).versions()).extracting(Version::minutes).containsExactly(60L, 90L);
    assertRefused(
        TeamWorkProblem.PATROL_CHANGED,
        () -> patrols.correct(team.id(), ID, correction(1, END, 30, "Nhầm.", an), leader));
    Team other = team(2, LocalDate.of(2025, 1, 1), null);
    assertRefused(
        TeamWorkProblem.NO_SUCH_PATROL,
        () -> patrols.correct(other.id(), ID, correction(2, END, 30, "Nhầm.", an), leader));
  }

  @Test
  void aCorrectionIsNotInTheWayOfItselfButOfOthers() {
    patrols.record(team.id(), patrol(END, 60, an), leader);
    UUID second = new UUID(5, 2);
    patrols.record(team.id(), patrol(second, null, END.minus(Duration.ofHours(1)), 60, an), leader);
    assertThat(
            wrong(
                () -> patrols.correct(team.id(), ID, correction(1, END, 61, "Nhầm.", an), leader)))
        .containsExactly("team-patrol-twice");
    patrols.correct(team.id(), ID, correction(1, END, 59, "Nhầm.", an), leader);
  }

  @Test
  void whatNeverWasStaysNotedAndCountsForNothing() {
    patrols.record(team.id(), patrol(END, 60, an), leader);
    patrols.annul(team.id(), ID, new PatrolAnnulment(1, "Ghi nhầm tổ."), leader);
    assertThat(now(ID).annulled()).isTrue();
    assertThat(now(ID).versions()).hasSize(2);
    for (ThrowingCallable again :
        List.<ThrowingCallable>of(
            () -> patrols.annul(team.id(), ID, new PatrolAnnulment(2, "Nhầm."), leader),
            () -> patrols.correct(team.id(), ID, correction(2, END, 60, "Nhầm.", an), leader))) {
      assertRefused(TeamWorkProblem.PATROL_ANNULLED, again);
    }
    patrols.record(team.id(), patrol(new UUID(5, 2), null, END, 60, an), leader);
  }
}
