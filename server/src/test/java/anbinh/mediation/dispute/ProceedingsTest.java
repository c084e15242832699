package anbinh.mediation.dispute;

import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static anbinh.mediation.dispute.DisputeFixture.NGA;
import static anbinh.mediation.dispute.DisputeFixture.SON;
import static anbinh.mediation.dispute.DisputeFixture.TEAM;
import static anbinh.mediation.dispute.DisputeFixture.TODAY;
import static anbinh.mediation.dispute.DisputeFixture.TUNG;
import static anbinh.mediation.dispute.DisputeFixture.VIOLENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.dispute.Mediation.Reviewer;
import anbinh.mediation.dispute.MediationContent.AgreementFollowUp;
import anbinh.mediation.dispute.MediationContent.Exclusion;
import anbinh.mediation.dispute.MediationContent.FollowUpResult;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationEnd;
import anbinh.mediation.dispute.MediationContent.MediationSession;
import anbinh.mediation.dispute.MediationContent.WrittenItems;
import anbinh.mediation.team.FakeTeams;
import anbinh.mediation.team.MediationTeam;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a mediation goes from its assignment to its end, who is refused on the way, and what stops
/// it for the officer; MediationsIT has the database.
class ProceedingsTest {
  @TempDir Path folder;

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

  private Proceedings proceedings() {
    return new Proceedings(
        world().mediations, world().reviews, world().table, world().mediationAccess);
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

  private static MediationSession session(LocalDate on, String words, @Nullable String late) {
    return new MediationSession(on, "Nhà văn hóa", false, "Hai bên", words, late);
  }

  private static MediationSession session(LocalDate on) {
    return session(on, "Hai bên nói rõ ranh giới cũ.", null);
  }

  private static MediationAgreement agreement(LocalDate by) {
    return new MediationAgreement("Xây lại bờ rào theo mốc cũ.", by, null);
  }

  private static MediationEnd end(String words) {
    return new MediationEnd(null, null, words);
  }

  private static AgreementFollowUp followUp(FollowUpResult result, String words) {
    return new AgreementFollowUp(TODAY, result, words);
  }

  @Test
  void anAssignmentBeginsTheThreeDaysOfTheLaw() {
    Mediation one = world().received();
    Mediation assigned = proceedings().assign(one.id(), SON, false, world().leader);
    assertThat(assigned.state()).isEqualTo(MediationState.ASSIGNED);
    assertThat(assigned.conduct().startBy()).isEqualTo(TODAY.plusDays(3));
    assertRefused(
        MediationProblem.MEDIATION_ELSEWHERE,
        () -> proceedings().assign(one.id(), SON, false, world().leader));
    assertThat(proceedings().assign(one.id(), TUNG, true, world().leader).conduct().mediatorId())
        .as("somebody else may still get it")
        .isEqualTo(TUNG);
  }

  @Test
  void onlyTheLeaderAssignsAndTheHeadWhereTheLeaderCannot() {
    Mediation one = world().received();
    for (Person who : List.of(world().colleague, world().head, world().officer)) {
      assertRefused(
          MediationProblem.NOT_YOUR_MEDIATION,
          () -> proceedings().assign(one.id(), SON, false, who));
    }
    Mediation leaders = world().received(DisputeKind.BOUNDARY, "Trinh Thi Nga", "Phạm Văn Ất");
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION,
        () -> proceedings().assign(leaders.id(), SON, false, world().leader));
    assertThat(proceedings().assign(leaders.id(), SON, false, world().head).state())
        .isEqualTo(MediationState.ASSIGNED);
  }

  @Test
  void nobodyGetsTheirOwnQuarrelNorOneThatTheyWereExcludedFrom() {
    Mediation own = world().received(DisputeKind.BOUNDARY, "HA VAN SON", "Phạm Văn Ất");
    assertRefused(
        MediationProblem.MEDIATOR_INTERESTED,
        () -> proceedings().assign(own.id(), SON, true, world().leader));
    Mediation one = world().colleagues(MediationState.ASSIGNED);
    proceedings().exclude(one.id(), SON, Exclusion.KIN, "Anh em họ.", world().leader);
    assertThat(world().now(one).state()).isEqualTo(MediationState.RECEIVED);
    assertThat(world().now(one).conduct().mediatorId()).isNull();
    assertRefused(
        MediationProblem.MEDIATOR_INTERESTED,
        () -> proceedings().assign(one.id(), SON, true, world().leader));
  }

