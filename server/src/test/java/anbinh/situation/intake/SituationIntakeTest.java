package anbinh.situation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.FieldProblem;
import anbinh.situation.intake.SituationIntake.Source;
import anbinh.situation.kind.FakeKinds;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.NewSituation;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Conduct;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.Situation.Marks;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.Situation.Place;
import anbinh.situation.report.Situation.Times;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationContent.ReportedCircumstances;
import anbinh.situation.report.SituationState;
import anbinh.situation.reporter.ReporterIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a report is taken for, by when it says it was, and who may change it; that it is kept,
/// shows SituationsIT.
class SituationIntakeTest {
  /// A minute that the receipt lies within.
  private static final Instant NOW = Instant.parse("2026-11-27T03:00:30Z");

  private static final Instant MINUTE = Instant.parse("2026-11-27T03:00:00Z");
  private static final UUID VILLAGE = AccessFixture.VILLAGE;

  private final Person member = AccessFixture.person(1, VILLAGE, Role.TEAM_MEMBER);
  private final Person officer =
      AccessFixture.person(2, AccessFixture.COMMUNE, Role.COMMUNITY_OFFICER);

  private static NewSituation sent(
      HappenedPrecision precision,
      @Nullable Instant happened,
      Instant noted,
      @Nullable Instant device) {
    return sent(precision, happened, noted, device, false, "Mất xe.");
  }

