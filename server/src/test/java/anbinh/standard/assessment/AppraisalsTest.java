package anbinh.standard.assessment;

import static anbinh.standard.assessment.DossierFixture.CRIMES;
import static anbinh.standard.assessment.DossierFixture.PEACE;
import static anbinh.standard.assessment.DossierFixture.RESOLUTION;
import static anbinh.standard.assessment.StandardFixture.VILLAGE;
import static anbinh.standard.assessment.StandardFixture.WHY;
import static anbinh.standard.assessment.StandardFixture.accepted;
import static anbinh.standard.assessment.StandardFixture.decision;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Problem;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.assessment.Appraisals.NewStandardDecision;
import anbinh.standard.assessment.Appraisals.NewStandardException;
import anbinh.standard.assessment.Appraisals.NewStandardReview;
import anbinh.standard.assessment.Appraisals.StandardPaper;
import anbinh.testing.ThrownProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who appraises and who decides, on which days, and what a decision needs where something stands
/// against it.
class AppraisalsTest {
  private static final LocalDate DECIDED_ON = LocalDate.of(2026, 11, 5);
  private static final StandardFact VIOLENCE = new StandardFact("VIOLENCE", 2, null, true);

  private final Person colleague = AccessFixture.person(8, AccessFixture.COMMUNE, Role.CHAIR);
  @TempDir private Path folder;
  private StandardFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new StandardFixture(folder);
    fixture.people.add(colleague);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private void review(UUID id, Review.Outcome outcome, @Nullable String reason, Person by) {
    fixture.appraisals.review(
        id, new NewStandardReview(PEACE.code(), outcome, reason, false, null, null, null), by);
  }

  private void decide(UUID id, NewStandardDecision requested) {
    fixture.appraisals.decide(id, requested, fixture.chair);
  }

  private void assertNotTheirs(Person by, ThrowingCallable act) {
    fixture.access.signIn(by);
    int before = fixture.access.refused().size();
    assertThat(ThrownProblem.code(act)).isEqualTo(StandardProblem.OWN_ASSESSMENT);
    assertThat(fixture.access.refused()).as("every refusal is recorded").hasSize(before + 1);
  }

  @Test
  void whoAssessedAppraisesAndDecidesNothingOfIt() {
    UUID id = fixture.sent();
    Person head = fixture.head;
    assertNotTheirs(head, () -> fixture.appraisals.review(id, accepted(PEACE), head));
    assertNotTheirs(head, () -> fixture.appraisals.propose(id, StandardOutcome.NOT_MET, WHY, head));
    assertNotTheirs(head, () -> fixture.appraisals.giveBack(id, WHY, head));
    assertNotTheirs(
        head, () -> fixture.appraisals.decide(id, decision(StandardOutcome.MET, DECIDED_ON), head));
  }

  @Test
  void norUnderTheirOtherAccount() {
    UUID id = fixture.sent();
    fixture.people.same(fixture.officer, fixture.head);
    assertNotTheirs(
        fixture.officer, () -> fixture.appraisals.review(id, accepted(PEACE), fixture.officer));
  }

  @Test
  void whoAppraisedDoesNotDecideEvenWhereItWasGivenBackSince() {
    UUID id = fixture.sent();
    fixture.on(2026, 11, 2);
    review(id, Review.Outcome.ASKED, WHY, colleague);
    fixture.appraisals.giveBack(id, WHY, fixture.officer);
    fixture.answer(id, PEACE, true, null, null);
    fixture.send(id);
    fixture.acceptAll(id);
    fixture.appraisals.propose(id, StandardOutcome.MET, WHY, fixture.officer);
    fixture.on(2026, 11, 5);
    NewStandardDecision met = decision(StandardOutcome.MET, DECIDED_ON);
    assertNotTheirs(colleague, () -> fixture.appraisals.decide(id, met, colleague));
    assertNotTheirs(fixture.officer, () -> fixture.appraisals.decide(id, met, fixture.officer));
    decide(id, met);
    assertThat(fixture.table.find(id).orElseThrow().met()).isTrue();
  }

