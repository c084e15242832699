package anbinh.measure.register;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static anbinh.measure.register.RegisterFixture.TODAY;
import static anbinh.measure.register.RegisterFixture.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureProblem;
import anbinh.measure.register.MeasureContent.MeasureTask;
import anbinh.measure.register.MeasureContent.TaskKind;
import anbinh.measure.register.MeasureContent.TaskResult;
import anbinh.measure.register.MeasureForms.HelperEnd;
import anbinh.measure.register.MeasureForms.MeasureTaskDone;
import anbinh.measure.register.MeasureForms.NewMeasureHelper;
import anbinh.measure.register.MeasureForms.NewMeasureTask;
import anbinh.measure.register.MeasureHelpers.Choice;
import anbinh.platform.Problem;
import anbinh.team.Member;
import anbinh.team.Team;
import anbinh.team.member.FakeMembership;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who helps with a measure, which tasks are theirs and who keeps it next; MeasuresIT has roles and
/// the database.
class MeasureHelpTest {
  private static final UUID TASK = new UUID(14, 1);

  @TempDir Path folder;

  private @Nullable RegisterFixture made;

  @BeforeEach
  void make() {
    made = new RegisterFixture(folder);
  }

  @AfterEach
  void signOut() {
    world().fixture.close();
  }

  private RegisterFixture world() {
    return Objects.requireNonNull(made);
  }

  private MeasureHelp help() {
    return world().help();
  }

  private void assign(Measure one, @Nullable UUID person, @Nullable UUID member) {
    help().assign(one.id(), new NewMeasureHelper(person, member, true), world().keeper);
  }

  private List<MeasureHelper> helpers(Measure one) {
    return world().helperRows.list(one.id());
  }

  private void set(Measure one, int task, LocalDate due, @Nullable UUID helper) {
    help()
        .set(
            one.id(),
            new NewMeasureTask(new UUID(14, task), TaskKind.VISIT, due, helper),
            world().keeper);
  }

  private void done(Measure one, TaskResult result, LocalDate on, Person by) {
    help().done(one.id(), TASK, new MeasureTaskDone(result, on), by);
  }

