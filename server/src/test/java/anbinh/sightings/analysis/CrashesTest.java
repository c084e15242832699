package anbinh.sightings.analysis;

import static anbinh.sightings.analysis.AnalysisFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.FootageFile;
import anbinh.vision.protocol.Step;
import anbinh.vision.protocol.Step.Stage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CrashesTest {
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");
  private static final Step LOOK = new Step(Stage.LOOK, 1_250);
  private static final Step DECODE = new Step(Stage.DECODE, 31);

  private final Crashes crashes = new Crashes();

  private static FootageFile file(int minute) {
    return unit(new UUID(1, 1), START.plusSeconds(60L * minute), false).file();
  }

  @Test
  void leavesOutTheStepsOfAFileInWhichAProcessEnded() {
    assertThat(crashes.leftOut(file(1))).isEmpty();
    assertThat(crashes.add(file(1), LOOK)).isTrue();
    assertThat(crashes.add(file(1), DECODE)).isTrue();
    assertThat(crashes.leftOut(file(1))).containsExactly(LOOK, DECODE);
    assertThat(crashes.leftOut(file(2))).isEmpty();
  }

  @Test
  void givesUpAFileWithWhichTooManyProcessesEnd() {
    assertThat(crashes.add(file(1), LOOK)).isTrue();
    assertThat(crashes.add(file(1), null)).isTrue();
    assertThat(crashes.add(file(1), null)).isTrue();
    assertThat(crashes.add(file(1), DECODE)).isFalse();
    assertThat(crashes.leftOut(file(1))).containsExactly(LOOK);
    assertThat(crashes.add(file(2), null)).isTrue();
  }

  @Test
  void forgetsTheFilesThatEndedAProcessFirst() {
    for (int minute = 0; minute < 300; minute++) {
      crashes.add(file(minute), LOOK);
    }
    assertThat(crashes.leftOut(file(0))).isEmpty();
    assertThat(crashes.leftOut(file(100))).containsExactly(LOOK);
    assertThat(crashes.leftOut(file(299))).containsExactly(LOOK);
  }
}
