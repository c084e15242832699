package anbinh.mediation.dispute;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static anbinh.mediation.dispute.DisputeFixture.NGA;
import static anbinh.mediation.dispute.DisputeFixture.SON;
import static anbinh.mediation.dispute.DisputeFixture.TODAY;
import static anbinh.mediation.dispute.DisputeFixture.TUNG;
import static anbinh.mediation.dispute.MediationView.MediationAction.ACCEPT;
import static anbinh.mediation.dispute.MediationView.MediationAction.AGREE;
import static anbinh.mediation.dispute.MediationView.MediationAction.AGREE_START;
import static anbinh.mediation.dispute.MediationView.MediationAction.ASSIGN;
import static anbinh.mediation.dispute.MediationView.MediationAction.CHECK;
import static anbinh.mediation.dispute.MediationView.MediationAction.CORRECT;
import static anbinh.mediation.dispute.MediationView.MediationAction.ESCALATE;
import static anbinh.mediation.dispute.MediationView.MediationAction.EXCLUDE;
import static anbinh.mediation.dispute.MediationView.MediationAction.FAIL;
import static anbinh.mediation.dispute.MediationView.MediationAction.FOLLOW_UP;
import static anbinh.mediation.dispute.MediationView.MediationAction.HOLD;
import static anbinh.mediation.dispute.MediationView.MediationAction.PRINT;
import static anbinh.mediation.dispute.MediationView.MediationAction.REVIEW;
import static anbinh.mediation.dispute.MediationView.MediationAction.STOP;
import static anbinh.mediation.dispute.MediationView.MediationAction.TAKE_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.Mediation.Reviewer;
import anbinh.mediation.dispute.MediationContent.MediationReview;
import anbinh.mediation.dispute.MediationContent.ReviewedAction;
import anbinh.mediation.dispute.MediationTable.Step;
import anbinh.mediation.dispute.MediationView.MediationAction;
import anbinh.mediation.dispute.MediationView.MediationDetails;
import anbinh.mediation.dispute.MediationView.MediationStep;
import anbinh.mediation.dispute.MediationView.MediatorChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whom is shown of a mediation, and which actions they are offered: never more than the
/// server lets them do.
class MediationResponseMapperTest {
  @TempDir Path folder;

  private final Person auditor = person(8, COMMUNE, Role.AUDITOR);
  private @Nullable DisputeFixture made;

  @BeforeEach
  void make() {
    made = new DisputeFixture(folder);
    world().access.signIn(world().leader);
  }

  @AfterEach
  void signOut() {
    world().access.close();
  }

  private DisputeFixture world() {
    return Objects.requireNonNull(made);
  }

  private MediationResponseMapper mapper() {
    DisputeFixture world = world();
    return new MediationResponseMapper(
        world.mediations,
        world.reviews,
        world.table,
        world.mediationAccess,
        world.teams,
        world.areas,
        world.people);
  }

  private MediationDetails details(Mediation one, Person reader) {
    return mapper().details(one.id(), reader);
  }

  private List<MediationAction> actions(Mediation one, Person reader) {
    return details(one, reader).actions();
  }

  private MediationView listed(Mediation one, Person reader) {
    return mapper().list(List.of(world().now(one)), reader).getFirst();
  }

  /// One that waits for a look at what the colleague wrote.
  private Mediation waiting(Reviewer reviewer) {
    Mediation one = world().colleagues(MediationState.IN_PROGRESS).underReview(reviewer);
    var review =
        new MediationReview(
            NOW, world().colleague.id(), reviewer, ReviewedAction.SESSION, null, List.of(), null);
    world().table.save(one, world().content(one).reviewed(review), null);
    return one;
  }

  private void note(Mediation one, MediationEvent... what) {
    for (MediationEvent each : what) {
      world().table.addStep(one.id(), new Step(NOW, each, world().leader.id()));
    }
  }

  @Test
  void theLeaderAssignsWhatWasReceivedAndTheColleagueIsOfferedToLeave() {
    Mediation one = world().received();
    assertThat(actions(one, world().leader)).containsExactly(CHECK, EXCLUDE, ASSIGN, STOP, CORRECT);
    assertThat(actions(one, world().colleague)).containsExactly(EXCLUDE);
    for (Person none : List.of(world().head, world().officer, auditor)) {
      assertThat(actions(one, none)).as(none.username()).isEmpty();
    }
  }

  @Test
  void theHeadAssignsWhereTheLeaderHasAnInterest() {
    Mediation own = world().received(DisputeKind.BOUNDARY, "Trịnh Thị Nga", "Phạm Văn Ất");
    assertThat(actions(own, world().head)).containsExactly(ASSIGN);
    assertThat(actions(own, world().leader)).doesNotContain(ASSIGN);
  }

