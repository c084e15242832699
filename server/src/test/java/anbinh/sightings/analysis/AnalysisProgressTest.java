package anbinh.sightings.analysis;

import static anbinh.sightings.analysis.AnalysisFixture.pass;
import static anbinh.sightings.analysis.AnalysisFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.analysis.NotAnalysed.Reason;
import anbinh.vision.pass.Pass;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnalysisProgressTest {
  private static final UUID CAMERA = new UUID(1, 1);
  private static final UUID OTHER = new UUID(1, 2);
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");
  private static final Pass PASS = pass("30V46597", START, null);

  private final List<String> woken = new ArrayList<>();
  private final AnalysisProgress progress = new AnalysisProgress(() -> woken.add("woken"));

  private AnalysisOutcome analysed(UUID camera) {
    progress.begin(unit(camera, START, false));
    progress.done(new UnitDone(1, 600, 40, Duration.ofSeconds(9)));
    AnalysisOutcome outcome = progress.outcome().orElseThrow();
    progress.clear();
    return outcome;
  }

  @Test
  void keepsWhatAUnitCameToUntilItIsDealtWith() {
    progress.begin(unit(CAMERA, START, false));
    progress.found(new PassFound(1, CAMERA.toString(), PASS));
    assertThat(progress.outcome()).isEmpty();
    assertThat(progress.isIdle()).isFalse();
    progress.done(new UnitDone(1, 600, 40, Duration.ofSeconds(9)));
    assertThat(progress.outcome())
        .contains(
            new AnalysisOutcome(
                CAMERA, unit(CAMERA, START, false), List.of(PASS), Duration.ofSeconds(9), null));
    assertThat(progress.isIdle()).isFalse();
    assertThat(woken).hasSize(1);
    progress.clear();
    assertThat(progress.isIdle()).isTrue();
    assertThat(progress.follows(CAMERA)).isTrue();
  }

  @Test
  void followsACameraNoLongerWhoseUnitFailed() {
    analysed(CAMERA);
    analysed(OTHER);
    progress.begin(unit(CAMERA, START, false));
    progress.failed(new UnitFailed(1, "has no video"));
    assertThat(progress.outcome().orElseThrow().failure()).isEqualTo(Reason.FAILED);
    assertThat(progress.followed()).containsExactly(OTHER);
  }

  @Test
  void followsNothingAfterTheProcessEnded() {
    analysed(CAMERA);
    progress.begin(unit(OTHER, START, false));
    progress.lost(unit(OTHER, START, false).request());
    assertThat(progress.outcome().orElseThrow().failure()).isEqualTo(Reason.CRASHED);
    assertThat(progress.followed()).isEmpty();
  }

  @Test
  void tellsWhatPassedLastWhenACameraIsFinished() {
    analysed(CAMERA);
    progress.beginFinish(CAMERA);
    progress.found(new PassFound(1, CAMERA.toString(), PASS));
    progress.finished(CAMERA.toString());
    AnalysisOutcome outcome = progress.outcome().orElseThrow();
    assertThat(outcome.unit()).isNull();
    assertThat(outcome.passes()).containsExactly(PASS);
    assertThat(progress.followed()).isEmpty();
  }

  @Test
  void isStartableAgainOnceItTellsOfSomething() {
    progress.begin(unit(CAMERA, START, false));
    progress.notStarted("no such program");
    assertThat(progress.isStartable()).isFalse();
    progress.found(new PassFound(1, CAMERA.toString(), PASS));
    assertThat(progress.isStartable()).isTrue();
  }
}
