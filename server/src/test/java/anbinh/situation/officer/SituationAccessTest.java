package anbinh.situation.officer;

import static anbinh.situation.officer.OfficerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.situation.kind.FakeKinds;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.SituationState.Next;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an officer may do by what they are to a report; what they are to it, shows SituationsIT.
class SituationAccessTest {
  private final OfficerFixture fixture = new OfficerFixture();
  private final Situation open = fixture.received(FakeKinds.THEFT);
  private final Situation guarded = fixture.received(FakeKinds.FAMILY);

  private On receiver(Situation one) {
    return new On(one, fixture.officer, true, true, false);
  }

  private On colleague(Situation one) {
    return new On(one, fixture.colleague, false, true, false);
  }

  private static Situation erased(Situation one) {
    return new Situation(
        one.id(),
        one.code(),
        one.channel(),
        one.place(),
        one.teamId(),
        one.nature(),
        one.state(),
        one.revision(),
        one.times(),
        one.conduct(),
        one.marks(),
        one.mergedInto(),
        one.due(),
        NOW);
  }

  @Test
  void whatIsGuardedOpensToWhoHasItAlone() {
    assertThat(receiver(guarded).reads()).isTrue();
    assertThat(receiver(guarded).acts()).isTrue();
    assertThat(colleague(guarded).reads()).isFalse();
    assertThat(colleague(guarded).acts()).isFalse();
    assertThat(colleague(open).reads()).isTrue();
    assertThat(colleague(open).acts()).isTrue();
  }

  @Test
  void nobodyActsOnWhatNobodyReceived() {
    Situation waiting = fixture.submitted(FakeKinds.THEFT);
    assertThat(colleague(waiting).acts()).isFalse();
    assertThat(colleague(waiting).reads()).isTrue();
    assertThat(colleague(waiting).receives()).isTrue();
  }

  @Test
  void whatWasErasedOpensToNobody() {
    assertThat(receiver(erased(open)).reads()).isFalse();
    assertThat(receiver(erased(open)).opensReporter()).isFalse();
  }

  @Test
  void whoReportedOpensToTheFirstOfficerAsLongAsTheyHaveIt() {
    assertThat(receiver(open).opensReporter()).isTrue();
    assertThat(new On(open, fixture.officer, false, true, false).opensReporter()).isFalse();
    assertThat(new On(open, fixture.colleague, true, true, false).opensReporter()).isFalse();
  }

  private static Situation escalated(Situation one, @Nullable Instant at) {
    return one.with(new Due(Next.DECIDE, NOW, at));
  }

  @Test
  void itIsTakenOverFromWhoIsGoneLetsItWaitOrHasItFromAbove() {
    assertThat(colleague(open).receives()).isFalse();
    assertThat(receiver(open).receives()).isFalse();
    assertThat(new On(open, fixture.colleague, false, false, false).receives()).isTrue();
    assertThat(new On(open, fixture.colleague, false, true, true).receives()).isTrue();
    assertThat(colleague(escalated(open, NOW)).receives()).isTrue();
    assertThat(colleague(escalated(open, null)).receives()).isFalse();
    assertThat(receiver(escalated(open, NOW)).receives()).as("not by who let it wait").isFalse();
  }
}
