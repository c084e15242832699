package anbinh.sightings.source;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceActivityTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final FieldProblem NO_CAMERA = new FieldProblem("camera", "no-camera");

  private final SourceActivity activity = new SourceActivity();

  @Test
  void eachReasonIsNamedOnceAndCounted() {
    activity.refused("yard", List.of(NO_CAMERA), NOW);
    activity.refused("yard", List.of(NO_CAMERA), NOW.plusSeconds(9));
    activity.refused("gate", List.of(NO_CAMERA), NOW.plusSeconds(5));
    SourceActivity.Snapshot snapshot = activity.snapshot();
    assertThat(snapshot.refusedCount()).isEqualTo(3);
    assertThat(snapshot.refusals())
        .containsExactly(
            new SourceActivity.Refusal("yard", NO_CAMERA, 2, NOW.plusSeconds(9)),
            new SourceActivity.Refusal("gate", NO_CAMERA, 1, NOW.plusSeconds(5)));
  }

  @Test
  void noSourceFillsTheMemoryWithReasons() {
    for (int i = 0; i < 1_000; i++) {
      activity.refused(
          "c" + i, List.of(new FieldProblem("x\n".repeat(1_000), "unknown-field")), NOW);
    }
    SourceActivity.Snapshot snapshot = activity.snapshot();
    assertThat(snapshot.refusedCount()).isEqualTo(1_000);
    assertThat(snapshot.refusals())
        .hasSize(100)
        .allSatisfy(each -> assertThat(each.problem().field()).hasSize(100).doesNotContain("\n"));
  }
}
