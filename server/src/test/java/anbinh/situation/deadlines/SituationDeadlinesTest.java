package anbinh.situation.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.situation.deadlines.SituationDeadlines.Pressure;
import anbinh.situation.kind.SituationTerms;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Conduct;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.Situation.Marks;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.Situation.Place;
import anbinh.situation.report.Situation.Times;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationState.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// As long as a report is not over, something is due.
class SituationDeadlinesTest {
  private static final Instant AT = Instant.parse("2026-11-27T03:00:00Z");
  private static final SituationTerms URGENT =
      new SituationTerms(
          Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofHours(24), Duration.ofDays(7));
  private static final SituationTerms ORDINARY =
      new SituationTerms(Duration.ofHours(24), null, Duration.ofDays(3), Duration.ofDays(30));
  private static final UUID OFFICER = new UUID(0, 7);

  private static Situation submitted(boolean urgent, @Nullable Instant raisedAt) {
    return new Situation(
        new UUID(0, 1),
        "TH-2026-000001",
        SituationChannel.TEAM,
        new Place(new UUID(0, 2), null),
        null,
        new Nature("THEFT", false, false, urgent, false, false, raisedAt),
        SituationState.SUBMITTED,
        1,
        new Times(null, HappenedPrecision.UNKNOWN, AT, AT, 0, false),
        Conduct.waiting(AT),
        Marks.NONE,
        null,
        Due.NOTHING,
        null);
  }

  private static Situation received(boolean urgent) {
    Situation one = submitted(urgent, null);
    return one.with(
        SituationState.ACKNOWLEDGED, one.conduct().received(OFFICER, AT.plusSeconds(60)));
  }

  private static Situation to(Situation one, SituationState state) {
    return one.with(state, one.conduct().decided(state, null, AT.plusSeconds(3_600)));
  }

  @Test
  void acknowledgementThenTheWrittenReportThenADecisionThenTheEnd() {
    assertThat(SituationDeadlines.due(submitted(true, null), URGENT))
        .isEqualTo(new Due(Next.ACKNOWLEDGE, AT.plus(Duration.ofMinutes(15)), null));
    Situation one = received(true);
    assertThat(SituationDeadlines.due(one, URGENT))
        .isEqualTo(new Due(Next.WRITE, AT.plusSeconds(60).plus(Duration.ofHours(2)), null));
    Situation written =
        one.with(SituationState.ACKNOWLEDGED, one.conduct().written(AT.plusSeconds(100)));
    assertThat(SituationDeadlines.due(written, URGENT).what()).isEqualTo(Next.DECIDE);
    Situation decided = to(written, SituationState.REFERRED_POLICE);
    assertThat(SituationDeadlines.due(decided, URGENT).what()).isEqualTo(Next.CLOSE);
    Situation closed =
        decided.with(SituationState.CLOSED, decided.conduct().closed(AT.plusSeconds(4_000)));
    assertThat(SituationDeadlines.due(closed, URGENT)).isEqualTo(Due.NOTHING);
  }

  @Test
  void noWrittenReportIsDueOfWhatIsOrdinary() {
    assertThat(SituationDeadlines.due(received(false), ORDINARY).what()).isEqualTo(Next.DECIDE);
  }

  @Test
  void theWrittenReportStaysDueAfterADecision() {
    assertThat(SituationDeadlines.due(to(received(true), SituationState.REFERRED_POLICE), URGENT))
        .extracting(Due::what)
        .isEqualTo(Next.WRITE);
  }

  @Test
  void whatBecomesUrgentIsDueFromThenOnAndNotFromTheBeginning() {
    Instant raised = AT.plus(Duration.ofHours(20));
    assertThat(SituationDeadlines.due(submitted(true, raised), URGENT).at())
        .isEqualTo(raised.plus(Duration.ofMinutes(15)));
  }