  @Test
  void whoMediatesItIsOfferedWhatComesNext() {
    Person by = world().colleague;
    assertThat(actions(world().colleagues(MediationState.ASSIGNED), by))
        .containsExactly(CHECK, EXCLUDE, ACCEPT, AGREE_START, STOP, CORRECT);
    assertThat(actions(world().colleagues(MediationState.ACCEPTED), by))
        .containsExactly(CHECK, EXCLUDE, AGREE_START, HOLD, STOP, CORRECT);
    assertThat(actions(world().colleagues(MediationState.IN_PROGRESS), by))
        .containsExactly(CHECK, EXCLUDE, HOLD, AGREE, FAIL, STOP, ESCALATE, CORRECT);
    assertThat(actions(world().colleagues(MediationState.FOLLOW_UP), by))
        .containsExactly(CHECK, FOLLOW_UP, CORRECT, PRINT);
    assertThat(actions(world().colleagues(MediationState.CLOSED), by)).containsExactly(CORRECT);
  }

  @Test
  void noOtherDayIsAgreedUponOnceItShouldHaveBegun() {
    Mediation one = world().colleagues(MediationState.ACCEPTED);
    world()
        .keep(
            one.with(
                MediationState.ACCEPTED,
                one.conduct().assigned(SON, TODAY.minusDays(4), TODAY.minusDays(1))));
    assertThat(actions(one, world().colleague)).contains(HOLD).doesNotContain(AGREE_START);
  }

  @Test
  void theLeaderActsForNobodyWhoHasAnAccount() {
    assertThat(actions(world().colleagues(MediationState.IN_PROGRESS), world().leader))
        .containsExactly(CHECK, EXCLUDE, CORRECT);
  }

  @Test
  void nothingIsOfferedOfWhatIsErased() {
    Mediation one = world().colleagues(MediationState.CLOSED);
    world()
        .keep(
            new Mediation(
                one.id(),
                one.code(),
                one.villageId(),
                null,
                one.basis(),
                one.kind(),
                one.reception(),
                false,
                MediationState.CLOSED,
                null,
                one.entry(),
                one.conduct(),
                Ending.closed(MediationOutcome.AGREED, NOW),
                NOW));
    assertThat(actions(one, world().colleague)).isEmpty();
    assertThat(details(one, world().colleague).readsContent()).isFalse();
  }

  @Test
  void theOfficerLooksAtWhatTellsOfViolenceAndNotWhoWroteIt() {
    Mediation one = waiting(Reviewer.OFFICER);
    assertThat(actions(one, world().officer)).containsExactly(REVIEW);
    assertThat(actions(one, world().colleague)).doesNotContain(REVIEW, HOLD, AGREE, PRINT);
    assertThat(actions(one, world().leader)).doesNotContain(REVIEW);
  }

  @Test
  void nobodyLooksAtWhatTheyWroteByAnotherAccountOrTookDown() {
    Mediation one = waiting(Reviewer.OFFICER);
    world().people.same(world().officer, world().colleague);
    assertThat(actions(one, world().officer)).doesNotContain(REVIEW);
    assertThat(actions(one, world().second)).contains(REVIEW);
    Mediation family = waiting(Reviewer.SECOND_PERSON);
    assertThat(actions(family, world().leader))
        .as("the leader took it down")
        .doesNotContain(REVIEW);
  }

  @Test
  void anotherOfficerThanWhoReferredItTakesItBackUnlessItIsGuarded() {
    Mediation one = world().received();
    world().keep(one.referred(false, world().officer.id(), NOW));
    assertThat(actions(one, world().officer)).doesNotContain(TAKE_BACK);
    assertThat(actions(one, world().second)).containsExactly(TAKE_BACK);
    world().people.same(world().officer, world().second);
    assertThat(actions(one, world().second)).isEmpty();
    Mediation guarded = world().received();
    world().keep(guarded.referred(true, world().leader.id(), NOW));
    assertThat(actions(guarded, world().second)).doesNotContain(TAKE_BACK);
  }

  @Test
  void whatIsReferredIsNotCorrectedNorAssigned() {
    Mediation one = world().received();
    world().keep(one.referred(false, world().leader.id(), NOW));
    assertThat(actions(one, world().leader)).isEmpty();
  }

  @Test
  void thatItWaitsIsToldToTheOfficerTheReceiverAndWhoMediates() {
    Mediation one = waiting(Reviewer.OFFICER);
    for (Person told : List.of(world().officer, world().leader, world().colleague)) {
      assertThat(details(one, told).review()).as(told.username()).isEqualTo(Reviewer.OFFICER);
      assertThat(details(one, told).mediation().state()).isEqualTo(MediationState.REVIEW);
    }
    Person third = person(9, VILLAGE, Role.MEDIATOR);
    for (Person untold : List.of(third, world().head, auditor)) {
      assertThat(details(one, untold).review()).as(untold.username()).isNull();
      assertThat(details(one, untold).mediation().state()).isEqualTo(MediationState.IN_PROGRESS);
      assertThat(listed(one, untold).next()).isEqualTo(NextStep.Action.GO_ON);
    }
    assertThat(listed(one, world().officer).state()).isEqualTo(MediationState.REVIEW);
  }