  @Test
  void onlyWhoServesInTheVillagesTeamGetsIt() {
    Mediation one = world().received();
    assertThat(wrong(() -> proceedings().assign(one.id(), TEAM, false, world().leader)))
        .containsExactly("no-mediator");
    MediationTeam team = world().teams.find(TEAM).orElseThrow();
    var without = new ArrayList<>(team.mediators());
    without.removeIf(each -> each.id().equals(SON));
    world().teams.add(new MediationTeam(TEAM, VILLAGE, false, null, true, without));
    assertThat(wrong(() -> proceedings().assign(one.id(), SON, false, world().leader)))
        .containsExactly("no-mediator");
  }

  @Test
  void theAssignedMediatorAcceptsAndNobodyForThem() {
    Mediation one = world().colleagues(MediationState.ASSIGNED);
    for (Person who : List.of(world().leader, world().head, world().officer)) {
      assertRefused(MediationProblem.NOT_YOUR_MEDIATION, () -> proceedings().accept(one.id(), who));
    }
    assertThat(proceedings().accept(one.id(), world().colleague).state())
        .isEqualTo(MediationState.ACCEPTED);
    assertRefused(
        MediationProblem.MEDIATION_ELSEWHERE,
        () -> proceedings().accept(one.id(), world().colleague));
  }

