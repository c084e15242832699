package anbinh.situation.officer;

import static anbinh.situation.officer.OfficerFixture.NOW;
import static anbinh.situation.officer.OfficerFixture.VILLAGE;
import static anbinh.situation.report.HappenedPrecision.ABOUT;
import static anbinh.situation.report.HappenedPrecision.DAY;
import static anbinh.situation.report.SituationState.ACKNOWLEDGED;
import static anbinh.situation.report.SituationState.REFERRED_POLICE;
import static anbinh.situation.report.SituationState.RETRACTED;
import static anbinh.situation.report.SituationState.SENT_TO_MEDIATION;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.kind.FakeKinds;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Nature;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which reports may go on together, and what becomes of what was decided; how they are found,
/// shows SituationsIT.
class SituationMergingTest {
  private static final Instant EVENING = NOW.minus(Duration.ofHours(20));
  private static final UUID OTHER_VILLAGE = new UUID(1, 9);

  private final OfficerFixture fixture = new OfficerFixture();
  private final SituationMerging merging = merging(fixture);

  @SuppressWarnings("NullAway") // the table only seeks those around
  private static SituationMerging merging(OfficerFixture fixture) {
    return new SituationMerging(
        fixture.situations,
        null,
        fixture.groups,
        fixture.rights,
        fixture.situations.clock(),
        fixture.doubts);
  }

  private Situation report(
      SituationKind kind, @Nullable UUID village, Instant happened, HappenedPrecision precision) {
    return fixture.received(fixture.submitted(kind, village, happened, precision));
  }

  private Situation theft() {
    return report(FakeKinds.THEFT, VILLAGE, EVENING, ABOUT);
  }

  private void merge(Situation one, Situation into) {
    merging.merge(one.id(), into.id(), "Cùng một việc.", fixture.officer);
  }

  private void assertApart(Situation one, Situation into) {
    assertThat(Assertions.catchThrowableOfType(Problem.class, () -> merge(one, into)).code())
        .isEqualTo(SituationProblem.SITUATION_MERGE);
    assertThat(fixture.now(one).mergedInto()).isNull();
  }

  private void assertTogether(Situation one, Situation into) {
    merge(one, into);
    assertThat(fixture.now(one).mergedInto()).isEqualTo(into.id());
  }

  @Test
  void oneGoesOnWithTheOtherAndBothSaySo() {
    Situation one = theft();
    Situation into = theft();
    assertTogether(one, into);
    merge(one, into);
    assertThat(fixture.noted())
        .as("twice is once")
        .containsExactly(SituationEvent.MERGED, SituationEvent.MERGED);
    assertThat(fixture.now(into).mergedInto()).isNull();
    assertThat(fixture.groups.levelled).containsExactly(one.id(), into.id());
    assertThat(fixture.groups.shared).containsExactly(into.id());
    assertThat(fixture.doubts.told)
        .as("a mediation of it is told what the other one says")
        .containsExactly("words of " + one.id().getLeastSignificantBits());
  }

  @Test
  void onlyWhatIsOfOneKindGoesTogether() {
    assertApart(report(FakeKinds.NOISE, VILLAGE, EVENING, ABOUT), theft());
  }

  @Test
  void onlyWhatIsOfOneCommuneAndVillageAsFarAsBothSay() {
    assertApart(report(FakeKinds.THEFT, OTHER_VILLAGE, EVENING, ABOUT), theft());
    assertTogether(report(FakeKinds.THEFT, null, EVENING, ABOUT), theft());
    Situation one = theft();
    Situation elsewhere =
        fixture.keep(one.with(new Situation.Place(new UUID(1, 77), VILLAGE), one.times()));
    assertApart(elsewhere, theft());
  }

  @Test
  void onlyWhatIsNearInTime() {
    Instant near = EVENING.plus(Duration.ofHours(6));
    assertTogether(report(FakeKinds.THEFT, VILLAGE, near, ABOUT), theft());
    assertApart(report(FakeKinds.THEFT, VILLAGE, near.plusMillis(1), ABOUT), theft());
    assertApart(theft(), report(FakeKinds.THEFT, VILLAGE, near.plusMillis(1), ABOUT));
    Instant day = EVENING.minus(Duration.ofHours(24));
    assertTogether(report(FakeKinds.THEFT, VILLAGE, day, DAY), theft());
    assertApart(report(FakeKinds.THEFT, VILLAGE, day.minusMillis(1), DAY), theft());
  }