  private static void assertRefused(MeasureProblem why, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried))
        .isNotNull()
        .extracting(Problem::code)
        .isEqualTo(why);
  }

  private static List<String> wrong(ThrowingCallable tried) {
    return catchThrowableOfType(Problem.class, tried).fields().stream()
        .map(each -> each.field() + " " + each.code())
        .toList();
  }

  @Test
  void onlyTheKeeperAssignsAndSetsTasks() {
    Measure one = world().inForce();
    world().helps(one, world().helper);
    var requested = new NewMeasureHelper(world().another.id(), null, true);
    var task = new NewMeasureTask(TASK, TaskKind.VISIT, TODAY, null);
    for (Person other : List.of(world().colleague, world().chair, world().helper, world().above)) {
      assertRefused(
          MeasureProblem.NO_SUCH_MEASURE, () -> help().assign(one.id(), requested, other));
      assertRefused(MeasureProblem.NO_SUCH_MEASURE, () -> help().set(one.id(), task, other));
      assertRefused(
          MeasureProblem.NO_SUCH_MEASURE,
          () -> help().end(one.id(), new UUID(13, 1), HelperEnd.KIN, other));
    }
    assertThat(world().fixture.refused()).as("that they tried is noted").hasSize(12);
    assertThat(helpers(one)).hasSize(1);
  }

  @Test
  void nobodyHelpsBeforeTheChairConfirmedNorAfterTheEnd() {
    Measure waiting = world().measure(MeasureState.WAITING);
    UUID helper = world().helper.id();
    assertRefused(MeasureProblem.MEASURE_ELSEWHERE, () -> assign(waiting, helper, null));
    assertRefused(MeasureProblem.MEASURE_ELSEWHERE, () -> set(waiting, 1, TODAY, null));
    Measure over =
        world()
            .table
            .add(world().keeper.id(), MeasureState.IN_FORCE, TODAY.minusDays(1), false, null, null);
    assertRefused(MeasureProblem.MEASURE_SEALED, () -> assign(over, helper, null));
    assign(world().measure(MeasureState.SUSPENDED), helper, null);
  }

  @Test
  void anAccountOrAMemberAndNotBoth() {
    Measure one = world().inForce();
    UUID helper = world().helper.id();
    for (ThrowingCallable tried :
        List.<ThrowingCallable>of(
            () -> assign(one, null, null), () -> assign(one, helper, new UUID(6, 1)))) {
      assertThat(wrong(tried))
          .containsExactly("personId measure-one-helper", "memberId measure-one-helper");
    }
  }

  @Test
  void whoHelpsHasARoleInTheCommuneAndServesStill() {
    Measure one = world().inForce();
    Person far = world().people.add(person(11, OTHER_COMMUNE, Role.MEDIATOR));
    Person retired = world().people.add(person(12, VILLAGE, Role.TEAM_MEMBER));
    world().membership.retire(retired.id());
    Person inactive = world().people.add(person(13, VILLAGE, Role.MEDIATOR).withoutRights());
    for (Person none : List.of(far, retired, inactive, world().colleague, world().chair)) {
      assertThat(wrong(() -> assign(one, none.id(), null)))
          .as(none.username())
          .containsExactly("personId measure-no-helper");
    }
  }

  @Test
  void whoBearsTheNameOrIsKinDoesNotHelpAlsoNotAgain() {
    Measure one = world().inForce();
    Person same =
        world()
            .people
            .add(RegisterFixture.named(11, "LO VAN THUAN (Tổ 2)", VILLAGE, Role.MEDIATOR));
    assertThat(wrong(() -> assign(one, same.id(), null)))
        .containsExactly("personId measure-interested");
    UUID helper = world().helps(one, world().helper);
    help().end(one.id(), helper, HelperEnd.OWN_WISH, world().keeper);
    assign(one, world().helper.id(), null);
    help().end(one.id(), helper, HelperEnd.KIN, world().keeper);
    assertThat(helpers(one))
        .as("that they are kin may come out after they left")
        .extracting(MeasureHelper::cause)
        .containsExactly(HelperEnd.KIN, null);
    assertThat(wrong(() -> assign(one, world().helper.id(), null)))
        .containsExactly("personId measure-interested");
  }

  @Test
  void whoHelpsAlreadyHelpsOnceAndGetsTheAccountThatTheyGotSince() {
    Measure one = world().inForce();
    assign(one, world().helper.id(), null);
    assign(one, world().helper.id(), null);
    assertThat(helpers(one)).hasSize(1);
    Team team =
        world()
            .membership
            .add(
                new Team(
                    new UUID(4, 1), "TEAM-0001", COMMUNE, "Tổ", false, TODAY.minusYears(1), null));
    Member an =
        world()
            .membership
            .serving(team, 1, "Nguyễn Văn An", null, TODAY.minusYears(1), TODAY.plusYears(1));
    assign(one, null, an.id());
    Person account = world().people.add(person(11, VILLAGE, Role.TEAM_MEMBER));
    world()
        .membership
        .add(
            FakeMembership.member(
                team.id(), 1, "Nguyễn Văn An", account.id(), Member.State.RECOGNISED, null));
    assign(one, null, an.id());
    assertThat(helpers(one))
        .extracting(MeasureHelper::personId)
        .containsExactly(world().helper.id(), account.id());
  }

  @Test
  void aMeasureHasTwentyHelpersAtMost() {
    Measure one = world().inForce();
    for (int number = 20; number < 40; number++) {
      world().helps(one, world().people.add(person(number, VILLAGE, Role.MEDIATOR)));
    }
    assertRefused(MeasureProblem.MEASURE_FULL, () -> assign(one, world().helper.id(), null));
    help().end(one.id(), new UUID(13, 1), HelperEnd.OWN_WISH, world().keeper);
    assign(one, world().helper.id(), null);
  }

  @Test
  void whoStepsAsideSeesItNoMore() {
    Measure one = world().inForce();
    world().helps(one, world().helper);
    assertThat(world().access.on(one, world().helper).sees()).isTrue();
    help().stepAside(one.id(), HelperEnd.KIN, world().helper);
    assertThat(world().access.on(one, world().helper).sees()).isFalse();
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE,
        () -> help().stepAside(one.id(), HelperEnd.KIN, world().helper));
    assertThat(world().log.types()).containsExactly(MeasureEvent.HELPER_ENDED);
  }

  @Test
  void aTaskIsDueWithinTheMeasureAndOfWhoHelps() {
    Measure one = world().inForce();
    UUID helper = world().helps(one, world().helper);
    for (LocalDate day : List.of(LocalDate.of(2026, 5, 31), UNTIL.plusDays(1))) {
      assertThat(wrong(() -> set(one, 1, day, null))).containsExactly("dueOn measure-within");
    }
    assertThat(wrong(() -> set(one, 1, TODAY, new UUID(13, 9))))
        .containsExactly("helperId measure-no-helper");
    set(one, 1, UNTIL, helper);
    set(one, 1, TODAY, null);
    assertThat(world().table.content(one).tasks())
        .as("what is sent twice is there once")
        .extracting(MeasureTask::dueOn)
        .containsExactly(UNTIL);
    help().end(one.id(), helper, HelperEnd.OWN_WISH, world().keeper);
    assertThat(wrong(() -> set(one, 2, TODAY, helper)))
        .containsExactly("helperId measure-no-helper");
  }

  @Test
  void aTaskIsNotedByWhoseItIsOnceAndInTime() {
    Measure one = world().inForce();
    UUID helper = world().helps(one, world().helper);
    world().helps(one, world().another);
    set(one, 1, TODAY, helper);
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE_TASK,
        () -> done(one, TaskResult.DONE, TODAY, world().another));
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE, () -> done(one, TaskResult.DONE, TODAY, world().chair));
    for (LocalDate day : List.of(TODAY.plusDays(1), LocalDate.of(2026, 5, 31))) {
      assertThat(wrong(() -> done(one, TaskResult.DONE, day, world().helper)))
          .containsExactly("on measure-within");
    }
    done(one, TaskResult.NOT_MET, TODAY, world().helper);
    done(one, TaskResult.NOT_MET, TODAY, world().helper);
    assertRefused(
        MeasureProblem.MEASURE_TASK_DONE, () -> done(one, TaskResult.DONE, TODAY, world().keeper));
    assertThat(world().table.content(one).tasks())
        .extracting(MeasureTask::by)
        .containsExactly(world().helper.id());
    assertThat(world().log.types().stream().filter(MeasureEvent.TASK_DONE::equals)).hasSize(1);
  }

  @Test
  void nobodyHelpsOnceAPaperEndedIt() {
    Measure one =
        world()
            .table
            .add(
                world().keeper.id(),
                MeasureState.IN_FORCE,
                UNTIL,
                false,
                new Measure.Waiting(Instant.EPOCH, TODAY.minusDays(1)),
                null);
    world().helps(one, world().helper);
    set(one, 1, TODAY, null);
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE, () -> done(one, TaskResult.DONE, TODAY, world().helper));
  }

  @Test
  void itIsHandedOverToAnotherOfficerWhoIsNoChairAndNotWhoItIsAbout() {
    Measure one = world().inForce();
    Person both = world().people.add(person(11, COMMUNE, Role.COMMUNITY_OFFICER, Role.CHAIR));
    Person same =
        world()
            .people
            .add(RegisterFixture.named(12, FakeMeasures.NAME, COMMUNE, Role.COMMUNITY_OFFICER));
    Person far = world().people.add(person(13, OTHER_COMMUNE, Role.COMMUNITY_OFFICER));
    for (Person none : List.of(both, far, world().helper)) {
      assertThat(wrong(() -> help().handOver(one.id(), none.id(), world().keeper)))
          .containsExactly("personId measure-no-keeper");
    }
    assertThat(wrong(() -> help().handOver(one.id(), same.id(), world().keeper)))
        .containsExactly("personId measure-interested");
    help().handOver(one.id(), world().colleague.id(), world().keeper);
    assertThat(world().table.find(one.id()).orElseThrow().keeperId())
        .isEqualTo(world().colleague.id());
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE,
        () -> help().handOver(one.id(), world().keeper.id(), world().keeper));
  }

  @Test
  void theChairAppointsAKeeperOnlyWhereThereIsNoneAnyMore() {
    Measure one = world().inForce();
    UUID next = world().colleague.id();
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE, () -> help().handOver(one.id(), next, world().chair));
    world().people.add(world().keeper.withoutRights());
    assertRefused(
        MeasureProblem.NO_SUCH_MEASURE, () -> help().handOver(one.id(), next, world().helper));
    help().handOver(one.id(), next, world().chair);
    assertThat(world().log.types()).containsExactly(MeasureEvent.HANDED_OVER);
  }

  @Test
  void whoElseCanKeepItIsNotWhoDoes() {
    Measure one = world().inForce();
    assertThat(help().keepers(world().access.on(one, world().keeper)))
        .extracting(Choice::personId)
        .containsExactly(world().colleague.id());
  }
}
