package anbinh.measure.register;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.ASK_OPENING;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.ASSIGN;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.CHANGE;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.CONFIRM;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.END_HELPER;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.HAND_OVER;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.NOTE_TASK;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.REFUSE;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.SET_TASK;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.STEP_ASIDE;
import static anbinh.measure.register.MeasureResponseMapper.MeasureAction.WITHDRAW;
import static anbinh.measure.register.RegisterFixture.TODAY;
import static anbinh.measure.register.RegisterFixture.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.measure.MeasureEvent;
import anbinh.measure.register.Measure.Waiting;
import anbinh.measure.register.MeasureContent.MeasureTask;
import anbinh.measure.register.MeasureContent.TaskKind;
import anbinh.measure.register.MeasureContent.TaskResult;
import anbinh.measure.register.MeasureForms.HelperEnd;
import anbinh.measure.register.MeasureResponseMapper.MeasureAction;
import anbinh.measure.register.MeasureResponseMapper.MeasureApiScenario;
import anbinh.measure.register.MeasureResponseMapper.MeasureContentView;
import anbinh.measure.register.MeasureResponseMapper.MeasureDetails;
import anbinh.measure.register.MeasureResponseMapper.MeasureHelperView;
import anbinh.measure.register.MeasureResponseMapper.MeasureStep;
import anbinh.measure.register.MeasureResponseMapper.MeasureTaskView;
import anbinh.measure.register.MeasureResponseMapper.MeasureView;
import anbinh.measure.register.MeasureResponseMapper.MeasureWaiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whom is shown of a measure, and which actions they are offered: who helps the name and
/// their tasks, the chair the papers, the keeper all of it while it lasts.
class MeasureResponseMapperTest {
  private static final Instant SINCE = NOW.minus(Duration.ofDays(1));

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

  private MeasureDetails details(Measure one, Person reader) {
    return world().mapper().details(one, reader);
  }

  private List<MeasureAction> actions(Measure one, Person reader) {
    return details(one, reader).actions();
  }

  private MeasureView view(Measure one, Person reader) {
    return world().mapper().view(world().access.on(one, reader));
  }

  private MeasureContentView content(Measure one, Person reader) {
    return world().mapper().content(world().access.on(one, reader), world().table.content(one));
  }

  private Measure waitingFor(@Nullable LocalDate endsOn) {
    return world()
        .table
        .add(
            world().keeper.id(),
            MeasureState.IN_FORCE,
            UNTIL,
            false,
            new Waiting(SINCE, endsOn),
            null);
  }

  private Measure over(MeasureState state, boolean minor, @Nullable Instant erased) {
    return world().table.add(world().keeper.id(), state, TODAY.minusDays(1), minor, null, erased);
  }

  private void task(
      Measure one,
      int number,
      @Nullable UUID helper,
      @Nullable TaskResult result,
      @Nullable Person by) {
    world()
        .table
        .saveTasks(
            one.id(),
            world()
                .table
                .content(one)
                .with(
                    new MeasureTask(
                        new UUID(14, number),
                        TaskKind.VISIT,
                        TODAY.plusDays(number),
                        helper,
                        result,
                        result == null ? null : TODAY,
                        by == null ? null : by.id())));
  }

  @Test
  void theKeeperIsOfferedAllThatIsDoneWithOneInForce() {
    assertThat(actions(world().inForce(), world().keeper))
        .containsExactly(ASSIGN, SET_TASK, NOTE_TASK, CHANGE, HAND_OVER, END_HELPER);
    assertThat(actions(waitingFor(null), world().keeper))
        .as("while a paper waits no other one takes its place")
        .containsExactly(ASSIGN, SET_TASK, NOTE_TASK, WITHDRAW, HAND_OVER, END_HELPER);
    assertThat(actions(world().measure(MeasureState.WAITING), world().keeper))
        .containsExactly(HAND_OVER);
  }

  @Test
  void theChairIsOfferedToDecideWhatWaitsAndNothingElse() {
    assertThat(actions(world().measure(MeasureState.WAITING), world().chair))
        .containsExactly(CONFIRM, REFUSE);
    assertThat(actions(waitingFor(TODAY), world().chair)).containsExactly(CONFIRM, REFUSE);
    assertThat(actions(world().inForce(), world().chair)).isEmpty();
    assertThat(actions(world().measure(MeasureState.WAITING), world().above))
        .as("one of the province is not the commune's")
        .isEmpty();
  }

