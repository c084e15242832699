package anbinh.situation.officer;

import static anbinh.situation.officer.OfficerFixture.NOW;
import static anbinh.situation.report.SituationState.ACKNOWLEDGED;
import static anbinh.situation.report.SituationState.CLOSED;
import static anbinh.situation.report.SituationState.NOT_FOUNDED;
import static anbinh.situation.report.SituationState.REFERRED_POLICE;
import static anbinh.situation.report.SituationState.RESOLVED_ON_SITE;
import static anbinh.situation.report.SituationState.RETRACTED;
import static anbinh.situation.report.SituationState.SENT_TO_MEDIATION;
import static anbinh.situation.report.SituationState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.kind.FakeKinds;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportedNature;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationContent.VersionStatus;
import anbinh.situation.report.SituationTrail.StepMark;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What an officer may do when, and what it comes to; that it is kept, shows SituationsIT.
class SituationHandlingTest {
  private final OfficerFixture fixture = new OfficerFixture();
  private final SituationHandling handling = fixture.handling();

  private static void assertRefused(ProblemCode why, ThrowingCallable tried) {
    assertThat(Assertions.catchThrowableOfType(Problem.class, tried).code()).isEqualTo(why);
  }

  private SituationNote lastNote(Situation one) {
    return fixture.situations.content(one).notes().getLast();
  }

  private void guardByHand(Situation one) {
    handling.guard(one.id(), "Có trẻ em.", fixture.officer);
  }

