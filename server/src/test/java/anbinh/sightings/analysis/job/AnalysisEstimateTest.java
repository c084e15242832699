package anbinh.sightings.analysis.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AnalysisEstimateTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  @Test
  void countsWhatWaitsBefore() {
    assertThat(
            AnalysisEstimate.of(
                Duration.ofHours(4), Duration.ofHours(2), OptionalDouble.of(.25), NOW))
        .isEqualTo(new AnalysisEstimate(Duration.ofHours(1), NOW.plusSeconds(5_400)));
  }

  @Test
  void saysNothingWhereNothingWasMeasured() {
    assertThat(AnalysisEstimate.of(Duration.ofHours(4), Duration.ZERO, OptionalDouble.empty(), NOW))
        .isEqualTo(new AnalysisEstimate(null, null));
  }
}