  @Test
  void itIsAppraisedOnceItWasSentAndBeforeItWasProposed() {
    UUID id = fixture.answered();
    ThrowingCallable accept = () -> fixture.appraisals.review(id, accepted(PEACE), fixture.officer);
    assertThat(ThrownProblem.code(accept)).isEqualTo(StandardProblem.STANDARD_NOT_SELF_ASSESSED);
    assertThat(ThrownProblem.code(() -> fixture.appraisals.giveBack(id, WHY, fixture.officer)))
        .isEqualTo(StandardProblem.STANDARD_NOT_SELF_ASSESSED);
    fixture.send(id);
    fixture.acceptAll(id);
    fixture.on(2026, 11, 5);
    assertThat(ThrownProblem.code(() -> decide(id, decision(StandardOutcome.MET, DECIDED_ON))))
        .isEqualTo(StandardProblem.STANDARD_NOT_APPRAISED);
    fixture.appraisals.propose(id, StandardOutcome.MET, null, fixture.officer);
    assertThat(ThrownProblem.code(accept)).isEqualTo(StandardProblem.STANDARD_SENT);
    decide(id, decision(StandardOutcome.MET, DECIDED_ON));
    assertThat(ThrownProblem.code(accept)).isEqualTo(StandardProblem.STANDARD_DECIDED);
    assertThat(ThrownProblem.code(() -> decide(id, decision(StandardOutcome.MET, DECIDED_ON))))
        .isEqualTo(StandardProblem.STANDARD_DECIDED);
  }

  @Test
  void whoAsksBackOrChangesSaysWhy() {
    UUID id = fixture.sent();
    for (Review.Outcome each : List.of(Review.Outcome.ASKED, Review.Outcome.CHANGED)) {
      assertThat(ThrownProblem.fields(() -> review(id, each, ". . . . . . .", fixture.officer)))
          .as(each.name())
          .containsExactly("reason standard-reason");
    }
    review(id, Review.Outcome.ACCEPTED, null, fixture.officer);
    assertThat(fixture.answers.reviews(id)).hasSize(1);
  }

  @Test
  void anotherAnswerStandsBesideTheOneOfTheVillage() {
    UUID id = fixture.sent();
    review(id, Review.Outcome.CHANGED, WHY, fixture.officer);
    List<Answer> versions = fixture.dossiers.read(id).versions(PEACE.code());
    assertThat(versions).extracting(Answer::appraisal).containsExactly(false, true);
    assertThat(versions).extracting(Answer::met).containsExactly(true, false);
    assertThat(versions.getLast().by()).isEqualTo(fixture.officer.id());
    var half =
        new NewStandardReview(CRIMES.code(), Review.Outcome.CHANGED, WHY, true, 1, null, null);
    assertThat(ThrownProblem.fields(() -> fixture.appraisals.review(id, half, fixture.officer)))
        .containsExactly("against required");
    var unknown =
        new NewStandardReview("9.9", Review.Outcome.ACCEPTED, null, null, null, null, null);
    assertThat(ThrownProblem.fields(() -> fixture.appraisals.review(id, unknown, fixture.officer)))
        .containsExactly("criterion standard-no-criterion");
  }

  @Test
  void itIsProposedOnceAllIsReviewedAndNothingIsAskedBack() {
    UUID id = fixture.sent();
    ThrowingCallable propose =
        () -> fixture.appraisals.propose(id, StandardOutcome.MET, WHY, fixture.officer);
    fixture.appraisals.review(id, accepted(RESOLUTION), fixture.officer);
    Problem missing = ThrownProblem.of(propose);
    assertThat(missing.code()).isEqualTo(StandardProblem.STANDARD_NOT_ALL_REVIEWED);
    assertThat(missing.extensions())
        .containsEntry("criteria", List.of(PEACE.code(), CRIMES.code()));
    fixture.appraisals.review(id, accepted(CRIMES), fixture.officer);
    review(id, Review.Outcome.ASKED, WHY, fixture.officer);
    assertThat(ThrownProblem.code(propose)).isEqualTo(StandardProblem.STANDARD_ASKED_BACK);
  }