  @Test
  void whoReceivesItFirstHasItAndDoingSoTwiceIsOnce() {
    Situation one = fixture.submitted(FakeKinds.THEFT);
    handling.acknowledge(one.id(), fixture.officer);
    handling.acknowledge(one.id(), fixture.officer);
    assertThat(fixture.now(one).state()).isEqualTo(ACKNOWLEDGED);
    assertThat(fixture.now(one).conduct().receiverId()).isEqualTo(fixture.officer.id());
    assertThat(fixture.now(one).conduct().identityOfficerId()).isEqualTo(fixture.officer.id());
    assertThat(fixture.noted()).containsExactly(SituationEvent.ACKNOWLEDGED);
    assertThat(fixture.groups.received).containsExactly(one.id());
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.acknowledge(one.id(), fixture.colleague));
  }

  @Test
  void whoMayNotOpenTheReporterReceivesItWithoutThat() {
    fixture.officers.opensAsFirst = false;
    Situation one = fixture.submitted(FakeKinds.THEFT);
    handling.acknowledge(one.id(), fixture.officer);
    assertThat(fixture.now(one).conduct().receiverId()).isEqualTo(fixture.officer.id());
    assertThat(fixture.now(one).conduct().identityOfficerId()).isNull();
  }

  @Test
  void itIsTakenOverWhereWhoHasItServesNoMoreAndGoesOnWhereItStands() {
    Situation one = fixture.decided(fixture.received(FakeKinds.THEFT), REFERRED_POLICE);
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.acknowledge(one.id(), fixture.colleague));
    fixture.rights.receiverServes = false;
    handling.acknowledge(one.id(), fixture.colleague);
    assertThat(fixture.now(one).state()).isEqualTo(REFERRED_POLICE);
    assertThat(fixture.now(one).conduct().receiverId()).isEqualTo(fixture.colleague.id());
    assertThat(fixture.now(one).conduct().identityOfficerId())
        .as("the reporter opens to the first officer only")
        .isEqualTo(fixture.officer.id());
  }

  @Test
  void whatIsOverIsNotTakenUpAgainByTheWay() {
    Situation one = fixture.decided(fixture.received(FakeKinds.THEFT), RETRACTED);
    fixture.rights.receiverServes = false;
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.acknowledge(one.id(), fixture.colleague));
  }

  @Test
  void whoHasAPartInItDoesNothingWithIt() {
    Situation one = fixture.received(FakeKinds.THEFT);
    fixture.rights.closedTo.add(fixture.officer.id());
    for (ThrowingCallable each :
        List.<ThrowingCallable>of(
            () -> handling.acknowledge(one.id(), fixture.officer),
            () -> handling.resolve(one.id(), NOT_FOUNDED, null, "x", fixture.officer),
            () -> handling.refer(one.id(), REFERRED_POLICE, "CA", "x", fixture.officer),
            () -> handling.close(one.id(), "x", fixture.officer),
            () -> handling.reopen(one.id(), "x", fixture.officer),
            () -> handling.look(one.id(), fixture.officer),
            () -> handling.note(one.id(), false, null, "x", fixture.officer))) {
      assertRefused(SituationProblem.NOT_YOUR_SITUATION, each);
    }
  }

  @Test
  void whatIsGuardedIsHandledByWhoHasItAlone() {
    Situation open = fixture.received(FakeKinds.THEFT);
    handling.note(open.id(), false, null, "Đã gọi.", fixture.colleague);
    assertThat(lastNote(open).by()).isEqualTo(fixture.colleague.id());
    Situation guarded = fixture.received(FakeKinds.FAMILY);
    assertRefused(
        SituationProblem.NOT_YOUR_SITUATION,
        () -> handling.note(guarded.id(), false, null, "x", fixture.colleague));
  }

  @Test
  void nothingIsDecidedOfWhatNobodyReceived() {
    Situation one = fixture.submitted(FakeKinds.THEFT);
    assertRefused(
        SituationProblem.NOT_YOUR_SITUATION,
        () -> handling.resolve(one.id(), NOT_FOUNDED, null, "x", fixture.officer));
    Situation givenUp = fixture.received(FakeKinds.THEFT);
    fixture.keep(givenUp.with(SUBMITTED, givenUp.conduct()));
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.resolve(givenUp.id(), NOT_FOUNDED, null, "x", fixture.officer));
  }

  @Test
  void classifiedAnewItIsDueByItsTermsFromNowOn() {
    Situation one = fixture.received(FakeKinds.THEFT);
    handling.classify(one.id(), "FIRE", false, false, "Có khói.", fixture.officer);
    assertThat(fixture.now(one).nature())
        .isEqualTo(new Nature("FIRE", false, false, true, false, false, NOW));
    handling.classify(one.id(), "THEFT", true, false, "Có dao.", fixture.officer);
    assertThat(fixture.now(one).nature().raisedAt()).isEqualTo(NOW);
    handling.classify(one.id(), "THEFT", false, false, "Không phải.", fixture.officer);
    assertThat(fixture.now(one).nature())
        .isEqualTo(new Nature("THEFT", false, false, false, false, false, null));
    assertThat(fixture.groups.levelled).hasSize(3);
  }

  @Test
  void whatWasGuardedOnceStaysSoAndAsUrgent() {
    Situation one = fixture.received(FakeKinds.FAMILY);
    handling.classify(one.id(), "NOISE", false, false, "Chỉ là ồn.", fixture.officer);
    Nature now = fixture.now(one).nature();
    assertThat(now.kind()).isEqualTo("NOISE");
    assertThat(now.ownGuarded()).isTrue();
    assertThat(now.guarded()).isTrue();
    assertThat(now.urgent()).isTrue();
  }

  @Test
  void guardedByHandItIsUrgentFromThen() {
    Situation one = fixture.received(FakeKinds.NOISE);
    guardByHand(one);
    assertThat(fixture.now(one).nature())
        .isEqualTo(new Nature("NOISE", false, false, true, true, true, NOW));
  }

  @Test
  void whatIsGuardedComesBackFromTheMediatorsWhoAreStopped() {
    for (boolean byHand : List.of(true, false)) {
      Situation one = fixture.decided(fixture.received(FakeKinds.NOISE), SENT_TO_MEDIATION);
      fixture.doubts.left.clear();
      if (byHand) {
        guardByHand(one);
      } else {
        handling.classify(one.id(), "FAMILY", false, false, "Đánh vợ.", fixture.officer);
      }
      assertThat(fixture.now(one).state()).isEqualTo(ACKNOWLEDGED);
      assertThat(fixture.doubts.left).containsExactly(one.id());
    }
  }

  @Test
  void aKindThatEndedIsKeptAndNotGiven() {
    Situation one = fixture.received(FakeKinds.NOISE);
    Situation other = fixture.received(FakeKinds.THEFT);
    fixture.kinds.end(FakeKinds.NOISE, LocalDate.of(2026, 11, 27).minusDays(1));
    assertRefused(
        PlatformProblem.INVALID,
        () -> handling.classify(other.id(), "NOISE", false, false, "x", fixture.officer));
    assertRefused(
        PlatformProblem.INVALID,
        () -> handling.classify(one.id(), "NOISE", true, false, "x", fixture.officer));
    fixture.kinds.end(FakeKinds.NOISE, LocalDate.of(2026, 11, 27));
    handling.classify(one.id(), "NOISE", true, false, "Có dao.", fixture.officer);
    assertThat(fixture.now(one).nature().danger()).isTrue();
  }

  @Test
  void onlyWhatMayBeMediatedGoesToMediators() {
    Situation noise = fixture.received(FakeKinds.NOISE);
    assertThat(handling.requireMediable(noise.id(), fixture.officer).id()).isEqualTo(noise.id());
    Situation theft = fixture.received(FakeKinds.THEFT);
    Situation danger = fixture.received(FakeKinds.NOISE);
    handling.classify(danger.id(), "NOISE", true, false, "Có dao.", fixture.officer);
    Situation guarded = fixture.received(FakeKinds.NOISE);
    guardByHand(guarded);
    for (Situation each : List.of(theft, danger, guarded)) {
      assertRefused(
          SituationProblem.SITUATION_NOT_MEDIABLE,
          () -> handling.requireMediable(each.id(), fixture.officer));
      assertRefused(
          SituationProblem.SITUATION_NOT_MEDIABLE,
          () -> handling.sentToMediation(each.id(), new UUID(6, 1), "x", fixture.officer));
    }
    handling.sentToMediation(noise.id(), new UUID(6, 1), "Hòa giải.", fixture.officer);
    assertThat(fixture.now(noise).state()).isEqualTo(SENT_TO_MEDIATION);
    assertThat(fixture.now(noise).conduct().mediationId()).isEqualTo(new UUID(6, 1));
  }

  @Test
  void theWrittenReportIsMadeOnceAndSearchedForOfficersNames() {
    Situation one = fixture.received(FakeKinds.FIRE);
    handling.write(one.id(), null, "Cháy nhà kho.", fixture.officer);
    assertThat(fixture.now(one).conduct().writtenAt()).isEqualTo(NOW);
    assertThat(fixture.officers.searchedForNames).containsExactly(one.id());
    assertThat(fixture.groups.shared).containsExactly(one.id());
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.write(one.id(), null, "Lần nữa.", fixture.officer));
  }

  @Test
  void itEndsOnlyWhenItIsDecidedWrittenAndNothingWaits() {
    Situation undecided = fixture.received(FakeKinds.THEFT);
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.close(undecided.id(), "x", fixture.officer));
    Situation unwritten = fixture.decided(fixture.received(FakeKinds.FIRE), RESOLVED_ON_SITE);
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.close(unwritten.id(), "x", fixture.officer));
    handling.write(unwritten.id(), null, "Cháy nhà kho.", fixture.officer);
    handling.close(unwritten.id(), "Đã xong.", fixture.officer);
    assertThat(fixture.now(unwritten).state()).isEqualTo(CLOSED);
    assertThat(fixture.now(unwritten).conduct().closedAt()).isEqualTo(NOW);
    Situation asked = fixture.decided(fixture.received(FakeKinds.THEFT), RESOLVED_ON_SITE);
    fixture.keep(asked.with(asked.marks().withRetraction(NOW)));
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.close(asked.id(), "x", fixture.officer));
    Situation changed = fixture.decided(fixture.received(FakeKinds.THEFT), RESOLVED_ON_SITE);
    fixture.situations.add(changed, changedBeside(changed));
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.close(changed.id(), "x", fixture.officer));
  }

  private SituationContent changedBeside(Situation one) {
    SituationContent content = fixture.situations.content(one);
    return content.changed(
        NOW,
        null,
        null,
        new ReportedNature("THEFT", false, false),
        Objects.requireNonNull(content.currentVersion().circumstances()),
        content.currentVersion().words(),
        true);
  }

  @Test
  void aVersionThatLiesBesideIsTakenOrKeptAsideOnce() {
    Situation one = fixture.received(FakeKinds.THEFT);
    fixture.situations.add(one, changedBeside(one));
    assertRefused(
        PlatformProblem.INVALID,
        () -> handling.decideVersion(one.id(), 1, true, "x", fixture.officer));
    handling.decideVersion(one.id(), 2, true, "Đúng hơn.", fixture.officer);
    SituationContent content = fixture.situations.content(one);
    assertThat(content.currentVersion().number()).isEqualTo(2);
    assertThat(content.versions().getFirst().status()).isEqualTo(VersionStatus.REPLACED);
    assertRefused(
        PlatformProblem.INVALID,
        () -> handling.decideVersion(one.id(), 2, false, "x", fixture.officer));
  }

  @Test
  void reopenedItIsAgainWithWhoHadItOrWaitsForSomebodyToWhomTheReporterDoesNotOpen() {
    Situation one = fixture.decided(fixture.received(FakeKinds.THEFT), RETRACTED);
    handling.reopen(one.id(), "Tái phạm.", fixture.colleague);
    assertThat(fixture.now(one).state()).isEqualTo(ACKNOWLEDGED);
    assertThat(fixture.now(one).conduct().receiverId()).isEqualTo(fixture.officer.id());
    assertThat(fixture.now(one).conduct().identityOfficerId()).isEqualTo(fixture.officer.id());
    assertThat(fixture.now(one).conduct().reopened()).isOne();
    assertThat(fixture.now(one).conduct().decidedAt()).isNull();
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.reopen(one.id(), "x", fixture.officer));
    Situation left = fixture.decided(fixture.received(FakeKinds.FAMILY), RETRACTED);
    assertRefused(
        SituationProblem.NOT_YOUR_SITUATION,
        () -> handling.reopen(left.id(), "x", fixture.colleague));
    fixture.rights.receiverServes = false;
    handling.reopen(left.id(), "Tái phạm.", fixture.colleague);
    assertThat(fixture.now(left).state()).isEqualTo(SUBMITTED);
    assertThat(fixture.now(left).conduct().receiverId()).isNull();
    assertThat(fixture.now(left).conduct().identityOfficerId()).isEqualTo(fixture.officer.id());
  }

  @Test
  void aRetractionIsDecidedWhereItIsAskedFor() {
    Situation one = fixture.received(FakeKinds.THEFT);
    assertRefused(
        SituationProblem.SITUATION_ELSEWHERE,
        () -> handling.decideRetraction(one.id(), true, "x", fixture.officer));
    fixture.keep(one.with(one.marks().withRetraction(NOW)));
    handling.decideRetraction(one.id(), false, "Nguy hiểm.", fixture.officer);
    assertThat(fixture.now(one).state()).isEqualTo(ACKNOWLEDGED);
    assertThat(fixture.now(one).marks().retractionAskedAt()).isNull();
    fixture.keep(fixture.now(one).with(one.marks().withRetraction(NOW)));
    handling.decideRetraction(one.id(), true, "Nhầm.", fixture.officer);
    assertThat(fixture.now(one).state()).isEqualTo(RETRACTED);
    assertThat(lastNote(one).what()).isEqualTo(NoteKind.RETRACTION_DECISION);
  }

  @Test
  void notesSayWhetherTheyAreLateOrAfterTheEndAndNoneIsOfTheFuture() {
    Situation one = fixture.received(FakeKinds.THEFT);
    handling.note(one.id(), false, NOW.minus(Duration.ofHours(24)), "Kịp.", fixture.officer);
    handling.note(
        one.id(), false, NOW.minus(Duration.ofHours(24)).minusSeconds(1), "Muộn.", fixture.officer);
    handling.note(one.id(), true, null, "Sửa.", fixture.officer);
    fixture.decided(fixture.now(one), RETRACTED);
    handling.note(one.id(), false, null, "Sau khi xong.", fixture.officer);
    assertThat(fixture.situations.noted())
        .extracting(each -> each.mark())
        .containsExactly(null, StepMark.LATE, StepMark.CORRECTED, StepMark.AFTER_END);
    assertThat(fixture.situations.content(one).notes())
        .extracting(SituationNote::late)
        .containsExactly(false, true, false, false);
    assertRefused(
        PlatformProblem.INVALID,
        () -> handling.note(one.id(), false, NOW.plusSeconds(61), "x", fixture.officer));
  }

  @Test
  void whoHasAPartStepsAsideAndSomebodyElseReceivesIt() {
    Situation one = fixture.received(FakeKinds.THEFT);
    handling.stepAside(one.id(), "Người nhà.", fixture.officer);
    assertThat(fixture.now(one).state()).isEqualTo(SUBMITTED);
    assertThat(fixture.now(one).conduct().receiverId()).isNull();
    assertThat(fixture.officers.withOwnPart).containsExactly(fixture.officer.id());
    assertThat(fixture.groups.shared).containsExactly(one.id());
    Situation over = fixture.decided(fixture.received(FakeKinds.THEFT), RETRACTED);
    handling.stepAside(over.id(), "Người nhà.", fixture.officer);
    assertThat(fixture.now(over).state()).isEqualTo(RETRACTED);
    Situation colleagues = fixture.received(FakeKinds.THEFT);
    handling.stepAside(colleagues.id(), "Người nhà.", fixture.colleague);
    assertThat(fixture.now(colleagues).conduct().receiverId()).isEqualTo(fixture.officer.id());
  }

  @Test
  void whatCameInBesideIsLookedAtOnce() {
    Situation one = fixture.received(FakeKinds.THEFT);
    handling.look(one.id(), fixture.officer);
    assertThat(fixture.noted()).isEmpty();
    fixture.keep(one.with(one.marks().withAttention(NOW)));
    handling.look(one.id(), fixture.officer);
    assertThat(fixture.now(one).marks().attentionAt()).isNull();
    assertThat(fixture.noted()).containsExactly(SituationEvent.LOOKED);
  }

  @Test
  void whatGoesOnWithAnotherOneIsDecidedThere() {
    Situation one = fixture.received(FakeKinds.THEFT);
    fixture.keep(one.merged(new UUID(5, 99)).with(one.marks().withRetraction(NOW)));
    for (ThrowingCallable each :
        List.<ThrowingCallable>of(
            () -> handling.resolve(one.id(), NOT_FOUNDED, null, "x", fixture.officer),
            () -> handling.classify(one.id(), "FIRE", true, false, "x", fixture.officer),
            () -> handling.stepAside(one.id(), "x", fixture.officer),
            () -> handling.acknowledge(one.id(), fixture.officer))) {
      assertRefused(SituationProblem.SITUATION_MERGED, each);
    }
    handling.decideRetraction(one.id(), false, "Của riêng báo cáo này.", fixture.officer);
    assertThat(fixture.now(one).marks().retractionAskedAt()).isNull();
  }
}
