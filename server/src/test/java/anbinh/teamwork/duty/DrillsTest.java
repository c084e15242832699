package anbinh.teamwork.duty;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.member.FakeMembership;
import anbinh.team.unit.FakeCommunes;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.duty.Drill.Outcome;
import anbinh.teamwork.duty.DutyForms.Attendance;
import anbinh.teamwork.duty.DutyForms.DrillCorrection;
import anbinh.teamwork.duty.DutyForms.DrillResult;
import anbinh.teamwork.duty.DutyForms.NewDrill;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which drills are planned for which teams, and of whom it is said how they were; DutyIT has the
/// database.
class DrillsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final UUID ID = new UUID(5, 1);

  private final Person officer = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final FakeMembership membership = new FakeMembership();
  private final FakeCommunes communes = new FakeCommunes();
  private final Rows table = new Rows();
  private final RecordedLog log = new RecordedLog();
  private final Team team = team(1, COMMUNE, null);
  private final UUID an = serving(1, "Nguyễn Văn An", LocalDate.of(2030, 1, 1));
  private final UUID binh = serving(2, "Trần Thị Bình", LocalDate.of(2030, 1, 1));
  private final UUID left = serving(3, "Lê Văn Cường", TODAY.minusDays(2));
  private final Drills drills =
      new Drills(
          table,
          communes,
          membership,
          new SiteClock(
              InstantSource.fixed(NOW), new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true)),
          log);

  private static final class Rows extends DrillTable {
    private final Map<UUID, Drill> rows = new HashMap<>();
    private final List<Result> results = new ArrayList<>();
    private final List<Map<UUID, Outcome>> attendance = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null);
    }

    @Override
    Optional<Drill> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    Optional<Drill> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    void insert(Drill drill, UUID by, Instant at) {
      rows.put(drill.id(), drill);
    }

    @Override
    void cancel(UUID id, String reason, UUID by, Instant at) {
      set(id, Drill.State.CANCELLED, 0, find(id).orElseThrow().on(), reason);
    }

    @Override
    void hold(UUID id, Result result, Map<UUID, Outcome> said) {
      results.add(result);
      attendance.add(Map.copyOf(said));
      set(id, Drill.State.HELD, result.version(), result.on(), null);
    }

    @Override
    Map<UUID, Outcome> attendance(UUID id, int version) {
      return attendance.get(version - 1);
    }

    private void set(
        UUID id, Drill.State state, int version, LocalDate on, @Nullable String reason) {
      rows.computeIfPresent(
          id,
          (_, there) ->
              new Drill(
                  id,
                  there.communeId(),
                  there.kind(),
                  there.subject(),
                  there.place(),
                  on,
                  there.minutes(),
                  there.teams(),
                  state,
                  version,
                  reason));
    }
  }

  private Team team(int number, UUID commune, @Nullable LocalDate dissolved) {
    return communes.add(
        membership.add(
            new Team(
                new UUID(4, number),
                "TEAM-000" + number,
                commune,
                "Tổ",
                false,
                LocalDate.of(2025, 1, 1),
                dissolved)));
  }

  private UUID serving(int number, String name, LocalDate until) {
    return membership.serving(team, number, name, null, LocalDate.of(2025, 1, 1), until).id();
  }

  private TeamCommunes.On here() {
    return FakeCommunes.on(COMMUNE, officer);
  }

  private static NewDrill drill(LocalDate on, UUID... teams) {
    return new NewDrill(ID, COMMUNE, Drill.Kind.DRILL, "Chữa cháy", null, on, 120, List.of(teams));
  }

  private void planned() {
    assertThat(drills.plan(here(), drill(TODAY, team.id())).state()).isEqualTo(Drill.State.PLANNED);
  }

  private static DrillResult result(LocalDate on, Attendance... attendance) {
    return new DrillResult(on, 120, List.of(attendance));
  }

  private static Attendance was(UUID member, Outcome outcome) {
    return new Attendance(member, outcome);
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
  void aDrillIsOfTeamsThatLieThereToday() {
    Team far = team(2, OTHER_COMMUNE, null);
    Team over = team(3, COMMUNE, TODAY);
    for (UUID none : List.of(far.id(), over.id(), new UUID(4, 9))) {
      assertThat(wrong(() -> drills.plan(here(), drill(TODAY, team.id(), none))))
          .containsExactly("team-not-there");
    }
    Team lastDay = team(4, COMMUNE, TODAY.plusDays(1));
    Drill planned = drills.plan(here(), drill(TODAY, team.id(), lastDay.id(), team.id()));
    assertThat(planned.teams()).containsExactly(team.id(), lastDay.id());
  }

  @Test
  void aDrillIsNotFarOffEitherWay() {
    for (int days : new int[] {-401, 401}) {
      assertThat(wrong(() -> drills.plan(here(), drill(TODAY.plusDays(days), team.id()))))
          .containsExactly("team-day-far");
    }
    assertThat(drills.plan(here(), drill(TODAY.minusDays(400), team.id())).results()).isZero();
  }

  @Test
  void whatIsSentTwiceIsThereOnceAlsoAfterItWasHeld() {
    planned();
    planned();
    assertThat(log.types()).containsExactly(TeamWorkEvent.DRILL_PLANNED);
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () -> drills.plan(here(), drill(TODAY.minusDays(1), team.id())));
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () -> drills.plan(FakeCommunes.on(OTHER_COMMUNE, officer), drill(TODAY, team.id())));
    var yesterday = result(TODAY.minusDays(1), was(an, Outcome.PASSED), was(binh, Outcome.ABSENT));
    drills.result(ID, yesterday, officer);
    assertThat(drills.plan(here(), drill(TODAY, team.id())).state()).isEqualTo(Drill.State.HELD);
  }

  @Test
  void itIsSaidOfEveryoneWhoServesAndOfNobodyElse() {
    planned();
    assertThat(wrong(() -> drills.result(ID, result(TODAY, was(an, Outcome.PASSED)), officer)))
        .as("nobody is left out")
        .containsExactly("team-attendance-missing");
    assertThat(
            wrong(() ->
                drills.result(
                    ID,
                    result(
                        TODAY,
                        was(an, Outcome.PASSED),
                        was(an, Outcome.ABSENT),
                        was(binh, Outcome.ABSENT),
                        was(left, Outcome.PASSED)),
                    officer)))
        .containsExactly("team-named-twice", "team-not-serving");
    drills.result(
        ID, result(TODAY, was(an, Outcome.NOT_PASSED), was(binh, Outcome.ABSENT)), officer);
    assertThat(log.last(TeamWorkEvent.DRILL_HELD).facts())
        .containsEntry("present", 1L)
        .containsEntry("absent", 1L);
  }

  @Test
  void whoServedOnThatDayCountsAndNotWhoServesToday() {
    planned();
    LocalDate then = TODAY.minusDays(2);
    assertThat(
            wrong(() ->
                drills.result(
                    ID, result(then, was(an, Outcome.PASSED), was(binh, Outcome.PASSED)), officer)))
        .containsExactly("team-attendance-missing");
    drills.result(
        ID,
        result(then, was(an, Outcome.PASSED), was(binh, Outcome.PASSED), was(left, Outcome.PASSED)),
        officer);
  }

  @Test
  void nothingIsSaidOfADayToComeOrLongAgo() {
    planned();
    for (LocalDate day : List.of(TODAY.plusDays(1), TODAY.minusDays(401))) {
      assertThat(
              wrong(() ->
                  drills.result(
                      ID,
                      result(
                          day,
                          was(an, Outcome.PASSED),
                          was(binh, Outcome.PASSED),
                          was(left, Outcome.PASSED)),
                      officer)))
          .containsAnyOf("past-or-present", "team-day-far");
    }
  }

  @Test
  void whatWasHeldOrCalledOffIsNeitherAgain() {
    planned();
    drills.cancel(ID, "Mưa bão.", officer);
    var said = result(TODAY, was(an, Outcome.PASSED), was(binh, Outcome.PASSED));
    assertRefused(TeamWorkProblem.DRILL_OVER, () -> drills.cancel(ID, "Mưa.", officer));
    assertRefused(TeamWorkProblem.DRILL_OVER, () -> drills.result(ID, said, officer));
    assertRefused(
        TeamWorkProblem.NO_SUCH_DRILL, () -> drills.cancel(new UUID(5, 9), "Mưa.", officer));
    assertThat(log.last(TeamWorkEvent.DRILL_CANCELLED).facts().toString()).doesNotContain("Mưa");
  }

  private static DrillCorrection correction(int version, String reason, Attendance... attendance) {
    return new DrillCorrection(version, TODAY, 90, List.of(attendance), reason);
  }

  @Test
  void aCorrectionIsOfWhatWasSeenAndKeepsWhatStood() {
    planned();
    Attendance passed = was(an, Outcome.PASSED);
    Attendance absent = was(binh, Outcome.ABSENT);
    assertRefused(
        TeamWorkProblem.DRILL_OVER,
        () -> drills.correct(ID, correction(1, "Nhầm.", passed, absent), officer));
    drills.result(ID, result(TODAY, passed, absent), officer);
    assertRefused(
        TeamWorkProblem.DRILL_CHANGED,
        () -> drills.correct(ID, correction(2, "Nhầm.", passed, absent), officer));
    assertThat(wrong(() -> drills.correct(ID, correction(1, " ", passed, absent), officer)))
        .containsExactly("required");
    assertThat(
            wrong(() ->
                drills.correct(ID, correction(1, "Gọi 0912345678.", passed, absent), officer)))
        .containsExactly("team-words-number");
    drills.correct(ID, correction(1, "Nhầm.", passed, was(binh, Outcome.ATTENDED)), officer);
    assertThat(table.results).extracting(DrillTable.Result::version).containsExactly(1, 2);
    assertThat(log.last(TeamWorkEvent.DRILL_CORRECTED).facts())
        .containsEntry("version", 2)
        .containsEntry("present", 2L);
  }

  @Test
  void whoTurnedOutNotToHaveServedStaysInACorrection() {
    planned();
    drills.result(
        ID,
        result(
            TODAY.minusDays(2),
            was(an, Outcome.PASSED),
            was(binh, Outcome.PASSED),
            was(left, Outcome.PASSED)),
        officer);
    drills.correct(
        ID,
        correction(
            1,
            "Nhầm ngày.",
            was(an, Outcome.PASSED),
            was(binh, Outcome.PASSED),
            was(left, Outcome.ABSENT)),
        officer);
    assertThat(table.attendance.getLast()).containsEntry(left, Outcome.ABSENT);
  }
}