  @Test
  void metIsProposedOnlyWhereEveryCriterionIsAndNotMetOnlyWithAReason() {
    UUID id = fixture.sent();
    fixture.acceptAll(id);
    review(id, Review.Outcome.CHANGED, WHY, fixture.officer);
    Problem notMet =
        ThrownProblem.of(
            () -> fixture.appraisals.propose(id, StandardOutcome.MET, WHY, fixture.officer));
    assertThat(notMet.code()).isEqualTo(StandardProblem.STANDARD_CRITERIA_NOT_MET);
    assertThat(notMet.arguments()).containsExactly(PEACE.code());
    assertThat(
            ThrownProblem.fields(() ->
                fixture.appraisals.propose(id, StandardOutcome.NOT_MET, " ", fixture.officer)))
        .containsExactly("opinion standard-reason");
    fixture.appraisals.propose(id, StandardOutcome.NOT_MET, WHY, fixture.officer);
    assertThat(fixture.table.find(id).orElseThrow().state()).isEqualTo(StandardState.APPRAISED);
    assertThat(fixture.table.find(id).orElseThrow().decided())
        .as("what is proposed is not decided")
        .isFalse();
  }

  @Test
  void whoProposesItAgainstTheRecordsSaysWhy() {
    UUID id = fixture.sent();
    fixture.acceptAll(id);
    fixture.facts.add(VIOLENCE);
    assertThat(
            ThrownProblem.fields(
                () -> fixture.appraisals.propose(id, StandardOutcome.MET, null, fixture.officer)))
        .containsExactly("opinion standard-contradicted");
    fixture.appraisals.propose(id, StandardOutcome.MET, WHY, fixture.officer);
    assertThat(fixture.lastStep(id).words()).isEqualTo(WHY);
  }

  @Test
  void aDecisionIsOfADayAfterThePeriodAndNotOfOneToCome() {
    UUID id = fixture.proposed(StandardOutcome.MET);
    for (var each :
        List.of(
            List.of("2025-10-31", "on standard-before-period"),
            List.of("2026-10-31", "on standard-period-open"),
            List.of("2026-11-03", "on past-or-present"))) {
      NewStandardDecision bad = decision(StandardOutcome.MET, LocalDate.parse(each.getFirst()));
      assertThat(ThrownProblem.fields(() -> decide(id, bad))).containsExactly(each.getLast());
    }
    decide(id, decision(StandardOutcome.MET, LocalDate.of(2026, 11, 1)));
    assertThat(fixture.lastStep(id).on()).isEqualTo(LocalDate.of(2026, 11, 1));
  }

  private static NewStandardDecision late(@Nullable String lateReason) {
    return new NewStandardDecision(
        StandardOutcome.MET, "15", LocalDate.of(2026, 11, 14), null, lateReason, null);
  }

  @Test
  void theFourteenthOfNovemberIsTheLastDayInTime() {
    UUID id = fixture.proposed(StandardOutcome.MET);
    fixture.on(2026, 11, 14);
    decide(id, late(WHY));
    assertThat(fixture.lastStep(id).lateReason()).as("none is needed, none is kept").isNull();
  }

  @Test
  void whoDecidesLaterSaysWhyHoweverThePaperIsDated() {
    UUID id = fixture.proposed(StandardOutcome.MET);
    fixture.on(2026, 11, 15);
    Problem problem = ThrownProblem.of(() -> decide(id, late("muộn")));
    assertThat(problem.fields().getFirst().code()).isEqualTo("standard-late");
    assertThat(problem.fields().getFirst().arguments()).contains("14/11/2026");
    decide(id, late(WHY));
    assertThat(fixture.lastStep(id).lateReason()).isEqualTo(WHY);
  }

  @Test
  void whoDecidesOtherwiseThanProposedSaysWhy() {
    UUID id = fixture.proposed(StandardOutcome.NOT_MET);
    fixture.on(2026, 11, 5);
    var silent = new NewStandardDecision(StandardOutcome.MET, "15", DECIDED_ON, "ngắn", null, null);
    assertThat(ThrownProblem.fields(() -> decide(id, silent)))
        .containsExactly("reason standard-reason");
    decide(id, decision(StandardOutcome.MET, DECIDED_ON));
    assertThat(fixture.table.find(id).orElseThrow().met()).isTrue();
  }