  @Test
  void aChairWhoBearsTheNameDecidesNothing() {
    Person same =
        world().people.add(RegisterFixture.named(11, "Lo Van Thuan", COMMUNE, Role.CHAIR));
    Measure one = world().measure(MeasureState.WAITING);
    assertThat(actions(one, same)).isEmpty();
    assertThat(details(one, same).readsContent()).isFalse();
  }

  @Test
  void theChairIsOfferedToAppointAKeeperWhereThereIsNone() {
    world().people.add(world().keeper.withoutRights());
    Measure one = world().inForce();
    assertThat(actions(one, world().chair)).containsExactly(HAND_OVER);
    assertThat(view(one, world().chair).part()).isEqualTo(MeasureApiScenario.APPOINTS);
    assertThat(details(one, world().chair).readsContent()).isFalse();
  }

  @Test
  void whoHelpsIsOfferedToNoteAndToStepAside() {
    Measure one = world().inForce();
    world().helps(one, world().helper);
    assertThat(actions(one, world().helper)).containsExactly(NOTE_TASK, STEP_ASIDE);
    assertThat(actions(one, world().another)).isEmpty();
  }

  @Test
  void whoHelpsNoMoreIsShownNothing() {
    Measure one = world().inForce();
    UUID helper = world().helps(one, world().helper);
    world().helperRows.end(helper, HelperEnd.OWN_WISH, NOW);
    assertThat(actions(one, world().helper)).isEmpty();
    assertThat(details(one, world().helper).readsContent()).isFalse();
    Measure ended = waitingFor(TODAY.minusDays(1));
    world().helps(ended, world().another);
    assertThat(details(ended, world().another).readsContent())
        .as("nor once a paper ended it")
        .isFalse();
  }

  @Test
  void whoHelpsSeesNeitherKindNorPapersNorWhatWaits() {
    Measure one = waitingFor(TODAY.plusDays(5));
    world().helps(one, world().helper);
    world()
        .table
        .addStep(one.id(), new MeasureTable.Step(NOW, MeasureEvent.CONFIRMED, world().chair.id()));
    MeasureDetails seen = details(one, world().helper);
    assertThat(seen.measure().part()).isEqualTo(MeasureApiScenario.HELPER);
    assertThat(seen.measure().kind()).isNull();
    assertThat(seen.measure().waiting()).isNull();
    assertThat(seen.version()).isZero();
    assertThat(seen.answerBy()).isNull();
    assertThat(seen.minor()).isNull();
    assertThat(seen.from()).isNull();
    assertThat(seen.helpers()).isEmpty();
    assertThat(seen.steps()).isEmpty();
    MeasureContentView content = content(one, world().helper);
    assertThat(content.name()).isEqualTo(FakeMeasures.NAME);
    assertThat(content.paper()).isNull();
    assertThat(content.article()).isNull();
    assertThat(content.villageName()).isNull();
    assertThat(content.version()).isZero();
  }

  @Test
  void thatItIsSuspendedIsNotTheHelpersToKnow() {
    Measure one = world().measure(MeasureState.SUSPENDED);
    world().helps(one, world().helper);
    assertThat(view(one, world().helper).state()).isEqualTo(MeasureState.IN_FORCE);
    assertThat(view(one, world().keeper).state()).isEqualTo(MeasureState.SUSPENDED);
  }

  @Test
  void whoHelpsSeesTheirOwnTasksAndTheirOwnWordsOnly() {
    Measure one = world().inForce();
    UUID mine = world().helps(one, world().helper);
    UUID theirs = world().helps(one, world().another);
    task(one, 1, mine, null, null);
    task(one, 2, theirs, null, null);
    task(one, 3, null, null, null);
    task(one, 4, null, TaskResult.NOT_MET, world().another);
    task(one, 5, theirs, TaskResult.DONE, world().helper);
    assertThat(content(one, world().helper).tasks())
        .extracting(each -> each.id().getLeastSignificantBits())
        .containsExactly(1L, 3L, 5L);
    assertThat(content(one, world().keeper).tasks()).hasSize(5);
    assertThat(view(one, world().another).nextOn()).isEqualTo(TODAY.plusDays(2));
    assertThat(view(one, world().chair).nextOn()).isNull();
  }

