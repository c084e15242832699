package anbinh.standard.assessment;

import static anbinh.standard.assessment.DossierFixture.CRIMES;
import static anbinh.standard.assessment.DossierFixture.PEACE;
import static anbinh.standard.assessment.DossierFixture.RESOLUTION;
import static anbinh.standard.assessment.StandardFixture.VILLAGE;
import static anbinh.standard.assessment.StandardFixture.WHY;
import static anbinh.standard.assessment.StandardFixture.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Problem;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.assessment.SelfAssessments.NewStandardAnswer;
import anbinh.standard.assessment.SelfAssessments.NewStandardEvidence;
import anbinh.standard.assessment.SelfAssessments.NewStandardMinutes;
import anbinh.standard.assessment.UnitRegistrations.NewStandardRegistration;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardCondition;
import anbinh.standard.criteria.StandardParticipant.Code;
import anbinh.testing.ThrownProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a village's head writes, what speaks for it, and with what minutes it is sent.
class SelfAssessmentsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 25);

  private final Person other = AccessFixture.person(9, VILLAGE, Role.VILLAGE_HEAD);
  @TempDir private Path folder;
  private StandardFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new StandardFixture(folder);
    fixture.people.add(other);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private void answer(UUID id, Criterion to, int seen, @Nullable Boolean met, Person by) {
    fixture.assessments.answer(
        id, new NewStandardAnswer(to.code(), seen, met, null, null, null, WHY), by);
  }

  private List<Answer> answers(UUID id, Criterion of) {
    return fixture.dossiers.read(id).versions(of.code());
  }

  @Test
  void theSameAnswerAgainIsNoOtherVersion() {
    UUID id = fixture.register();
    answer(id, PEACE, 0, true, fixture.head);
    int before = fixture.log.events().size();
    answer(id, PEACE, 1, true, fixture.head);
    assertThat(answers(id, PEACE)).hasSize(1);
    assertThat(fixture.log.events()).hasSize(before);
    answer(id, PEACE, 1, false, fixture.head);
    assertThat(answers(id, PEACE)).extracting(Answer::version).containsExactly(1, 2);
  }

  @Test
  void nobodyWritesOverAnAnswerOfSomebodyElseThatTheyDidNotSee() {
    UUID id = fixture.register();
    answer(id, PEACE, 0, true, fixture.head);
    Problem changed = ThrownProblem.of(() -> answer(id, PEACE, 0, false, other));
    assertThat(changed.code()).isEqualTo(StandardProblem.STANDARD_ANSWER_CHANGED);
    assertThat(changed.arguments()).containsExactly(fixture.head.displayName());
    assertThat(answers(id, PEACE)).hasSize(1);
    answer(id, PEACE, 1, false, other);
    assertThat(answers(id, PEACE)).hasSize(2);
  }

  @Test
  void twoWindowsOfOnePersonAreNoConflict() {
    UUID id = fixture.register();
    answer(id, PEACE, 0, true, fixture.head);
    answer(id, PEACE, 0, false, fixture.head);
    assertThat(answers(id, PEACE)).extracting(Answer::met).containsExactly(true, false);
  }

  @Test
  void halfAnAnswerIsTakenAndAWrongOneIsNot() {
    UUID id = fixture.register();
    Criterion share = DossierFixture.criterion("5.4", AnswerKind.SHARE);
    fixture.criteria.set(PEACE, share);
    answer(id, PEACE, 0, null, fixture.head);
    assertThat(answers(id, PEACE)).hasSize(1);
    assertThat(ThrownProblem.fields(() -> fixture.answer(id, share, true, 26, 25)))
        .containsExactly("number standard-more-than-all");
    fixture.answer(id, share, true, 25, 25);
    var guards =
        new NewStandardAnswer(
            PEACE.code(), 1, true, null, null, List.of(StandardCondition.Code.GUARDS), WHY);
    assertThat(ThrownProblem.fields(() -> fixture.assessments.answer(id, guards, fixture.head)))
        .as("which the criterion asks for whether there are any or not")
        .containsExactly("absent standard-no-condition");
    assertThat(ThrownProblem.fields(() -> answer(id, CRIMES, 0, true, fixture.head)))
        .containsExactly("criterion standard-no-criterion");
  }

  @Test
  void whatIsSentOrDecidedIsNotWrittenAnyMore() {
    UUID sent = fixture.sent();
    assertThat(ThrownProblem.code(() -> answer(sent, PEACE, 1, false, fixture.head)))
        .isEqualTo(StandardProblem.STANDARD_SENT);
    assertThat(ThrownProblem.code(() -> fixture.send(sent)))
        .isEqualTo(StandardProblem.STANDARD_SENT);
    fixture.on(2026, 11, 2);
    fixture.acceptAll(sent);
    fixture.appraisals.propose(sent, StandardOutcome.MET, WHY, fixture.officer);
    fixture.on(2026, 11, 5);
    fixture.appraisals.decide(
        sent,
        StandardFixture.decision(StandardOutcome.MET, LocalDate.of(2026, 11, 5)),
        fixture.chair);
    assertThat(ThrownProblem.code(() -> answer(sent, PEACE, 1, false, fixture.head)))
        .isEqualTo(StandardProblem.STANDARD_DECIDED);
    UUID unknown = new UUID(9, 9);
    assertThat(ThrownProblem.code(() -> answer(unknown, PEACE, 0, true, fixture.head)))
        .isEqualTo(StandardProblem.NO_SUCH_ASSESSMENT);
  }

  private UUID evidence(UUID id, LocalDate day) {
    fixture.assessments.addEvidence(
        id, new NewStandardEvidence(PEACE.code(), " Nghị quyết ", " ", day), fixture.head);
    return fixture.answers.evidence(id).getLast().id();
  }

  @Test
  void evidenceSpeaksForADayThatHasCome() {
    UUID id = fixture.register();
    fixture.on(2026, 10, 25);
    assertThat(ThrownProblem.fields(() -> evidence(id, TODAY.plusDays(1))))
        .containsExactly("speaksFor past-or-present");
    evidence(id, TODAY);
    Evidence kept = fixture.answers.evidence(id).getLast();
    assertThat(kept.title()).isEqualTo("Nghị quyết");
    assertThat(kept.number()).isNull();
  }

  @Test
  void evidenceIsWithdrawnOnceAndStays() {
    UUID id = fixture.register();
    UUID one = evidence(id, LocalDate.of(2026, 3, 1));
    fixture.assessments.withdraw(id, one, "Đã thay bằng số 05.", fixture.head);
    assertThat(fixture.answers.evidence(id)).hasSize(1);
    assertThat(
            ThrownProblem.code(
                () -> fixture.assessments.withdraw(id, one, "Đã thay bằng số 05.", fixture.head)))
        .isEqualTo(StandardProblem.STANDARD_EVIDENCE_WITHDRAWN);
    assertThat(
            ThrownProblem.code(
                () -> fixture.assessments.withdraw(id, new UUID(8, 8), "Không có.", fixture.head)))
        .isEqualTo(StandardProblem.NO_SUCH_STANDARD_EVIDENCE);
  }

  /// Registers the village late for the year before.
  private UUID lastYear() {
    var before =
        new NewStandardRegistration(
            VILLAGE, 2025, false, null, null, null, null, 120, 120, "Chưa kịp đăng ký.");
    return fixture.registrations.register(fixture.areas.get(VILLAGE), before, fixture.head).id();
  }

  @Test
  void lastYearsEvidenceOfTheSameUnitIsRenewedOnce() {
    UUID old = evidence(lastYear(), LocalDate.of(2025, 3, 1));
    UUID id = fixture.register();
    fixture.assessments.renew(id, old, fixture.head);
    fixture.assessments.renew(id, old, fixture.head);
    assertThat(fixture.answers.evidence(id)).hasSize(1);
    Evidence renewed = fixture.answers.evidence(id).getFirst();
    assertThat(renewed.renews()).isEqualTo(old);
    assertThat(renewed.speaksFor()).isEqualTo(LocalDate.of(2025, 3, 1));
    assertThat(fixture.log.types()).containsOnlyOnce(StandardEvent.EVIDENCE_RENEWED);
    fixture.assessments.withdraw(id, renewed.id(), "Hết hiệu lực rồi.", fixture.head);
    fixture.assessments.renew(id, old, fixture.head);
    assertThat(fixture.answers.evidence(id)).as("again, once it was withdrawn").hasSize(2);
  }

  @Test
  void whatWasWithdrawnOrIsNotLastYearsIsNotRenewed() {
    UUID before = lastYear();
    UUID old = evidence(before, LocalDate.of(2025, 3, 1));
    UUID id = fixture.register();
    UUID own = evidence(id, LocalDate.of(2026, 3, 1));
    assertThat(ThrownProblem.code(() -> fixture.assessments.renew(id, own, fixture.head)))
        .isEqualTo(StandardProblem.NO_SUCH_STANDARD_EVIDENCE);
    fixture.assessments.withdraw(before, old, "Đã thay bằng số 05.", fixture.head);
    assertThat(ThrownProblem.code(() -> fixture.assessments.renew(id, old, fixture.head)))
        .isEqualTo(StandardProblem.STANDARD_EVIDENCE_WITHDRAWN);
    fixture.criteria.set(CRIMES);
    assertThat(ThrownProblem.code(() -> fixture.assessments.renew(id, old, fixture.head)))
        .as("for a criterion that is no more")
        .isEqualTo(StandardProblem.NO_SUCH_STANDARD_EVIDENCE);
  }

  @Test
  void whatIsNotWhollyAnsweredIsNotSent() {
    UUID id = fixture.register();
    fixture.on(2026, 10, 25);
    fixture.answer(id, RESOLUTION, true, null, null);
    fixture.answer(id, CRIMES, true, 1, null);
    Problem missing = ThrownProblem.of(() -> fixture.send(id));
    assertThat(missing.code()).isEqualTo(StandardProblem.STANDARD_NOT_ALL_ANSWERED);
    assertThat(missing.extensions())
        .containsEntry("criteria", List.of(PEACE.code(), CRIMES.code()));
  }

  @Test
  void itProposesWhatItsAnswersSay() {
    UUID id = fixture.answered();
    fixture.answer(id, PEACE, false, null, null);
    fixture.send(id);
    assertThat(fixture.lastStep(id).outcome()).isEqualTo(StandardOutcome.NOT_MET);
    assertThat(fixture.table.find(id).orElseThrow().state()).isEqualTo(StandardState.SELF_ASSESSED);
    assertThat(fixture.table.find(id).orElseThrow().decided()).isFalse();
  }

  private List<String> wrong(UUID id, NewStandardMinutes minutes) {
    return ThrownProblem.fields(() -> fixture.assessments.send(id, minutes, fixture.head));
  }

  @Test
  void theMeetingIsHeldWithinThePeriodAndNotAfterToday() {
    UUID id = fixture.answered();
    assertThat(wrong(id, minutes(LocalDate.of(2025, 10, 31))))
        .containsExactly("heldOn standard-before-period");
    assertThat(wrong(id, minutes(TODAY.plusDays(1)))).containsExactly("heldOn past-or-present");
    fixture.assessments.send(id, minutes(LocalDate.of(2025, 11, 1)), fixture.head);
    assertThat(fixture.lastStep(id).kind()).isEqualTo(StandardStep.Kind.SELF_ASSESSED);
  }

  private static NewStandardMinutes counted(int households, int attended, int yes, int no) {
    return new NewStandardMinutes(
        TODAY, "Lê Xuân Tùng", households, attended, 4, yes, no, List.of(Code.POLICE), null);
  }

  @Test
  void noMoreComeThanThereAreAndNoMoreVoteThanCame() {
    UUID id = fixture.answered();
    assertThat(wrong(id, counted(120, 121, 1, 0)))
        .containsExactly("attended standard-more-than-all");
    assertThat(wrong(id, counted(120, 96, 90, 7))).containsExactly("votesFor standard-votes");
    fixture.assessments.send(id, counted(120, 120, 114, 6), fixture.head);
    assertThat(fixture.table.minutes(id)).hasSize(1);
  }

  private static NewStandardMinutes bodies(List<Code> came, @Nullable List<Code> nonexistent) {
    return new NewStandardMinutes(TODAY, "Lê Xuân Tùng", 120, 96, 4, 90, 6, came, nonexistent);
  }

  @Test
  void whoCameIsSaidOfTheBodiesOfTheLaw() {
    UUID id = fixture.answered();
    assertThat(wrong(id, bodies(List.of(), null))).containsExactly("came required");
    assertThat(wrong(id, bodies(List.of(Code.POLICE, Code.SUPERIOR), null)))
        .as("which is of agencies")
        .containsExactly("came standard-no-body");
    assertThat(wrong(id, bodies(List.of(Code.POLICE), List.of(Code.FRONT))))
        .as("which there always is")
        .containsExactly("nonexistent standard-body-exists");
    assertThat(wrong(id, bodies(List.of(Code.POLICE), List.of(Code.PARTY_ORGANISATION))))
        .as("with which it registered")
        .containsExactly("nonexistent standard-body-exists");
    List<Code> none = List.of(Code.MASS_ORGANISATIONS);
    assertThat(wrong(id, bodies(List.of(Code.POLICE, Code.MASS_ORGANISATIONS), none)))
        .as("which came")
        .containsExactly("nonexistent standard-body-exists");
    fixture.assessments.send(
        id, bodies(List.of(Code.POLICE, Code.POLICE), List.of(none.getFirst())), fixture.head);
    MeetingMinutes kept = fixture.table.minutes(id).values().iterator().next();
    assertThat(kept.came()).as("each once").containsExactly(Code.POLICE);
    assertThat(kept.nonexistent()).containsExactly(Code.MASS_ORGANISATIONS);
  }

  @Test
  void thePartysBodyMayBeAbsentWhereTheUnitRegisteredWithoutOne() {
    var without =
        new NewStandardRegistration(VILLAGE, 2026, false, null, null, null, null, 120, 120, null);
    UUID id =
        fixture.registrations.register(fixture.areas.get(VILLAGE), without, fixture.head).id();
    fixture.on(2026, 10, 25);
    fixture.criteria.set(PEACE);
    fixture.answer(id, PEACE, true, null, null);
    fixture.assessments.send(
        id, bodies(List.of(Code.POLICE), List.of(Code.PARTY_ORGANISATION)), fixture.head);
    assertThat(fixture.lastStep(id).outcome()).isEqualTo(StandardOutcome.MET);
  }
}
