package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.StreamState;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cameras whose timestamps run at another rate than they declare.
class CameraRateTest {
  private @Nullable Recorder recorder;

  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.8, 0.98, 1.02, 1.25, 2, 3, 11})
  void givesTrueTimesToACameraWhoseClockRunsAtAnotherRate(double rate) {
    SyntheticCamera camera = record(it -> it.rate(rate), it -> sendFor(it, Duration.ofSeconds(90)));
    assertTrueTimes(camera, Duration.ofMillis(250));
    assertNoGaps();
    assertThat(log.closed().getFirst().start()).isAfterOrEqualTo(BORN);
    assertThat(log.closed())
        .allSatisfy(segment -> {
          assertThat(segment.clock().source()).isEqualTo(ClockEvidence.Source.RECEIPT);
          assertThat(segment.clock().rate().ratio())
              .isBetween(rate * 0.97 - 0.002, rate * 1.03 + 0.002);
        });
  }

  /// What is slewed or corrected quietly: no gap, no time that is off by much.
  @ParameterizedTest
  @ValueSource(doubles = {-10_000, -1_000, 100, 600, 1_500, 5_000})
  void followsAClockThatIsALittleOffWithoutGaps(double ppm) {
    SyntheticCamera camera =
        record(
            Duration.ofMinutes(2), it -> it.drift(ppm), it -> sendFor(it, Duration.ofMinutes(30)));
    assertTrueTimes(camera, Duration.ofMillis(420));
    assertNoGaps();
    assertThat(log.closed().getFirst().start()).isAfterOrEqualTo(BORN.minusMillis(150));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 1.25, 2, 3})
  void noticesARateThatChangesInTheMiddle(double rate) {
    SyntheticCamera camera =
        record(
            it -> {},
            it -> {
              sendFor(it, Duration.ofSeconds(34));
              it.rate(rate);
              sendFor(it, Duration.ofSeconds(60));
              it.rate(1);
              sendFor(it, Duration.ofSeconds(150));
            });
    assertTrueTimes(camera, Duration.ofMillis(1_600));
    assertNoGaps();
    assertThat(log.closed().getFirst().clock().source())
        .isEqualTo(ClockEvidence.Source.CAMERA_TIMESTAMPS);
    assertThat(log.closed().getLast().clock().source())
        .isEqualTo(ClockEvidence.Source.CAMERA_TIMESTAMPS);
  }

  @Test
  void followsARateThatDriftsSlowly() {
    SyntheticCamera camera =
        record(
            it -> {},
            it -> {
              for (int i = 0; i < 120; i++) {
                it.rate(1 + i * 0.002);
                sendFor(it, Duration.ofSeconds(5));
              }
            });
    assertTrueTimes(camera, Duration.ofMillis(450));
    assertNoGaps();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1, 1.25, 3})
  void bearsStallsAndBursts(double rate) {
    SyntheticCamera camera =
        record(
            it -> it.rate(rate),
            it -> {
              for (int i = 0; i < 10; i++) {
                sendFor(it, Duration.ofSeconds(11));
                it.delayFor(Duration.ofSeconds(4));
              }
            });
    assertTrueTimes(camera, Duration.ofMillis(900));
    assertNoGaps();
    if (rate == 1) {
      assertThat(log.closed())
          .extracting(segment -> segment.clock().source())
          .containsOnly(ClockEvidence.Source.CAMERA_TIMESTAMPS);
    }
  }

  @Test
  void knowsTheRateAgainAfterAReconnection() {
    SyntheticCamera camera =
        record(
            it -> it.rate(1.25),
            it -> {
              for (int i = 0; i < 4; i++) {
                sendFor(it, Duration.ofSeconds(25));
                it.disconnect(StreamState.Cause.ENDED);
                it.pass(Duration.ofSeconds(5));
                it.connect();
              }
            });
    assertTrueTimes(camera, Duration.ofMillis(250));
    assertThat(log.gaps(Gap.Cause.CAMERA_DOWN)).hasSizeGreaterThanOrEqualTo(4);
    assertThat(log.gaps(Gap.Cause.CLOCK_STEP)).isEmpty();
  }

  @Test
  void believesACameraAgainThatWasSetRight() {
    record(
        it -> it.rate(1.25),
        it -> {
          sendFor(it, Duration.ofSeconds(25));
          it.disconnect(StreamState.Cause.ENDED);
          it.rate(1);
          it.connect();
          sendFor(it, Duration.ofSeconds(120));
        });
    assertThat(log.closed().getLast().clock().source())
        .isEqualTo(ClockEvidence.Source.CAMERA_TIMESTAMPS);
  }

  /// Reports that lie change nothing about the times; they say what the camera's own clock is.
  @Test
  void doesNotGoByWhatTheCameraReports() {
    SyntheticCamera camera =
        record(
            it -> it.rate(1.25),
            it -> {
              for (int i = 0; i < 20; i++) {
                it.report(Duration.ofHours(i % 3));
                sendFor(it, Duration.ofSeconds(5));
              }
            });
    assertTrueTimes(camera, Duration.ofMillis(250));
    assertNoGaps();
  }

  @Test
  void tellsTheCamerasOwnClockWhateverItsTimestampsRunAt() {
    record(
        it -> it.rate(0.8),
        it -> {
          for (int i = 0; i < 20; i++) {
            it.report(Duration.ofSeconds(-37));
            sendFor(it, Duration.ofSeconds(5));
          }
        });
    assertThat(log.closed().stream().filter(it -> it.clock().camera().isPresent()))
        .isNotEmpty()
        .allSatisfy(segment ->
            assertThat(segment.clock().camera().orElseThrow().offset())
                .isBetween(Duration.ofMillis(-37_300), Duration.ofMillis(-36_700)));
  }

  /// The recorder's own clock is another matter: what it is set by is stated as ever.
  @Test
  void followsTheRecordersClockThatIsSet() {
    SyntheticCamera camera =
        record(
            it -> it.rate(1.25),
            it -> {
              sendFor(it, Duration.ofSeconds(42));
              it.setRecorderClock(Duration.ofSeconds(90));
              it.restartGroup();
              sendFor(it, Duration.ofSeconds(40));
            });
    assertTrueTimes(camera, Duration.ofMillis(250));
    assertThat(log.gaps(Gap.Cause.CLOCK_STEP)).hasSize(1);
    assertThat(log.gaps(Gap.Cause.CLOCK_STEP).getFirst().length().orElseThrow())
        .isBetween(Duration.ofMillis(89_700), Duration.ofMillis(90_300));
  }

  @Test
  void staysCloseWhenTheTimestampsJumpAgainAndAgain() {
    SyntheticCamera camera =
        record(
            it -> {},
            it -> {
              for (int i = 0; i < 12; i++) {
                sendFor(it, Duration.ofMillis(10_400));
                it.jumpTimestamps(Duration.ofSeconds(i % 2 == 0 ? -5 : 90));
              }
            });
    assertTrueTimes(camera, Duration.ofMillis(300));
    assertNoGaps();
  }

  @Test
  void bearsAFastClockThatJumps() {
    SyntheticCamera camera =
        record(
            it -> it.rate(1.25),
            it -> {
              for (int i = 0; i < 8; i++) {
                sendFor(it, Duration.ofMillis(10_400));
                it.jumpTimestamps(Duration.ofSeconds(i % 2 == 0 ? -5 : 90));
              }
            });
    assertTrueTimes(camera, Duration.ofMillis(600));
    assertNoGaps();
  }

  /// Delay alone never makes a clock a wrong one.
  @Test
  void believesAnHonestCameraOnABadNetwork() {
    SyntheticCamera camera =
        record(
            it -> it.jitter(Duration.ofMillis(400)),
            it -> {
              for (int i = 0; i < 60; i++) {
                it.lateBy(Duration.ofMillis(i % 7 * 40L));
                sendFor(it, Duration.ofSeconds(10));
              }
            });
    assertTrueTimes(camera, Duration.ofMillis(250));
    assertThat(log.closed())
        .extracting(segment -> segment.clock().source())
        .containsOnly(ClockEvidence.Source.CAMERA_TIMESTAMPS);
  }

  @Test
  void statesTheSameAfterTheLogIsLost() throws Exception {
    record(it -> it.rate(3), it -> sendFor(it, Duration.ofSeconds(40)));
    List<ClosedSegment> found =
        Recovery.scan(StorageRoot.open(folder, Optional.empty()), file -> false).stream()
            .map(it -> ((anbinh.media.record.log.Recovered.Kept) it).segment())
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(log.closed());
  }

  private SyntheticCamera record(
      Consumer<SyntheticCamera> habit, Consumer<SyntheticCamera> course) {
    return record(Duration.ofSeconds(20), habit, course);
  }

  private SyntheticCamera record(
      Duration rotation, Consumer<SyntheticCamera> habit, Consumer<SyntheticCamera> course) {
    try (Recorder recorder =
        Recorder.start(
            StorageRoot.open(folder, Optional.empty()),
            RecorderOptions.DEFAULT.withRotateAfter(rotation).withQueue(4000, 64 << 20),
            log,
            InstantSource.system(),
            System::nanoTime)) {
      this.recorder = recorder;
      SyntheticCamera camera =
          new SyntheticCamera(7, recorder.open("gate-1", Optional.empty()), BORN, 30, 60)
              .jitter(Duration.ofMillis(15))
              .polledEvery(Duration.ofMillis(80));
      habit.accept(camera);
      camera.connect();
      course.accept(camera);
      settle();
      return camera;
    }
  }

  private void sendFor(SyntheticCamera camera, Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minusSeconds(20)) {
      camera.sendFor(left.compareTo(Duration.ofSeconds(20)) < 0 ? left : Duration.ofSeconds(20));
      settle();
    }
  }

  private void settle() {
    Queues.awaitEmpty(Objects.requireNonNull(recorder));
  }

  /// Every picture is there, no earlier one has a later time, and each is as near its true time as
  /// its segment says, and as the test wants it.
  private void assertTrueTimes(SyntheticCamera camera, Duration most) {
    List<Instant> truth = camera.truth();
    List<Instant> stated = new ArrayList<>();
    Duration worst = Duration.ZERO;
    for (ClosedSegment segment : log.closed()) {
      RecordedSegment recorded = segment.toRecorded(folder);
      Duration uncertainty = segment.clock().uncertainty().orElseThrow();
      for (int i = 0; i < segment.frames(); i++) {
        Instant at = recorded.wallTime(segment.index().mediaTicks(i));
        Duration off = Duration.between(truth.get(stated.size()), at).abs();
        stated.add(at);
        worst = off.compareTo(worst) > 0 ? off : worst;
        assertThat(off)
            .as("picture %s of %s, %s", i, segment.file(), segment.clock())
            .isLessThanOrEqualTo(uncertainty.plusMillis(100));
      }
    }
    assertThat(stated).hasSameSizeAs(truth).isSorted();
    assertThat(worst).isLessThan(most);
  }

  private void assertNoGaps() {
    assertThat(log.gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.STARTING);
    List<ClosedSegment> closed = log.closed();
    for (int i = 1; i < closed.size(); i++) {
      assertThat(closed.get(i).start()).isEqualTo(closed.get(i - 1).end());
    }
  }
}