  @Test
  void theLeaderNotesWhatAMediatorWithoutAnAccountDoes() {
    Mediation one = world().received();
    proceedings().assign(one.id(), TUNG, false, world().leader);
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION,
        () -> proceedings().accept(one.id(), world().colleague));
    assertThat(proceedings().accept(one.id(), world().leader).state())
        .isEqualTo(MediationState.ACCEPTED);
  }

  @Test
  void whoseOfficeEndedActsNoMore() {
    Mediation one = world().colleagues(MediationState.IN_PROGRESS);
    MediationTeam team = world().teams.find(TEAM).orElseThrow();
    var mediators = new ArrayList<>(team.mediators());
    mediators.replaceAll(
        each -> each.id().equals(SON) ? FakeTeams.ended(each, TODAY.minusDays(1)) : each);
    world().teams.add(new MediationTeam(TEAM, VILLAGE, false, null, true, mediators));
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION,
        () -> proceedings().hold(one.id(), session(TODAY), world().colleague));
    assertThat(proceedings().hold(one.id(), session(TODAY), world().leader).conduct().sessions())
        .as("the leader goes on")
        .isEqualTo(1);
  }

  @Test
  void whoIsNoMediatorAnyMoreActsNoMore() {
    Mediation one = world().colleagues(MediationState.ASSIGNED);
    Person before = world().colleague.granted(Set.of(), Map.of());
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION, () -> proceedings().accept(one.id(), before));
  }

  @Test
  void anotherMediatorIsExcludedByWhoBelongsToItAndOneself() {
    Mediation one = world().colleagues(MediationState.ACCEPTED);
    Person stranger = person(9, VILLAGE, Role.MEDIATOR);
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION,
        () -> proceedings().exclude(one.id(), NGA, Exclusion.OTHER, "Không hợp.", stranger));
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION,
        () -> proceedings().exclude(one.id(), SON, Exclusion.OTHER, "Không.", world().head));
    proceedings().exclude(one.id(), TUNG, Exclusion.PARTY_OBJECTS, "Một bên.", world().colleague);
    assertThat(world().now(one).conduct().mediatorId())
        .as("who has it still has it")
        .isEqualTo(SON);
    assertThat(world().log.last(MediationEvent.MEDIATOR_EXCLUDED).toString())
        .doesNotContain("Một bên");
  }

  @Test
  void anotherDayIsAgreedUponAsLongAsTheFirstHasNotPassed() {
    Mediation one = world().colleagues(MediationState.ASSIGNED);
    Proceedings proceedings = proceedings();
    Person by = world().colleague;
    for (LocalDate day : List.of(TODAY.minusDays(1), TODAY.plusDays(61))) {
      assertThat(wrong(() -> proceedings.agreeStart(one.id(), day, by)))
          .containsExactly("start-day");
    }
    assertThat(proceedings.agreeStart(one.id(), TODAY.plusDays(60), by).conduct().startBy())
        .isEqualTo(TODAY.plusDays(60));
    world()
        .keep(
            one.with(
                MediationState.ACCEPTED,
                one.conduct().assigned(SON, TODAY.minusDays(4), TODAY.minusDays(1))));
    assertThat(wrong(() -> proceedings.agreeStart(one.id(), TODAY.plusDays(9), by)))
        .as("that would make what is late seem in time")
        .containsExactly("start-passed");
  }

  @Test
  void aFirstSessionAfterItsDayIsLateAndSaysWhy() {
    Mediation one = world().colleagues(MediationState.ACCEPTED);
    world()
        .keep(
            one.with(
                MediationState.ACCEPTED,
                one.conduct().assigned(SON, TODAY.minusDays(1), TODAY.minusDays(1))));
    Person by = world().colleague;
    assertThat(wrong(() -> proceedings().hold(one.id(), session(TODAY), by)))
        .containsExactly("required");
    Mediation held =
        proceedings().hold(one.id(), session(TODAY, "Hai bên nói.", "Bên kia đi vắng."), by);
    assertThat(held.conduct().late()).isTrue();
    assertThat(proceedings().hold(one.id(), session(TODAY), by).conduct().sessions()).isEqualTo(2);
  }

  @Test
  void aSessionIsNotBeforeTheAssignmentNorToCome() {
    Mediation one = world().colleagues(MediationState.ACCEPTED);
    Person by = world().colleague;
    assertThat(wrong(() -> proceedings().hold(one.id(), session(TODAY.plusDays(1)), by)))
        .containsExactly("past-or-present");
    assertThat(wrong(() -> proceedings().hold(one.id(), session(TODAY.minusDays(3)), by)))
        .containsExactly("before-reception");
    assertThat(wrong(() -> proceedings().hold(one.id(), session(TODAY.minusDays(2)), by)))
        .containsExactly("before-assignment");
    Mediation held = proceedings().hold(one.id(), session(TODAY.minusDays(1)), by);
    assertThat(held.state()).isEqualTo(MediationState.IN_PROGRESS);
    assertThat(held.conduct().late()).isFalse();
  }

  @Test
  void nothingIsHeldBeforeTheMediatorSaidToHaveNoInterest() {
    Mediation one = world().colleagues(MediationState.ASSIGNED);
    assertRefused(
        MediationProblem.MEDIATION_ELSEWHERE,
        () -> proceedings().hold(one.id(), session(TODAY), world().colleague));
  }

  @Test
  void whatTellsOfViolenceWaitsForTheOfficerWhereverItIsWritten() {
    Mediation one = world().colleagues(MediationState.ACCEPTED);
    Person by = world().colleague;
    Mediation waits =
        proceedings()
            .hold(one.id(), new MediationSession(TODAY, VIOLENT, false, "x", "y", null), by);
    assertThat(waits.state()).isEqualTo(MediationState.REVIEW);
    assertThat(Objects.requireNonNull(waits.review()).by()).isEqualTo(Reviewer.OFFICER);
    assertThat(waits.shownState()).isEqualTo(MediationState.IN_PROGRESS);
    assertRefused(
        MediationProblem.MEDIATION_ELSEWHERE,
        () -> proceedings().agree(one.id(), agreement(TODAY), by));
    assertThat(world().log.events().toString()).doesNotContain("gãy tay");
  }

  @Test
  void anAgreementThatTellsOfViolenceEndsNothing() {
    for (MediationAgreement violent :
        List.of(
            new MediationAgreement(VIOLENT, TODAY, null),
            new MediationAgreement("Chia đôi.", TODAY, new WrittenItems("a", VIOLENT, "b", "c")),
            new MediationAgreement("Chia đôi.", TODAY, new WrittenItems("a", "b", "c", VIOLENT)))) {
      Mediation one = world().colleagues(MediationState.IN_PROGRESS);
      Mediation waits = proceedings().agree(one.id(), violent, world().colleague);
      assertThat(waits.state()).isEqualTo(MediationState.REVIEW);
      assertThat(waits.ending().outcome()).isNull();
    }
    assertThat(world().log.types()).doesNotContain(MediationEvent.AGREED);
  }

  @Test
  void norDoesAnEndButWhatIsHandedOverIsReadAnyway() {
    Mediation one = world().colleagues(MediationState.IN_PROGRESS);
    var failed = MediationOutcome.NOT_AGREED;
    assertThat(proceedings().end(one.id(), failed, end(VIOLENT), world().colleague).state())
        .isEqualTo(MediationState.REVIEW);
    assertThat(world().now(one).ending().outcome()).isNull();
    Mediation other = world().colleagues(MediationState.IN_PROGRESS);
    Mediation over =
        proceedings().end(other.id(), MediationOutcome.ESCALATED, end(VIOLENT), world().colleague);
    assertThat(over.state()).isEqualTo(MediationState.CLOSED);
    assertThat(world().log.types()).contains(MediationEvent.ESCALATED);
  }

  @Test
  void anAgreementIsDoneByADayOfTheNextFiveYears() {
    Mediation one = world().colleagues(MediationState.IN_PROGRESS);
    Person by = world().colleague;
    for (LocalDate day : List.of(TODAY.minusDays(1), TODAY.plusYears(5).plusDays(1))) {
      assertThat(wrong(() -> proceedings().agree(one.id(), agreement(day), by)))
          .containsExactly("agreement-day");
    }
    Mediation agreed = proceedings().agree(one.id(), agreement(TODAY.plusYears(5)), by);
    assertThat(agreed.state()).isEqualTo(MediationState.FOLLOW_UP);
    assertThat(agreed.ending().outcome()).isEqualTo(MediationOutcome.AGREED);
    assertThat(agreed.ending().closedAt()).isNull();
  }

  @Test
  void beforeItBeginsItIsOnlyStoppedAndByWhoMayBeTold() {
    Mediation one = world().received();
    for (MediationOutcome outcome :
        List.of(MediationOutcome.NOT_AGREED, MediationOutcome.ESCALATED)) {
      assertRefused(
          MediationProblem.MEDIATION_ELSEWHERE,
          () -> proceedings().end(one.id(), outcome, end("Không."), world().leader));
    }
    var stopped = MediationOutcome.STOPPED;
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION,
        () -> proceedings().end(one.id(), stopped, end("Không."), world().colleague));
    assertThat(proceedings().end(one.id(), stopped, end("Rút."), world().leader).state())
        .isEqualTo(MediationState.CLOSED);
    Mediation assigned = world().colleagues(MediationState.ASSIGNED);
    assertRefused(
        MediationProblem.NOT_YOUR_MEDIATION,
        () -> proceedings().end(assigned.id(), stopped, end("Không."), world().leader));
  }

  @Test
  void anAgreementIsFollowedUpUntilItIsSaidWhetherItWasKept() {
    Mediation one = world().colleagues(MediationState.FOLLOW_UP);
    Person by = world().colleague;
    var tomorrow = new AgreementFollowUp(TODAY.plusDays(1), FollowUpResult.KEPT, "Xong.");
    assertThat(wrong(() -> proceedings().followUp(one.id(), tomorrow, by)))
        .containsExactly("past-or-present");
    assertThat(proceedings().followUp(one.id(), followUp(FollowUpResult.URGED, "Nhắc."), by))
        .extracting(Mediation::state)
        .isEqualTo(MediationState.FOLLOW_UP);
    Mediation over =
        proceedings().followUp(one.id(), followUp(FollowUpResult.NOT_KEPT, "Không."), by);
    assertThat(over.state()).isEqualTo(MediationState.CLOSED);
    assertThat(over.ending().kept()).isFalse();
    assertThat(world().log.last(MediationEvent.CLOSED).facts()).containsEntry("kept", false);
    assertRefused(
        MediationProblem.MEDIATION_ELSEWHERE,
        () -> proceedings().followUp(one.id(), followUp(FollowUpResult.KEPT, "Xong."), by));
  }

  @Test
  void aFollowUpThatTellsOfViolenceClosesNothing() {
    Mediation one = world().colleagues(MediationState.FOLLOW_UP);
    Mediation waits =
        proceedings().followUp(one.id(), followUp(FollowUpResult.KEPT, VIOLENT), world().colleague);
    assertThat(waits.state()).isEqualTo(MediationState.REVIEW);
    assertThat(waits.ending().closedAt()).isNull();
    assertThat(world().log.types()).doesNotContain(MediationEvent.CLOSED);
  }

  @Test
  void everyOutcomeIsToldAsItself() {
    for (MediationOutcome outcome : MediationOutcome.values()) {
      assertThat(Proceedings.event(outcome).name()).isEqualTo(outcome.name());
    }
  }
}
