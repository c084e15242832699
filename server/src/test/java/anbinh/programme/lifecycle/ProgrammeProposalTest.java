package anbinh.programme.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.programme.lifecycle.ProgrammeProposal.Decision;
import anbinh.programme.lifecycle.ProgrammeProposal.Kind;
import anbinh.programme.lifecycle.ProgrammeProposal.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgrammeProposalTest {
  private static final LocalDate LAUNCHED = LocalDate.of(2025, 3, 1);
  private static final LocalDate CHANGED = LocalDate.of(2026, 2, 10);

  private static ProgrammeProposal act(Kind kind, int version, @Nullable LocalDate on) {
    UUID by = UUID.randomUUID();
    var outcome = on == null ? Outcome.REFUSED : Outcome.ACCEPTED;
    return new ProgrammeProposal(
        UUID.randomUUID(),
        new UUID(0, 1),
        kind,
        version,
        null,
        by,
        by,
        Instant.EPOCH,
        new Decision(outcome, "Vì thế", UUID.randomUUID(), Instant.EPOCH, "1/QĐ", on, null));
  }

  @Test
  void aTextHoldsFromTheDayOfItsPaperOn() {
    List<ProgrammeProposal> proposals =
        List.of(
            act(Kind.REST, 3, CHANGED.plusDays(9)),
            act(Kind.CHANGE, 3, CHANGED),
            act(Kind.CHANGE, 2, null),
            act(Kind.LAUNCH, 1, LAUNCHED));

    assertThat(ProgrammeProposal.heldOn(proposals, LAUNCHED.minusDays(1))).isEmpty();
    assertThat(ProgrammeProposal.heldOn(proposals, LocalDate.of(2025, 12, 31))).hasValue(1);
    assertThat(ProgrammeProposal.heldOn(proposals, CHANGED.minusDays(1))).hasValue(1);
    assertThat(ProgrammeProposal.heldOn(proposals, CHANGED)).hasValue(3);
  }

  @Test
  void aLaunchWhoseDayWasCorrectedHoldsFromThatDayOn() {
    List<ProgrammeProposal> proposals =
        List.of(
            act(Kind.LAUNCH_DAY, 1, LAUNCHED.minusYears(1)),
            act(Kind.CHANGE, 2, CHANGED),
            act(Kind.LAUNCH, 1, LAUNCHED));

    assertThat(ProgrammeProposal.heldOn(proposals, LAUNCHED.minusMonths(2))).hasValue(1);
    assertThat(ProgrammeProposal.heldOn(proposals, CHANGED)).hasValue(2);
  }

  @Test
  void ofTwoTextsOfADayTheLaterOneHolds() {
    List<ProgrammeProposal> proposals =
        List.of(act(Kind.CHANGE, 2, LAUNCHED), act(Kind.LAUNCH, 1, LAUNCHED));

    assertThat(ProgrammeProposal.heldOn(proposals, LAUNCHED)).hasValue(2);
  }
}