  @Test
  void theChairReadsThePapersAndNotWhatIsDoneForSomebody() {
    Measure one = waitingFor(null);
    UUID helper = world().helps(one, world().helper);
    task(one, 1, helper, TaskResult.NOT_MET, world().helper);
    for (MeasureEvent what : List.of(MeasureEvent.CONFIRMED, MeasureEvent.TASK_DONE)) {
      world().table.addStep(one.id(), new MeasureTable.Step(NOW, what, world().helper.id()));
    }
    MeasureContentView content = content(one, world().chair);
    assertThat(content.paper()).isNotNull();
    assertThat(content.version()).isEqualTo(3);
    assertThat(content.tasks()).extracting(MeasureTaskView::id).isEmpty();
    MeasureDetails seen = details(one, world().chair);
    assertThat(seen.helpers()).isEmpty();
    assertThat(seen.steps()).extracting(MeasureStep::what).containsExactly(MeasureEvent.CONFIRMED);
    assertThat(details(one, world().keeper).steps()).hasSize(2);
    assertThat(details(one, world().keeper).helpers())
        .extracting(MeasureHelperView::name)
        .containsExactly("Nguyễn Văn 4");
  }

  @Test
  void whatWaitsIsNamedAndUntilWhenAnAnswerIsInTime() {
    Measure recorded = world().measure(MeasureState.WAITING);
    assertThat(view(recorded, world().chair).waiting()).isEqualTo(MeasureWaiting.RECORD);
    assertThat(details(recorded, world().chair).answerBy())
        .isEqualTo(recorded.recorded().at().plus(Duration.ofDays(15)));
    Measure longer = waitingFor(null);
    assertThat(view(longer, world().keeper).waiting()).isEqualTo(MeasureWaiting.EXTENSION);
    assertThat(details(longer, world().keeper).answerBy())
        .isEqualTo(SINCE.plus(Duration.ofDays(15)));
    Measure earlier = waitingFor(TODAY.plusDays(3));
    assertThat(view(earlier, world().keeper).waiting()).isEqualTo(MeasureWaiting.ENDING);
    assertThat(details(earlier, world().keeper).answerBy())
        .isEqualTo(SINCE.plus(Duration.ofDays(5)));
    assertThat(view(world().inForce(), world().keeper).waiting()).isNull();
  }

  @Test
  void afterItsEndTheKeeperIsOfferedToAskForItAndReadsNothing() {
    Measure one = over(MeasureState.IN_FORCE, false, null);
    world().helps(one, world().helper);
    assertThat(view(one, world().keeper).state())
        .as("be it that no clock noted the end")
        .isEqualTo(MeasureState.SEALED);
    MeasureDetails seen = details(one, world().keeper);
    assertThat(seen.actions()).containsExactly(ASK_OPENING);
    assertThat(seen.readsContent()).isFalse();
    assertThat(seen.minor()).isNull();
    assertThat(seen.helpers()).isEmpty();
    for (Person other : List.of(world().colleague, world().chair, world().helper)) {
      assertThat(actions(one, other)).as(other.username()).isEmpty();
      assertThat(details(one, other).readsContent()).isFalse();
    }
  }

  @Test
  void aMinorsAnErasedOneAndOneThatNeverWasInForceAreNotOpened() {
    assertThat(actions(over(MeasureState.SEALED, true, null), world().keeper)).isEmpty();
    assertThat(actions(over(MeasureState.SEALED, false, NOW), world().keeper)).isEmpty();
    assertThat(actions(over(MeasureState.WAITING, false, null), world().keeper)).isEmpty();
    assertThat(actions(over(MeasureState.REFUSED, false, null), world().keeper)).isEmpty();
  }

  @Test
  void ofAHelperThatTheyHaveNoAccountIsShown() {
    Measure one = world().inForce();
    world()
        .helperRows
        .insert(
            one.id(),
            new MeasureHelper(new UUID(13, 9), null, new UUID(6, 9), NOW, HelperEnd.OWN_WISH),
            world().keeper.id());
    assertThat(details(one, world().keeper).helpers())
        .containsExactly(
            new MeasureHelperView(new UUID(13, 9), "", false, NOW, HelperEnd.OWN_WISH));
    Person none = RegisterFixture.named(12, "Hà Thị Mơ", VILLAGE, Role.MEDIATOR);
    assertThat(details(one, none).helpers()).isEmpty();
  }
}
