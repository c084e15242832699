package anbinh.media.record.clock;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.mp4.Ticks;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepDetectorTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");

  private final StepDetector steps = new StepDetector();
  private Duration now = Duration.ZERO;

  @Test
  void judgesNothingBeforeItsFirstPicture() {
    assertThat(steps.judge(unit(Duration.ZERO), 99, 0)).isEqualTo(ClockStep.NONE);
  }

  /// What a camera had buffered comes at once, and a wrong rate is noticed by five seconds.
  @Test
  void allowsLessAheadTheLongerASessionLasts() {
    observe(Duration.ZERO);
    now = Duration.ofSeconds(4);
    assertThat(judge(Duration.ofSeconds(59))).isEqualTo(ClockStep.NONE);
    assertThat(judge(Duration.ofSeconds(61))).isEqualTo(ClockStep.CAMERA_CLOCK);
    now = Duration.ofSeconds(9);
    assertThat(judge(Duration.ofMillis(9_900))).isEqualTo(ClockStep.NONE);
    assertThat(judge(Duration.ofMillis(10_100))).isEqualTo(ClockStep.CAMERA_CLOCK);
    now = Duration.ofSeconds(11);
    assertThat(judge(Duration.ofMillis(490))).isEqualTo(ClockStep.NONE);
    assertThat(judge(Duration.ofMillis(510))).isEqualTo(ClockStep.CAMERA_CLOCK);
  }

  @Test
  void allowsAnythingAheadOfAClockThatIsKnownToRunFast() {
    observe(Duration.ZERO);
    now = Duration.ofSeconds(20);
    steps.allowAhead(true);
    assertThat(judge(Duration.ofHours(20))).isEqualTo(ClockStep.NONE);
    steps.allowAhead(false);
    assertThat(judge(Duration.ofHours(20))).isEqualTo(ClockStep.CAMERA_CLOCK);
  }

  @Test
  void allowsAsMuchBackwardsAsPicturesAreReordered() {
    observe(Duration.ZERO);
    AccessUnit unit = unit(Duration.ZERO);
    assertThat(steps.judge(unit, -9_000, 0)).isEqualTo(ClockStep.NONE);
    assertThat(steps.judge(unit, -9_001, 0)).isEqualTo(ClockStep.CAMERA_CLOCK);
    assertThat(steps.judge(unit, -90_000, 2)).isEqualTo(ClockStep.NONE);
    assertThat(steps.judge(unit, -90_001, 2)).isEqualTo(ClockStep.CAMERA_CLOCK);
  }

  /// Delay only makes pictures later, however long.
  @Test
  void takesNoStallForAStep() {
    settle();
    now = now.plusSeconds(300);
    assertThat(observe(Duration.ofSeconds(-300))).isEqualTo(ClockStep.NONE);
    assertThat(observe(Duration.ZERO)).as("what was held back").isEqualTo(ClockStep.NONE);
  }

  @Test
  void followsAClockThatRunsALittleFast() {
    Duration ahead = Duration.ZERO;
    for (int i = 0; i < 4000; i++) {
      assertThat(observe(ahead)).isEqualTo(ClockStep.NONE);
      now = now.plusMillis(67);
      ahead = ahead.plusMillis(1);
    }
    assertThat(ahead).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void seesTheRecordersClockSet() {
    settle();
    assertThat(wall(Duration.ofMillis(199))).isEqualTo(ClockStep.NONE);
    assertThat(wall(Duration.ofMillis(201))).isEqualTo(ClockStep.WALL_CLOCK);
    assertThat(wall(Duration.ofMillis(-201))).isEqualTo(ClockStep.WALL_CLOCK);
  }

  @Test
  void seesTheRecordersClockDriftWithinASegment() {
    settle();
    for (int i = 1; i <= 3; i++) {
      assertThat(observeWall(Duration.ofMillis(150L * i))).isEqualTo(ClockStep.NONE);
    }
    assertThat(wall(Duration.ofMillis(510))).isEqualTo(ClockStep.WALL_CLOCK);
    steps.anchor();
    assertThat(wall(Duration.ofMillis(510))).isEqualTo(ClockStep.NONE);
  }

  @Test
  void expectsAPictureAsLateAsTheLeastDelayed() {
    settle();
    AccessUnit unit = unit(Duration.ZERO);
    assertThat(steps.expected(unit)).isBetween(ticks(now) - 20, ticks(now) + 20);
  }

  /// The picture that was given another time may have been late itself; those after it show that,
  /// and the next jump is placed without that delay.
  @Test
  void learnsHowLateThePictureWasThatGotAnotherTime() {
    settle();
    AccessUnit late = unit(Duration.ofHours(1));
    steps.rebase(late, ticks(now.plusMillis(300)));
    for (int i = 0; i < 60; i++) {
      now = now.plusMillis(67);
      observe(Duration.ofMillis(0));
    }
    assertThat(Ticks.toDuration(steps.expected(unit(Duration.ZERO)) - ticks(now)).abs())
        .isLessThan(Duration.ofMillis(20));
  }

  @Test
  void forgetsEverythingForANewSession() {
    settle();
    steps.restart();
    assertThat(steps.observe(unit(Duration.ZERO), 5, 0)).isEqualTo(ClockStep.NONE);
    assertThat(steps.judge(unit(Duration.ZERO), 5, 0)).isEqualTo(ClockStep.NONE);
  }

  private void settle() {
    for (int i = 0; i < 300; i++) {
      assertThat(observe(Duration.ZERO)).isEqualTo(ClockStep.NONE);
      now = now.plusMillis(67);
    }
    observe(Duration.ZERO);
  }

  private ClockStep observe(Duration ahead) {
    return steps.observe(unit(Duration.ZERO), ticks(now.plus(ahead)), 0);
  }

  private ClockStep judge(Duration ahead) {
    return steps.judge(unit(Duration.ZERO), ticks(now.plus(ahead)), 0);
  }

  private ClockStep wall(Duration shift) {
    return steps.judge(unit(shift), ticks(now), 0);
  }

  private ClockStep observeWall(Duration shift) {
    return steps.observe(unit(shift), ticks(now), 0);
  }

  private static long ticks(Duration time) {
    return Ticks.fromNanos(time.toNanos());
  }

  private AccessUnit unit(Duration wallShift) {
    return new AccessUnit(
        ByteBuffer.allocate(1),
        ticks(now),
        true,
        false,
        now.toNanos(),
        BORN.plus(now).plus(wallShift));
  }
}