  @Test
  void noChainAndNoRingResults() {
    Situation one = theft();
    Situation two = theft();
    Situation three = theft();
    assertApart(one, one);
    assertTogether(one, two);
    assertApart(two, three);
    assertApart(three, one);
    Situation again = fixture.now(one);
    assertThat(Assertions.catchThrowableOfType(Problem.class, () -> merge(again, three)).code())
        .isEqualTo(SituationProblem.SITUATION_MERGE);
  }

  @Test
  void whatIsOverGoesOnWithNothing() {
    Situation over = fixture.decided(theft(), RETRACTED);
    assertApart(over, theft());
    assertApart(theft(), over);
  }

  @Test
  void theOfficerActsOnBoth() {
    Situation one = theft();
    Situation into = fixture.submitted(FakeKinds.THEFT, VILLAGE, EVENING, ABOUT);
    assertThat(Assertions.catchThrowableOfType(Problem.class, () -> merge(one, into)).code())
        .as("nobody received the other one")
        .isEqualTo(SituationProblem.NOT_YOUR_SITUATION);
    assertThat(Assertions.catchThrowableOfType(Problem.class, () -> merge(into, one)).code())
        .isEqualTo(SituationProblem.NOT_YOUR_SITUATION);
    fixture.rights.closedTo.add(fixture.officer.id());
    Situation other = theft();
    assertThat(Assertions.catchThrowableOfType(Problem.class, () -> merge(one, other)).code())
        .isEqualTo(SituationProblem.NOT_YOUR_SITUATION);
  }

  @Test
  void whatWasDecidedOfOneIsDecidedAgainWithTheOther() {
    Situation one = theft();
    Situation into = fixture.decided(theft(), REFERRED_POLICE);
    assertTogether(one, into);
    assertThat(fixture.now(into).state()).isEqualTo(ACKNOWLEDGED);
    assertThat(fixture.now(into).conduct().decidedAt()).isNull();
    Situation decided = fixture.decided(theft(), REFERRED_POLICE);
    Situation both = fixture.decided(theft(), REFERRED_POLICE);
    assertTogether(decided, both);
    assertThat(fixture.now(both).state()).isEqualTo(REFERRED_POLICE);
  }

  @Test
  void mediatorsGoOnUnlessTheOtherOnePresses() {
    Situation quiet = report(FakeKinds.NOISE, VILLAGE, EVENING, ABOUT);
    Situation mediated =
        fixture.decided(report(FakeKinds.NOISE, VILLAGE, EVENING, ABOUT), SENT_TO_MEDIATION);
    assertTogether(quiet, mediated);
    assertThat(fixture.now(mediated).state()).isEqualTo(SENT_TO_MEDIATION);
    for (Nature pressing :
        new Nature[] {
          new Nature("NOISE", true, false, true, false, false, NOW),
          new Nature("NOISE", false, false, false, true, true, null)
        }) {
      Situation one = fixture.keep(report(FakeKinds.NOISE, VILLAGE, EVENING, ABOUT).with(pressing));
      Situation other =
          fixture.decided(report(FakeKinds.NOISE, VILLAGE, EVENING, ABOUT), SENT_TO_MEDIATION);
      fixture.doubts.left.clear();
      assertTogether(one, other);
      assertThat(fixture.now(other).state()).isEqualTo(ACKNOWLEDGED);
      assertThat(fixture.doubts.left).containsExactly(other.id());
    }
  }

  @Test
  void takenApartEachIsGuardedByItsOwnKindAgain() {
    Situation one = theft();
    Situation into = theft();
    assertTogether(one, into);
    fixture.keep(fixture.now(one).with(one.nature().guardedWith(true)));
    merging.separate(one.id(), "Hai việc.", fixture.officer);
    assertThat(fixture.now(one).mergedInto()).isNull();
    assertThat(fixture.now(one).nature().guarded()).isFalse();
    assertThat(
            Assertions.catchThrowableOfType(
                    Problem.class, () -> merging.separate(one.id(), "x", fixture.officer))
                .code())
        .isEqualTo(SituationProblem.SITUATION_ELSEWHERE);
  }

  @Test
  void howFarAGuardedOneIsIsToldToWhoHasItOnly() {
    Situation guarded = fixture.received(FakeKinds.FAMILY);
    assertThat(SituationMerging.tellsPlace(guarded, fixture.officer)).isTrue();
    assertThat(SituationMerging.tellsPlace(guarded, fixture.colleague)).isFalse();
    assertThat(SituationMerging.tellsPlace(theft(), fixture.colleague)).isTrue();
  }
}
