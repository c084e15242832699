package anbinh.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorklistEntryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final WorklistKind KIND = WorklistKind.MEDIATION;

  @Test
  void whatIsPastItsMomentIsOverdueAndTheFirstOfTheOthersIsNext() {
    List<Instant> due =
        List.of(NOW.plusSeconds(60), NOW.minusSeconds(1), NOW, NOW.minusSeconds(3600));
    assertThat(WorklistEntry.of(KIND, due, NOW)).isEqualTo(new WorklistEntry(KIND, 4, 2, NOW));
  }

  @Test
  void whereAllIsOverdueOrNothingWaitsNothingIsNext() {
    assertThat(WorklistEntry.of(KIND, List.of(NOW.minusSeconds(1)), NOW))
        .isEqualTo(new WorklistEntry(KIND, 1, 1, null));
    assertThat(WorklistEntry.of(KIND, List.of(), NOW))
        .isEqualTo(new WorklistEntry(KIND, 0, 0, null));
  }

  @Test
  void moreThanTheMostAreNoOtherNews() {
    List<Instant> due = Collections.nCopies(WorklistEntry.MAX_COUNT + 1, NOW.minusSeconds(1));
    assertThat(WorklistEntry.of(KIND, due, NOW))
        .isEqualTo(new WorklistEntry(KIND, WorklistEntry.MAX_COUNT, WorklistEntry.MAX_COUNT, null));
  }
}
