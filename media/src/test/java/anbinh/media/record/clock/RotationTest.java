package anbinh.media.record.clock;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.mp4.Ticks;
import anbinh.media.record.log.ClockEvidence.Source;
import anbinh.media.record.log.EndCause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Rotation rotation = new Rotation("gate-1", MINUTE);

  @Test
  void letsNoFileBecomeShorterThanASixthOrLongerThanSevenSixths() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      Duration length = length(rotation, BORN.plusMillis(random.nextLong(10_000_000)));
      assertThat(length).isBetween(MINUTE.dividedBy(6), MINUTE.plus(MINUTE.dividedBy(6)));
    }
  }

  @Test
  void changesFilesAtMomentsAPeriodApart() {
    Instant first = BORN.plus(length(rotation, BORN));
    assertThat(length(rotation, first)).isEqualTo(MINUTE);
    assertThat(length(rotation, first.minusSeconds(20))).isEqualTo(Duration.ofSeconds(20));
    assertThat(length(rotation, first.minusSeconds(9))).isEqualTo(Duration.ofSeconds(69));
  }

  @Test
  void spreadsCamerasOverThePeriod() {
    Set<Long> seconds = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seconds.add(length(new Rotation("camera-" + i, MINUTE), BORN).toSeconds());
    }
    assertThat(seconds).hasSizeGreaterThan(35);
  }

  @Test
  void waitsAsLongAsTimesMayStillBeCorrected() {
    rotation.begin(BORN, 0);
    assertThat(rotation.isDue(2 * MINUTE.toSeconds() * Ticks.PER_SECOND, true)).isFalse();
    rotation.cameraClockStepped();
    assertThat(rotation.isDue(0, true)).isTrue();
  }

  @Test
  void endsAFileWhoseTimeIsUp() {
    assertThat(rotation.ending(clock(Duration.ZERO), Source.CAMERA_TIMESTAMPS, false))
        .isEqualTo(new Rotation.Ending(EndCause.ROTATED, false));
    assertThat(rotation.ending(clock(Duration.ZERO), Source.CAMERA_TIMESTAMPS, true))
        .isEqualTo(new Rotation.Ending(EndCause.FORMAT_CHANGED, false));
  }

  /// The camera's step was made up for within the file, so the next one carries its time on.
  @Test
  void splitsAtAStepOfTheCamerasClock() {
    rotation.begin(BORN, 0);
    rotation.cameraClockStepped();
    assertThat(rotation.isDue(0, false)).isTrue();
    assertThat(rotation.ending(clock(Duration.ZERO), Source.RECEIPT, true))
        .isEqualTo(new Rotation.Ending(EndCause.CLOCK_STEP, false));
    rotation.begin(BORN, 0);
    assertThat(rotation.isDue(0, false)).isFalse();
  }

  @Test
  void carriesNoTimeOnAfterAStepOfTheRecordersClock() {
    rotation.begin(BORN, 0);
    rotation.wallClockStepped();
    assertThat(rotation.isDue(0, false)).isTrue();
    assertThat(rotation.ending(clock(Duration.ZERO), Source.CAMERA_TIMESTAMPS, false))
        .isEqualTo(new Rotation.Ending(EndCause.CLOCK_STEP, true));
    rotation.newSession();
    assertThat(rotation.ending(clock(Duration.ZERO), Source.CAMERA_TIMESTAMPS, false))
        .isEqualTo(new Rotation.Ending(EndCause.ROTATED, false));
  }

  @Test
  void splitsWhereARateWasFoundUnlessItIsTakenBack() {
    rotation.begin(BORN, 0);
    rotation.corrected(true);
    assertThat(rotation.isDue(0, false)).isTrue();
    rotation.corrected(false);
    assertThat(rotation.isDue(0, false)).isFalse();
  }

  @Test
  void carriesNoStartOnThatDisagreesWithItsPictures() {
    Rotation.Ending lost = new Rotation.Ending(EndCause.CLOCK_STEP, true);
    Rotation.Ending kept = new Rotation.Ending(EndCause.ROTATED, false);
    assertThat(rotation.ending(clock(Duration.ofMillis(1100)), Source.CAMERA_TIMESTAMPS, false))
        .isEqualTo(lost);
    assertThat(rotation.ending(clock(Duration.ofMillis(-1100)), Source.CAMERA_TIMESTAMPS, false))
        .isEqualTo(lost);
    assertThat(rotation.ending(clock(Duration.ofMillis(900)), Source.CAMERA_TIMESTAMPS, false))
        .isEqualTo(kept);
    assertThat(rotation.ending(clock(Duration.ofMillis(2900)), Source.RECEIPT, false))
        .isEqualTo(kept);
    assertThat(rotation.ending(clock(Duration.ofMillis(3100)), Source.RECEIPT, false))
        .isEqualTo(lost);
  }

  /// A segment's clock whose pictures arrive so much after what was carried on.
  private static SegmentClock clock(Duration late) {
    SegmentClock clock =
        SegmentClock.continuing(0, BORN.plus(late), 0, BORN, anbinh.media.mp4.Stretch.NONE);
    clock.observe(0, 0);
    return clock;
  }

  private static Duration length(Rotation rotation, Instant start) {
    rotation.begin(start, 0);
    long ticks = 0;
    for (long step = 1L << 40; step > 0; step /= 2) {
      if (!rotation.isDue(ticks + step, false)) {
        ticks += step;
      }
    }
    return Ticks.toDuration(ticks + 1);
  }
}
