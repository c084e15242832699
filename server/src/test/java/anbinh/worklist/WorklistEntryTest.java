package anbinh.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorklistEntryTest {
  private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");

  @Test
  void tellsWhatIsPastItsTimeAndWhenTheNextIsDue() {
    assertThat(
            WorklistEntry.of(
                WorklistKind.SAMPLED_ACCESS,
                List.of(NOW.plusSeconds(9), NOW.minusSeconds(1), NOW.plusSeconds(5)),
                NOW))
        .isEqualTo(new WorklistEntry(WorklistKind.SAMPLED_ACCESS, 3, 1, NOW.plusSeconds(5)));
    assertThat(WorklistEntry.of(WorklistKind.SAMPLED_ACCESS, List.of(NOW), NOW))
        .as("at the last moment")
        .isEqualTo(new WorklistEntry(WorklistKind.SAMPLED_ACCESS, 1, 0, NOW));
    assertThat(WorklistEntry.of(WorklistKind.SAMPLED_ACCESS, List.of(NOW.minusSeconds(1)), NOW))
        .isEqualTo(new WorklistEntry(WorklistKind.SAMPLED_ACCESS, 1, 1, null));
  }

  @Test
  void countsNoFurtherThanToItsMost() {
    assertThat(new WorklistEntry(WorklistKind.FINDING, 5_000, 2_000, null))
        .isEqualTo(new WorklistEntry(WorklistKind.FINDING, 1_000, 1_000, null));
  }
}