  private static NewSituation sent(
      HappenedPrecision precision,
      @Nullable Instant happened,
      Instant noted,
      @Nullable Instant device,
      boolean danger,
      String seen) {
    return new NewSituation(
        AccessFixture.COMMUNE,
        VILLAGE,
        "THEFT",
        danger,
        false,
        precision,
        happened,
        noted,
        device,
        seen,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static ReportedCircumstances received(NewSituation sent) {
    return SituationIntake.circumstances(sent, NOW);
  }

  private static Instant before(Duration time) {
    return MINUTE.minus(time);
  }

  @Test
  void whatHappensNowHappensByThePhonesClockPutRight() {
    Duration slow = Duration.ofHours(3);
    NewSituation sent =
        sent(HappenedPrecision.NOW, null, before(slow.plusMinutes(10)), before(slow));
    Times times = received(sent).times();
    assertThat(times.skewSeconds()).isEqualTo((int) slow.toSeconds());
    assertThat(times.happenedAt()).isEqualTo(before(Duration.ofMinutes(10)));
    assertThat(times.notedAt()).isEqualTo(before(Duration.ofMinutes(10)));
    assertThat(times.receivedAt()).isEqualTo(NOW);
    assertThat(times.late()).isFalse();
    assertThat(received(sent).clockDoubtful()).isFalse();
  }

  @Test
  void whatSomebodySaysOfAnotherTimeIsNotMovedByTheirClock() {
    Instant yesterday = before(Duration.ofHours(20));
    NewSituation sent =
        sent(
            HappenedPrecision.ABOUT,
            yesterday,
            before(Duration.ofHours(3)),
            before(Duration.ofHours(3)));
    assertThat(received(sent).times().happenedAt()).isEqualTo(yesterday);
  }

  @Test
  void unlessItHasNotComeYetAndTheClockWasFast() {
    Instant fast = MINUTE.plus(Duration.ofHours(5));
    NewSituation sent = sent(HappenedPrecision.ABOUT, fast.minus(Duration.ofHours(1)), fast, fast);
    assertThat(received(sent).times().happenedAt()).isEqualTo(before(Duration.ofHours(1)));
    assertThat(received(sent).clockDoubtful()).isFalse();
  }

  @Test
  void whatHasNotComeYetIsAsOfTheReceiptAndDoubtful() {
    Instant future = MINUTE.plus(Duration.ofDays(2));
    ReportedCircumstances about = received(sent(HappenedPrecision.ABOUT, future, MINUTE, MINUTE));
    assertThat(about.times().happenedAt()).isEqualTo(MINUTE);
    assertThat(about.clockDoubtful()).isTrue();
    ReportedCircumstances noted = received(sent(HappenedPrecision.UNKNOWN, null, future, null));
    assertThat(noted.times().notedAt()).isEqualTo(MINUTE);
    assertThat(noted.clockDoubtful()).isTrue();
    Instant little = NOW.plus(Duration.ofMinutes(5));
    assertThat(received(sent(HappenedPrecision.UNKNOWN, null, little, null)).clockDoubtful())
        .as("a clock may run a little ahead")
        .isFalse();
  }

  @Test
  void aClockThatIsFarOffKeepsNoReportFromComingIn() {
    Times times =
        received(
                sent(
                    HappenedPrecision.NOW,
                    null,
                    Instant.EPOCH,
                    Instant.parse("9999-01-01T00:00:00Z")))
            .times();
    assertThat(times.skewSeconds()).isNegative();
    assertThat(times.notedAt()).isBefore(NOW);
  }

  @Test
  void oneIsLateADayAfterItHappenedOrWasNoted() {
    Instant day = NOW.minus(Duration.ofHours(24));
    assertThat(
            received(sent(HappenedPrecision.ABOUT, day.plusSeconds(30), MINUTE, null))
                .times()
                .late())
        .isFalse();
    assertThat(
            received(sent(HappenedPrecision.ABOUT, day.minusSeconds(30), MINUTE, null))
                .times()
                .late())
        .isTrue();
    assertThat(
            received(sent(HappenedPrecision.UNKNOWN, null, day.minusSeconds(30), null))
                .times()
                .late())
        .isTrue();
  }

  @Test
  void whatIsGuardedIsUrgentWhoeverWantsItSo() {
    NewSituation sent = sent(HappenedPrecision.UNKNOWN, null, MINUTE, null);
    assertThat(SituationIntake.nature(FakeKinds.THEFT, sent, false))
        .isEqualTo(new Nature("THEFT", false, false, false, false, false, null));
    assertThat(SituationIntake.nature(FakeKinds.THEFT, sent, true))
        .isEqualTo(new Nature("THEFT", false, false, true, true, true, null));
    assertThat(SituationIntake.nature(FakeKinds.FAMILY, sent, false))
        .isEqualTo(new Nature("FAMILY", false, false, true, true, true, null));
    NewSituation danger = sent(HappenedPrecision.UNKNOWN, null, MINUTE, null, true, "");
    assertThat(SituationIntake.nature(FakeKinds.THEFT, danger, false).urgent()).isTrue();
  }

  @Test
  void aChangeTakesNoProtectionAway() {
    Nature guarded = new Nature("FAMILY", true, true, true, true, true, null);
    NewSituation calm = sent(HappenedPrecision.UNKNOWN, null, MINUTE, null);
    Nature changed = SituationIntake.raised(guarded, FakeKinds.THEFT, calm, false, NOW);
    assertThat(changed).isEqualTo(new Nature("THEFT", true, true, true, true, true, null));
    Nature beside = SituationIntake.raised(guarded, FakeKinds.THEFT, calm, true, NOW);
    assertThat(beside.kind()).as("what the officer reads").isEqualTo("FAMILY");
  }

  @Test
  void whatBecomesUrgentIsSoFromNowOn() {
    Nature calm = new Nature("THEFT", false, false, false, false, false, null);
    NewSituation danger = sent(HappenedPrecision.UNKNOWN, null, MINUTE, null, true, "Có dao.");
    assertThat(SituationIntake.raised(calm, FakeKinds.THEFT, danger, false, NOW))
        .isEqualTo(new Nature("THEFT", true, false, true, false, false, NOW));
    Nature again = new Nature("THEFT", true, false, true, false, false, MINUTE);
    assertThat(SituationIntake.raised(again, FakeKinds.THEFT, danger, false, NOW).raisedAt())
        .isEqualTo(MINUTE);
  }

  @Test
  void nobodysSafetyWaitsForWords() {
    NewSituation silent = sent(HappenedPrecision.UNKNOWN, null, MINUTE, null, false, " ");
    assertThat(SituationIntake.contentProblems(silent, false))
        .extracting(FieldProblem::code)
        .containsExactly("situation-empty");
    assertThat(SituationIntake.contentProblems(silent, true)).isEmpty();
    NewSituation danger = sent(HappenedPrecision.UNKNOWN, null, MINUTE, null, true, "");
    assertThat(SituationIntake.contentProblems(danger, false)).isEmpty();
  }

  @Test
  void aTimeIsNeededWhereOneIsSaid() {
    for (HappenedPrecision each : List.of(HappenedPrecision.ABOUT, HappenedPrecision.DAY)) {
      assertThat(SituationIntake.contentProblems(sent(each, null, MINUTE, null), false))
          .extracting(FieldProblem::field)
          .containsExactly("happenedAt");
      assertThat(SituationIntake.contentProblems(sent(each, MINUTE, MINUTE, null), false))
          .isEmpty();
    }
    assertThat(
            SituationIntake.contentProblems(
                sent(HappenedPrecision.UNKNOWN, null, MINUTE, null), false))
        .isEmpty();
  }

  private static Situation known(SituationChannel channel, @Nullable UUID identityOfficer) {
    Conduct waiting = Conduct.waiting(NOW);
    return new Situation(
        new UUID(5, 1),
        "TH-2026-000001",
        channel,
        new Place(AccessFixture.COMMUNE, VILLAGE),
        null,
        new Nature("THEFT", false, false, false, false, false, null),
        SituationState.SUBMITTED,
        1,
        new Times(null, HappenedPrecision.UNKNOWN, NOW, NOW, 0, false),
        identityOfficer == null ? waiting : waiting.received(identityOfficer, NOW),
        Marks.NONE,
        null,
        Due.NOTHING,
        null);
  }

  private Source of(SituationChannel channel, @Nullable Person sender, @Nullable Person by) {
    return new Source(channel, ReporterIdentity.of(member), null, sender, by, false);
  }

  @Test
  void itIsChangedByTheAccountThatSentItOnTheSameWay() {
    Situation known = known(SituationChannel.TEAM, null);
    Source same = of(SituationChannel.TEAM, member, null);
    assertThat(SituationIntake.isTheirs(known, same, member::equals)).isTrue();
    assertThat(SituationIntake.isTheirs(known, same, _ -> false)).isFalse();
    Source otherWay = of(SituationChannel.RESIDENT, member, null);
    assertThat(SituationIntake.isTheirs(known, otherWay, member::equals)).isFalse();
    Source nobody = of(SituationChannel.TEAM, null, null);
    assertThat(SituationIntake.isTheirs(known, nobody, _ -> true)).isFalse();
  }

  @Test
  void whatAnOfficerTookDownIsChangedByTheOneToWhomTheReporterOpens() {
    Source by = of(SituationChannel.OFFICER, null, officer);
    assertThat(
            SituationIntake.isTheirs(known(SituationChannel.OFFICER, officer.id()), by, _ -> true))
        .isTrue();
    assertThat(
            SituationIntake.isTheirs(
                known(SituationChannel.OFFICER, new UUID(2, 50)), by, _ -> true))
        .isFalse();
    assertThat(SituationIntake.isTheirs(known(SituationChannel.TEAM, officer.id()), by, _ -> true))
        .isFalse();
  }

  @Test
  void whatAnOfficerReadsIsNotReplaced() {
    Situation waiting = known(SituationChannel.TEAM, null);
    assertThat(SituationIntake.liesBeside(waiting)).isFalse();
    assertThat(SituationIntake.liesBeside(waiting.merged(new UUID(5, 2)))).isTrue();
    for (SituationState state : SituationState.values()) {
      assertThat(SituationIntake.liesBeside(waiting.with(state, waiting.conduct())))
          .as(state.name())
          .isEqualTo(state != SituationState.SUBMITTED);
    }
  }
}
