package anbinh.sightings.analysis;

import static anbinh.sightings.analysis.AnalysisFixture.pass;
import static anbinh.sightings.analysis.AnalysisFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.Span;
import anbinh.sightings.analysis.NotAnalysed.Reason;
import anbinh.vision.TimeSpan;
import anbinh.vision.pass.Pass;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.Step;
import anbinh.vision.protocol.Step.Stage;
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

  private static final TimeSpan LEFT_OUT =
      new TimeSpan(START.plusMillis(1_250), START.plusMillis(1_500));
  private static final Step LOOK = new Step(Stage.LOOK, 1_250);

  private final List<String> woken = new ArrayList<>();
  private final AnalysisProgress progress = new AnalysisProgress(() -> woken.add("woken"));

  private AnalysisOutcome analysed(UUID camera) {
    progress.begin(unit(camera, START, false));
    progress.done(new UnitDone(1, 600, 40, Duration.ofSeconds(9), List.of()));
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
    progress.done(new UnitDone(1, 600, 40, Duration.ofSeconds(9), List.of(LEFT_OUT)));
    assertThat(progress.outcome())
        .contains(
            new AnalysisOutcome(
                CAMERA,
                unit(CAMERA, START, false),
                List.of(PASS),
                Duration.ofSeconds(9),
                List.of(new Span(LEFT_OUT.from(), LEFT_OUT.to())),
                null));
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
    progress.ended();
    assertThat(progress.followed()).isEmpty();
    assertThat(progress.isIdle()).isTrue();
  }

  @Test
  void beginsAnewWithoutTheStepInWhichTheProcessEnded() {
    Analyse first = progress.begin(unit(CAMERA, START, false));
    assertThat(first.leftOut()).isEmpty();
    progress.found(new PassFound(1, CAMERA.toString(), PASS));
    progress.ended();
    progress.lost(first, LOOK);
    assertThat(progress.isIdle()).isTrue();
    assertThat(progress.outcome()).isEmpty();
    assertThat(woken).as("so that it is begun again").hasSize(1);
    Analyse again = progress.begin(unit(CAMERA, START, true));
    assertThat(again.leftOut()).as("also where it is only repeated").containsExactly(LOOK);
    progress.found(new PassFound(1, CAMERA.toString(), PASS));
    progress.done(new UnitDone(1, 600, 39, Duration.ofSeconds(9), List.of(LEFT_OUT)));
    assertThat(progress.outcome().orElseThrow().passes()).as("told once").containsExactly(PASS);
    assertThat(progress.outcome().orElseThrow().failure()).isNull();
  }

  @Test
  void givesUpAUnitThatEndsTheProcessTooOften() {
    for (int crash = 0; crash < Crashes.MAX; crash++) {
      progress.lost(progress.begin(unit(CAMERA, START, false)), null);
      assertThat(progress.outcome()).isEmpty();
    }
    progress.lost(progress.begin(unit(CAMERA, START, false)), LOOK);
    assertThat(progress.outcome().orElseThrow().failure()).isEqualTo(Reason.CRASHED);
    assertThat(progress.follows(CAMERA)).isFalse();
  }

  @Test
  void beginsNothingAnewOnceItIsClosed() {
    Analyse unit = progress.begin(unit(CAMERA, START, false));
    progress.close();
    progress.lost(unit, LOOK);
    assertThat(woken).isEmpty();
    assertThat(progress.isIdle()).isFalse();
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
