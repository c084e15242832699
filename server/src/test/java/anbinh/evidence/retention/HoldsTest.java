package anbinh.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cases.CaseEnding.Issuer;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.retention.Hold.Decision;
import anbinh.evidence.retention.Hold.Lifting;
import anbinh.evidence.retention.Hold.LiftingOutcome;
import anbinh.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// As long as a hold is in force, nothing is deleted; that two lift it, shows KeepIT.
class HoldsTest {
  private static final LocalDate REVIEW = LocalDate.of(2026, 11, 26);

  private static Hold hold(@Nullable Lifting lifting) {
    return new Hold(
        new UUID(4, 1),
        new UUID(7, 1),
        new Hold.Basis("14/QĐ", Issuer.COURT, "Điều 280", "Xét xử lại."),
        new UUID(2, 1),
        Instant.EPOCH,
        REVIEW,
        null,
        lifting);
  }

  private static Lifting lifting(@Nullable LiftingOutcome outcome) {
    return new Lifting(
        "Đã xong.",
        new UUID(2, 1),
        Instant.EPOCH,
        outcome == null ? null : new Decision(outcome, null, new UUID(2, 2), Instant.EPOCH));
  }

  @Test
  void isInForceUntilAnotherPersonConfirmsItsLifting() {
    assertThat(hold(null).inForce()).isTrue();
    assertThat(hold(lifting(null)).inForce()).as("only asked").isTrue();
    assertThat(hold(lifting(LiftingOutcome.REFUSED)).inForce()).isTrue();
    assertThat(hold(lifting(LiftingOutcome.CONFIRMED)).inForce()).isFalse();
  }

  @Test
  void aReviewThatIsDueEndsNothing() {
    assertThat(hold(null).overdueOn(REVIEW.minusDays(1))).isFalse();
    assertThat(hold(null).overdueOn(REVIEW)).isTrue();
    assertThat(hold(null).inForce()).isTrue();
    assertThat(hold(lifting(LiftingOutcome.CONFIRMED)).overdueOn(REVIEW)).isFalse();
  }

  @Test
  void onlyALiftingThatIsAskedForAndWaitsIsDecided() {
    Lifting waiting = lifting(null);
    assertThat(Holds.requirePending(hold(waiting))).isEqualTo(waiting);
    for (Hold each :
        new Hold[] {
          hold(null), hold(lifting(LiftingOutcome.CONFIRMED)), hold(lifting(LiftingOutcome.REFUSED))
        }) {
      assertThat(
              Assertions.catchThrowableOfType(Problem.class, () -> Holds.requirePending(each))
                  .code())
          .isEqualTo(EvidenceProblem.NO_SUCH_LIFTING);
    }
  }
}