  @Test
  void nobodyDecidesThatItIsMetWhereACriterionIsNot() {
    UUID id = fixture.sent();
    fixture.acceptAll(id);
    review(id, Review.Outcome.CHANGED, WHY, fixture.officer);
    fixture.appraisals.propose(id, StandardOutcome.NOT_MET, WHY, fixture.officer);
    fixture.on(2026, 11, 5);
    assertThat(ThrownProblem.code(() -> decide(id, decision(StandardOutcome.MET, DECIDED_ON))))
        .isEqualTo(StandardProblem.STANDARD_CRITERIA_NOT_MET);
  }

  private static NewStandardDecision with(
      StandardOutcome outcome, NewStandardException... exceptions) {
    return new NewStandardDecision(outcome, "15", DECIDED_ON, WHY, null, List.of(exceptions));
  }

  private static NewStandardException exception(String criterion, String reason) {
    return new NewStandardException(criterion, reason);
  }

  @Test
  void eachCriterionThatSomethingStandsAgainstNeedsAReasonOfItsOwn() {
    UUID id = fixture.proposed(StandardOutcome.MET);
    fixture.on(2026, 11, 5);
    fixture.facts.add(VIOLENCE);
    Problem open = ThrownProblem.of(() -> decide(id, with(StandardOutcome.MET)));
    assertThat(open.code()).isEqualTo(StandardProblem.STANDARD_CONTRADICTED);
    assertThat(open.extensions())
        .containsEntry(
            "contradictions", List.of(new Contradiction(PEACE.code(), "VIOLENCE", 2, null)));
    NewStandardException good = exception(PEACE.code(), WHY);
    assertThat(wrong(id, with(StandardOutcome.MET, good, exception(CRIMES.code(), WHY))))
        .as("nothing stands against it")
        .containsExactly("exceptions standard-no-exception");
    assertThat(wrong(id, with(StandardOutcome.MET, good, good)))
        .containsExactly("exceptions standard-exception-twice");
    assertThat(wrong(id, with(StandardOutcome.MET, exception(PEACE.code(), "--------------"))))
        .containsExactly("exceptions standard-exception");
    assertThat(wrong(id, with(StandardOutcome.NOT_MET, good)))
        .as("nothing is an exception of what is not met")
        .containsExactly("exceptions standard-no-exception");
    decide(id, with(StandardOutcome.MET, good));
    assertThat(fixture.table.exceptions(id))
        .extracting(StandardTable.ExceptionRow::reason)
        .containsExactly(WHY);
    assertThat(fixture.log.events().getLast().facts()).containsEntry("exceptions", PEACE.code());
  }

  private List<String> wrong(UUID id, NewStandardDecision requested) {
    return ThrownProblem.fields(() -> decide(id, requested));
  }

  @Test
  void aUnitThatWasMergedBeforeThePeriodEndedIsNotDecided() {
    UUID id = fixture.proposed(StandardOutcome.MET);
    fixture.on(2026, 11, 5);
    fixture.areas.end(VILLAGE, LocalDate.of(2026, 10, 30), null);
    Problem ended = ThrownProblem.of(() -> decide(id, decision(StandardOutcome.MET, DECIDED_ON)));
    assertThat(ended.code()).isEqualTo(StandardProblem.STANDARD_UNIT_ENDED);
    assertThat(ended.arguments()).containsExactly("STD-2026-0001", "30/10/2026", "31/10/2026");
  }

  @Test
  void aUnitThatWasThereOnTheLastDayOfThePeriodIs() {
    UUID id = fixture.proposed(StandardOutcome.MET);
    fixture.on(2026, 11, 5);
    fixture.areas.end(VILLAGE, LocalDate.of(2026, 10, 31), null);
    decide(id, decision(StandardOutcome.MET, DECIDED_ON));
    assertThat(fixture.table.find(id).orElseThrow().met()).isTrue();
  }