  @Test
  void aFamilysSecondLookIsNoSecret() {
    Mediation one = waiting(Reviewer.SECOND_PERSON);
    assertThat(details(one, world().head).review()).isEqualTo(Reviewer.SECOND_PERSON);
    assertThat(listed(one, world().head).state()).isEqualTo(MediationState.REVIEW);
  }

  @Test
  void whoOnlyKnowsThatThereIsOneSeesNeitherKindNorInitials() {
    Mediation one = world().colleagues(MediationState.IN_PROGRESS);
    note(one, MediationEvent.RECEIVED, MediationEvent.ASSIGNED, MediationEvent.SESSION_HELD);
    MediationDetails seen = details(one, world().head);
    assertThat(seen.mediation().kind()).isNull();
    assertThat(seen.mediation().basis()).isNull();
    assertThat(seen.mediation().initials()).isNull();
    assertThat(seen.mediation().mediator()).isNull();
    assertThat(seen.mediation().sessions()).isNull();
    assertThat(seen.mediation().outcome()).isNull();
    assertThat(seen.readsContent()).isFalse();
    assertThat(seen.steps())
        .extracting(MediationStep::what)
        .containsExactly(MediationEvent.RECEIVED);
    MediationDetails all = details(one, world().colleague);
    assertThat(all.mediation().kind()).isEqualTo(DisputeKind.BOUNDARY);
    assertThat(all.mediation().mediator()).isEqualTo("Hà Văn Sơn");
    assertThat(all.steps()).hasSize(3);
    assertThat(all.readsContent()).isTrue();
  }

  @Test
  void thatALookWasAskedForIsInNobodyElsesHistory() {
    Mediation one = waiting(Reviewer.OFFICER);
    note(one, MediationEvent.RECEIVED, MediationEvent.REVIEW_ASKED, MediationEvent.REVIEWED);
    Person third = person(9, VILLAGE, Role.MEDIATOR);
    assertThat(details(one, third).steps())
        .extracting(MediationStep::what)
        .containsExactly(MediationEvent.RECEIVED);
    assertThat(details(one, world().colleague).steps()).hasSize(3);
  }

  @Test
  void whatIsGuardedIsToldToTheOfficerAndWhoTookItDown() {
    Mediation one = world().received(DisputeKind.FAMILY);
    world().keep(one.referred(true, world().leader.id(), NOW));
    note(one, MediationEvent.RECEIVED, MediationEvent.REFERRED, MediationEvent.CORRECTED);
    assertThat(details(one, world().officer).guarded()).isTrue();
    assertThat(details(one, world().leader).guarded()).isTrue();
    assertThat(details(one, auditor).guarded()).as("as any referral").isFalse();
    for (Person reader : List.of(world().officer, world().leader, auditor, world().colleague)) {
      MediationView seen = listed(one, reader);
      assertThat(seen.kind()).as(reader.username()).isNull();
      assertThat(seen.initials()).isNull();
    }
    assertThat(details(one, world().officer).steps()).hasSize(3);
    assertThat(details(one, auditor).steps()).hasSize(2);
  }

  @Test
  void aChoiceSaysWhoIsFreeAndNotWhy() {
    Mediation one = world().received(DisputeKind.BOUNDARY, "Ha Van Son", "Phạm Văn Ất");
    List<MediatorChoice> choices = choices(one, world().leader);
    assertThat(choices)
        .containsExactly(
            new MediatorChoice(NGA, "Trịnh Thị Nga", true, true),
            new MediatorChoice(SON, "Hà Văn Sơn", false, false),
            new MediatorChoice(TUNG, "Lê Xuân Tùng", false, true));
    assertThat(world().log.types()).containsExactly(MediationEvent.MEDIATORS_LISTED);
  }

  @Test
  void whoIsOneOfThemLearnsOfThemselfOnly() {
    Mediation one = world().received();
    assertThat(choices(one, world().colleague))
        .containsExactly(new MediatorChoice(SON, "Hà Văn Sơn", false, true));
    assertThat(choices(one, world().officer)).isEmpty();
    assertThat(choices(world().colleagues(MediationState.ASSIGNED), world().leader))
        .filteredOn(each -> each.id().equals(SON))
        .as("who has it cannot get it")
        .extracting(MediatorChoice::free)
        .containsExactly(false);
  }

  private List<MediatorChoice> choices(Mediation one, Person reader) {
    return mapper().choices(world().mediationAccess.on(world().now(one), reader));
  }
}
