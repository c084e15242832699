package anbinh.mediation.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.mediation.dispute.NextStep.Action;
import anbinh.mediation.dispute.NextStep.Urgency;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NextStepTest {
  private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 20);
  private static final LocalDate START_BY = LocalDate.of(2026, 11, 27);
  private static final LocalDate DONE_BY = LocalDate.of(2026, 12, 31);

  private static NextStep of(MediationState state) {
    return NextStep.of(state, RECEIVED, 3, START_BY, DONE_BY);
  }

  @Test
  void eachStateHasOneNextStepAndItsDay() {
    assertThat(of(MediationState.RECEIVED))
        .isEqualTo(new NextStep(Action.ASSIGN, LocalDate.of(2026, 11, 23)));
    assertThat(of(MediationState.ASSIGNED)).isEqualTo(new NextStep(Action.ACCEPT, START_BY));
    assertThat(of(MediationState.ACCEPTED)).isEqualTo(new NextStep(Action.START, START_BY));
    assertThat(of(MediationState.IN_PROGRESS)).isEqualTo(new NextStep(Action.GO_ON, null));
    assertThat(of(MediationState.FOLLOW_UP)).isEqualTo(new NextStep(Action.FOLLOW_UP, DONE_BY));
    assertThat(of(MediationState.CLOSED)).isEqualTo(new NextStep(Action.NONE, null));
    assertThat(of(MediationState.REFERRED)).isEqualTo(new NextStep(Action.NONE, null));
  }

  @Test
  void theDayItselfIsStillInTime() {
    var step = new NextStep(Action.START, START_BY);
    assertThat(step.urgency(START_BY.minusDays(3))).isEqualTo(Urgency.LATER);
    assertThat(step.urgency(START_BY.minusDays(2))).isEqualTo(Urgency.SOON);
    assertThat(step.urgency(START_BY)).isEqualTo(Urgency.SOON);
    assertThat(step.urgency(START_BY.plusDays(1))).isEqualTo(Urgency.OVERDUE);
    assertThat(step.urgency(START_BY.plusDays(3))).isEqualTo(Urgency.OVERDUE);
    assertThat(step.urgency(START_BY.plusDays(4))).isEqualTo(Urgency.CRITICAL);
    assertThat(new NextStep(Action.GO_ON, null).urgency(START_BY)).isEqualTo(Urgency.LATER);
  }
}