  private void certify(UUID id, LocalDate on) {
    fixture.appraisals.certify(id, new StandardPaper(" 7/GCN ", on), fixture.chair);
  }

  private void revoke(UUID id, LocalDate on) {
    fixture.appraisals.revoke(id, new StandardPaper("9/QĐ", on), WHY, fixture.chair);
  }

  @Test
  void whatWasDecidedToBeMetIsCertifiedOnce() {
    UUID proposed = fixture.proposed(StandardOutcome.MET);
    fixture.on(2026, 11, 5);
    assertThat(ThrownProblem.code(() -> certify(proposed, DECIDED_ON)))
        .isEqualTo(StandardProblem.STANDARD_NOT_DECIDED);
    decide(proposed, decision(StandardOutcome.MET, DECIDED_ON));
    assertThat(ThrownProblem.fields(() -> certify(proposed, DECIDED_ON.plusDays(1))))
        .containsExactly("on past-or-present");
    certify(proposed, DECIDED_ON);
    assertThat(fixture.lastStep(proposed).number()).isEqualTo("7/GCN");
    assertThat(ThrownProblem.code(() -> certify(proposed, DECIDED_ON)))
        .isEqualTo(StandardProblem.STANDARD_NOT_DECIDED);
  }

  @Test
  void noPaperOfBeforeTheDecisionCertifiesOrRevokesIt() {
    UUID id = fixture.decided(StandardOutcome.MET);
    LocalDate before = DECIDED_ON.minusDays(1);
    assertThat(ThrownProblem.fields(() -> certify(id, before)))
        .containsExactly("on standard-before-decision");
    assertThat(ThrownProblem.fields(() -> revoke(id, before)))
        .as("which would take it out of figures of days on which it was recognised")
        .containsExactly("on standard-before-decision");
    revoke(id, DECIDED_ON);
    assertThat(fixture.lastStep(id).on()).isEqualTo(DECIDED_ON);
  }

  @Test
  void whatIsNotMetIsNeitherCertifiedNorRevoked() {
    UUID id = fixture.decided(StandardOutcome.NOT_MET);
    assertThat(ThrownProblem.code(() -> certify(id, DECIDED_ON)))
        .isEqualTo(StandardProblem.STANDARD_NOT_DECIDED);
    assertThat(ThrownProblem.code(() -> revoke(id, DECIDED_ON)))
        .isEqualTo(StandardProblem.STANDARD_NOT_DECIDED);
  }

  @Test
  void whatIsRevokedStaysDecidedAndIsMetNoMore() {
    UUID id = fixture.decided(StandardOutcome.MET);
    certify(id, DECIDED_ON);
    revoke(id, DECIDED_ON);
    Assessment revoked = fixture.table.find(id).orElseThrow();
    assertThat(revoked.met()).isFalse();
    assertThat(revoked.decided()).isTrue();
    assertThat(revoked.outcome()).isEqualTo(StandardOutcome.MET);
    assertThat(ThrownProblem.code(() -> revoke(id, DECIDED_ON)))
        .isEqualTo(StandardProblem.STANDARD_NOT_DECIDED);
    assertThat(ThrownProblem.code(() -> certify(id, DECIDED_ON)))
        .isEqualTo(StandardProblem.STANDARD_NOT_DECIDED);
  }

  @Test
  void aReturnBeginsAnotherRoundInWhichItIsAnsweredAnew() {
    UUID id = fixture.proposed(StandardOutcome.MET);
    fixture.appraisals.giveBack(id, WHY, fixture.chair);
    Assessment open = fixture.table.find(id).orElseThrow();
    assertThat(open.round()).isEqualTo(2);
    assertThat(open.state()).isEqualTo(StandardState.REGISTERED);
    fixture.answer(id, PEACE, false, null, null);
    assertThat(fixture.log.types()).contains(StandardEvent.RETURNED);
    fixture.send(id);
    assertThat(
            ThrownProblem.code(() ->
                fixture.appraisals.propose(id, StandardOutcome.NOT_MET, WHY, fixture.officer)))
        .as("what was accepted is not what counts now")
        .isEqualTo(StandardProblem.STANDARD_NOT_ALL_REVIEWED);
  }
}
