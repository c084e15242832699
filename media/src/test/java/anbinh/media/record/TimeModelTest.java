package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.mp4.Ticks;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeModelTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  /// Whatever the camera's drift and the network's jitter: files abut, no file is stretched by more
  /// than 500 ppm, and the time of every picture stays near the truth.
  @RepeatedTest(8)
  void keepsEveryPictureNearItsTrueTimeAndLeavesNoHoles(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    double ppm = random.nextDouble(-300, 300);
    int jitterMillis = random.nextInt(120);
    Instant last;
    try (Recorder recorder = start()) {
      SyntheticCamera camera =
          camera(recorder, repetition.getCurrentRepetition())
              .drift(ppm)
              .jitter(Duration.ofMillis(1 + jitterMillis));
      camera.connect();
      for (int i = 0; i < 30; i++) {
        camera.sendFor(Duration.ofSeconds(10));
        Queues.awaitEmpty(recorder);
      }
      last = camera.wall();
    }
    List<ClosedSegment> closed = log.closed();
    assertThat(closed).hasSizeGreaterThan(14);
    for (int i = 0; i < closed.size(); i++) {
      ClosedSegment segment = closed.get(i);
      long wall = Duration.between(segment.start(), segment.end()).toNanos();
      long media = Ticks.toNanos(segment.durationTicks());
      assertThat(Math.abs(wall - media)).isLessThanOrEqualTo(media / 2000 + 1_000);
      assertThat(segment.clock().follows()).isEqualTo(i > 0);
      if (i > 0) {
        assertThat(segment.start()).isEqualTo(closed.get(i - 1).end());
      }
    }
    // Delay is at least 5 ms; the least delayed of 300 pictures is near that.
    assertThat(Duration.between(last, closed.getLast().end()))
        .isBetween(Duration.ofMillis(-80), Duration.ofMillis(80));
    assertThat(log.gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.STARTING);
  }

  @Test
  void takesTheLeastDelayedPictureForTheStart() {
    try (Recorder recorder = start()) {
      SyntheticCamera camera = camera(recorder, 1).jitter(Duration.ofMillis(400));
      camera.connect();
      camera.sendFor(Duration.ofSeconds(12));
    }
    ClosedSegment first = log.closed().getFirst();
    assertThat(Duration.between(BORN, first.start()))
        .isBetween(Duration.ofMillis(5), Duration.ofMillis(25));
    Gap gap = log.gaps(Gap.Cause.STARTING).getFirst();
    assertThat(gap.until()).contains(first.start());
  }

  /// A clip is cut by times that were stated, so they stay; the next files make up for it.
  @Test
  void keepsAStartThatHasSettledWhateverIsLearntLater() {
    try (Recorder recorder = start(Duration.ofSeconds(72))) {
      SyntheticCamera camera = camera(recorder, 7).lateBy(Duration.ofMillis(60));
      camera.connect();
      camera.sendFor(Duration.ofMillis(10_500));
      camera.lateBy(Duration.ZERO);
      for (int i = 0; i < 40; i++) {
        camera.sendFor(Duration.ofSeconds(10));
        Queues.awaitEmpty(recorder);
      }
    }
    ClosedSegment first = log.closed().getFirst();
    assertThat(Duration.between(BORN, first.start()))
        .isBetween(Duration.ofMillis(64), Duration.ofMillis(66));
    assertThat(first.clock().startError())
        .isBetween(Duration.ofMillis(-61), Duration.ofMillis(-59));
    assertThat(first.clock().stretch()).isZero();
    assertThat(log.closed().get(1).clock().stretch().toMillis()).isBetween(-40L, -30L);
    assertThat(log.closed().getLast().clock().startError())
        .isBetween(Duration.ofMillis(-1), Duration.ofMillis(1));
  }

  @Test
  void statesAStepOfTheCamerasTimestampsForward() {
    step(camera -> camera.jumpTimestamps(Duration.ofMinutes(7)));
    ClosedSegment stepped = endedBy(EndCause.CLOCK_STEP);
    assertThat(stepped.clock().source()).isEqualTo(ClockEvidence.Source.RECEIPT);
    assertAllPictures(40 * 15);
    assertNearTruth();
  }

  @Test
  void statesAStepOfTheCamerasTimestampsBackward() {
    step(camera -> camera.jumpTimestamps(Duration.ofSeconds(-20)));
    assertThat(endedBy(EndCause.CLOCK_STEP).clock().source())
        .isEqualTo(ClockEvidence.Source.RECEIPT);
    assertAllPictures(40 * 15);
    assertNearTruth();
  }

  @Test
  void statesTheRecordersClockSetForwardAsAGap() {
    step(camera -> camera.setRecorderClock(Duration.ofSeconds(90)));
    endedBy(EndCause.CLOCK_STEP);
    Gap gap = log.gaps(Gap.Cause.CLOCK_STEP).getFirst();
    assertThat(gap.length().orElseThrow())
        .isBetween(Duration.ofMillis(89_900), Duration.ofMillis(90_100));
    assertAllPictures(40 * 15);
  }

  @Test
  void statesTheRecordersClockSetBackAsAnOverlap() {
    step(camera -> camera.setRecorderClock(Duration.ofSeconds(-90)));
    endedBy(EndCause.CLOCK_STEP);
    Gap gap = log.gaps(Gap.Cause.CLOCK_STEP).getFirst();
    assertThat(gap.length().orElseThrow())
        .isBetween(Duration.ofMillis(-90_100), Duration.ofMillis(-89_900));
    assertAllPictures(40 * 15);
  }

  @Test
  void givesTimesFromReceiptWhileTheCamerasClockStandsStill() {
    step(camera -> camera.stopClock(true));
    assertAllPictures(40 * 15);
    assertNearTruth();
    assertThat(log.closed())
        .extracting(segment -> segment.clock().source())
        .contains(ClockEvidence.Source.RECEIPT);
    for (ClosedSegment segment : log.closed()) {
      double perSecond = segment.frames() * 90_000.0 / segment.durationTicks();
      assertThat(perSecond).as("pictures a second").isBetween(12.0, 18.0);
    }
  }

  @Test
  void goesByTheCamerasClockAgainOnceItRuns() {
    try (Recorder recorder = start()) {
      SyntheticCamera camera = camera(recorder, 5).jitter(Duration.ofMillis(20));
      camera.connect();
      camera.sendFor(Duration.ofSeconds(12));
      camera.stopClock(true);
      camera.sendFor(Duration.ofSeconds(8));
      camera.stopClock(false);
      camera.sendFor(Duration.ofSeconds(20));
    }
    assertAllPictures(40 * 15);
    assertNearTruth();
    assertThat(log.closed().getLast().clock().source())
        .isEqualTo(ClockEvidence.Source.CAMERA_TIMESTAMPS);
  }

  @Test
  void takesNeitherAStallNorASlewForAStep() {
    try (Recorder recorder = start()) {
      SyntheticCamera camera = camera(recorder, 3).wallDrift(400);
      camera.connect();
      camera.sendFor(Duration.ofSeconds(15));
      camera.delayFor(Duration.ofSeconds(4));
      camera.sendFor(Duration.ofSeconds(45));
    }
    assertThat(log.closed())
        .extracting(ClosedSegment::ended)
        .containsOnly(EndCause.ROTATED, EndCause.CLOSED);
    assertThat(log.gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.STARTING);
    assertAllPictures(60 * 15);
  }

  @Test
  void takesNoneOfFewPicturesForAStep() {
    try (Recorder recorder = start()) {
      SyntheticCamera camera =
          new SyntheticCamera(6, recorder.open("gate-1", Optional.empty()), BORN, 2, 60)
              .jitter(Duration.ofMillis(300));
      camera.connect();
      for (int i = 0; i < 90; i++) {
        camera.send();
        camera.pass(Duration.ofMillis(933));
      }
    }
    assertThat(log.gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.STARTING);
    assertAllPictures(90);
  }

  @Test
  void measuresTheCamerasOwnClockFromItsSenderReports() {
    try (Recorder recorder = start()) {
      SyntheticCamera camera = camera(recorder, 4).jitter(Duration.ofMillis(20));
      camera.connect();
      camera.report(Duration.ofSeconds(-37));
      for (int i = 0; i < 6; i++) {
        camera.sendFor(Duration.ofSeconds(5));
        camera.report(Duration.ofSeconds(-37));
      }
    }
    assertThat(log.closed().stream().filter(one -> one.clock().camera().isPresent()))
        .hasSizeGreaterThan(1)
        .allSatisfy(segment -> {
          ClockEvidence.CameraOffset offset = segment.clock().camera().orElseThrow();
          assertThat(offset.offset())
              .isBetween(Duration.ofMillis(-37_100), Duration.ofMillis(-36_900));
          assertThat(offset.uncertainty()).isBetween(Duration.ofMillis(1), Duration.ofMillis(50));
          assertThat(offset.reports()).isPositive();
        });
  }

  /// Twenty seconds, an event within a group of pictures, twenty seconds.
  private void step(java.util.function.Consumer<SyntheticCamera> event) {
    try (Recorder recorder = start()) {
      SyntheticCamera camera = camera(recorder, 2).jitter(Duration.ofMillis(20));
      camera.connect();
      camera.sendFor(Duration.ofSeconds(21));
      event.accept(camera);
      camera.sendFor(Duration.ofSeconds(19));
    }
  }

  private ClosedSegment endedBy(EndCause cause) {
    List<ClosedSegment> found =
        log.closed().stream().filter(segment -> segment.ended() == cause).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private void assertAllPictures(int sent) {
    assertThat(log.closed().stream().mapToInt(ClosedSegment::frames).sum()).isEqualTo(sent);
  }

  private void assertNearTruth() {
    assertThat(Duration.between(BORN.plusSeconds(40), log.closed().getLast().end()))
        .isBetween(Duration.ofMillis(-100), Duration.ofMillis(100));
  }

  private Recorder start() {
    return start(Duration.ofSeconds(20));
  }

  private Recorder start(Duration rotateAfter) {
    return Recorder.start(
        StorageRoot.open(folder, Optional.empty()),
        RecorderOptions.DEFAULT.withRotateAfter(rotateAfter).withQueue(2000, 32 << 20),
        log,
        InstantSource.system(),
        System::nanoTime);
  }

  private static SyntheticCamera camera(Recorder recorder, long seed) {
    return new SyntheticCamera(seed, recorder.open("gate-1", Optional.empty()), BORN, 30, 60);
  }
}