  @Test
  void reopenedItRunsAgainWithAWrittenReport() {
    Situation one = received(true);
    Situation closed =
        to(
            one.with(SituationState.ACKNOWLEDGED, one.conduct().written(AT)),
            SituationState.NOT_FOUNDED);
    Instant again = AT.plus(Duration.ofDays(9));
    Situation open = closed.with(SituationState.ACKNOWLEDGED, closed.conduct().reopened(again));
    assertThat(SituationDeadlines.due(open, URGENT))
        .isEqualTo(new Due(Next.WRITE, again.plus(Duration.ofHours(2)), null));
    Situation waiting = open.with(SituationState.SUBMITTED, open.conduct().givenUp(again));
    assertThat(SituationDeadlines.due(waiting, URGENT))
        .isEqualTo(new Due(Next.ACKNOWLEDGE, again.plus(Duration.ofMinutes(15)), null));
    assertThat(waiting.conduct().identityOfficerId()).isEqualTo(OFFICER);
  }

  @Test
  void whatComesInAfterTheEndIsDueToBeLookedAt() {
    Situation one = to(received(false), SituationState.NOT_FOUNDED);
    Situation closed = one.with(SituationState.CLOSED, one.conduct().closed(AT));
    Instant came = AT.plus(Duration.ofDays(40));
    Situation late = closed.with(closed.marks().withAttention(came));
    assertThat(SituationDeadlines.due(late, ORDINARY))
        .isEqualTo(new Due(Next.LOOK, came.plus(Duration.ofHours(24)), null));
    assertThat(late.with(late.marks().withAttention(came.plusSeconds(9))).marks().attentionAt())
        .isEqualTo(came);
    assertThat(SituationDeadlines.due(late.with(late.marks().looked()), ORDINARY))
        .isEqualTo(Due.NOTHING);
  }

  @Test
  void askedToTakeItBackItIsToBeDecidedBeforeTheEndIsDue() {
    Situation decided = to(received(false), SituationState.REFERRED_OTHER);
    Situation asked = decided.with(decided.marks().withRetraction(AT.plusSeconds(7_200)));
    assertThat(SituationDeadlines.due(asked, ORDINARY))
        .isEqualTo(new Due(Next.DECIDE, AT.plusSeconds(7_200).plus(Duration.ofDays(3)), null));
  }

  @Test
  void whatGoesOnWithAnotherIsDueThere() {
    assertThat(SituationDeadlines.due(received(true).merged(new UUID(0, 9)), URGENT))
        .isEqualTo(Due.NOTHING);
  }

  @Test
  void urgentOverdueIsCriticalAtOnceAndOrdinaryADayLater() {
    Situation urgent = submitted(true, null).with(new Due(Next.ACKNOWLEDGE, AT, null));
    Situation ordinary = submitted(false, null).with(new Due(Next.ACKNOWLEDGE, AT, null));
    assertThat(SituationDeadlines.pressure(urgent, AT.plusSeconds(1))).isEqualTo(Pressure.CRITICAL);
    assertThat(SituationDeadlines.pressure(ordinary, AT.plusSeconds(1)))
        .isEqualTo(Pressure.OVERDUE);
    assertThat(SituationDeadlines.pressure(ordinary, AT.plus(Duration.ofHours(25))))
        .isEqualTo(Pressure.CRITICAL);
    assertThat(SituationDeadlines.pressure(ordinary, AT.minus(Duration.ofHours(2))))
        .isEqualTo(Pressure.SOON);
    assertThat(SituationDeadlines.pressure(urgent, AT.minus(Duration.ofHours(2))))
        .isEqualTo(Pressure.LATER);
    assertThat(SituationDeadlines.pressure(submitted(true, null), AT)).isEqualTo(Pressure.LATER);
  }

  @Test
  void aSecondTermIsAsLongAsTheFirst() {
    assertThat(SituationDeadlines.term(Next.ACKNOWLEDGE, URGENT)).isEqualTo(Duration.ofMinutes(15));
    assertThat(SituationDeadlines.term(Next.WRITE, URGENT)).isEqualTo(Duration.ofHours(2));
    assertThat(SituationDeadlines.term(Next.LOOK, ORDINARY)).isEqualTo(Duration.ofHours(24));
    assertThat(SituationDeadlines.term(Next.DECIDE, ORDINARY)).isEqualTo(Duration.ofDays(3));
    assertThat(SituationDeadlines.term(Next.CLOSE, ORDINARY)).isEqualTo(Duration.ofDays(30));
  }
}
