package anbinh.media.record.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClockEvidence.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmentClockTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void startsWhereTheLeastDelayedPictureSays() {
    SegmentClock clock = fresh(null);
    observe(clock, 0, 0);
    observe(clock, 1000, -120);
    observe(clock, 2000, 50);
    assertThat(clock.start()).isEqualTo(BORN.minusMillis(120));
    assertThat(clock.observedStart()).isEqualTo(clock.start());
    assertThat(clock.startError()).isZero();
  }

  /// Clips are cut by what was said.
  @Test
  void keepsAStartThatHasSettled() {
    SegmentClock clock = fresh(null);
    observe(clock, 0, 0);
    observe(clock, 10_000, -10);
    observe(clock, 11_000, -120);
    assertThat(clock.start()).isEqualTo(BORN.minusMillis(10));
    assertThat(clock.startError()).isEqualTo(Duration.ofMillis(-110));
  }

  @Test
  void overlapsNothingBeforeItByDelayAlone() {
    SegmentClock delayed = fresh(BORN.plusMillis(400));
    observe(delayed, 0, 0);
    assertThat(delayed.start()).isEqualTo(BORN.plusMillis(400));
    SegmentClock buffered = fresh(BORN.plusMillis(600));
    observe(buffered, 0, 0);
    assertThat(buffered.start()).as("pictures from a buffer are older").isEqualTo(BORN);
  }

  @Test
  void continuesExactlyWhereTheOneBeforeEnded() {
    SegmentClock clock = continuing(new Stretch(100));
    observe(clock, 0, 300);
    observe(clock, 60_000, 300);
    assertThat(clock.follows()).isTrue();
    assertThat(clock.start()).isEqualTo(BORN);
    assertThat(clock.startError()).isEqualTo(Duration.ofMillis(300));
    assertThat(clock.end(Ticks.fromDuration(MINUTE)))
        .isEqualTo(BORN.plus(MINUTE).plusNanos(6_000_000));
  }

  @Test
  void asksTheNextOneToMakeUpForWhatItIsOff() {
    SegmentClock clock = continuing(Stretch.NONE);
    observe(clock, 0, 12);
    assertThat(clock.stretchAfter(Ticks.fromDuration(MINUTE), MINUTE)).isEqualTo(new Stretch(200));
    assertThat(clock.stretchAfter(Ticks.fromDuration(MINUTE.dividedBy(6)), MINUTE))
        .as("a short one is no measure")
        .isEqualTo(new Stretch(200));
    SegmentClock far = continuing(Stretch.NONE);
    observe(far, 0, 900);
    assertThat(far.stretchAfter(Ticks.fromDuration(MINUTE), MINUTE)).isEqualTo(new Stretch(500));
  }

  @Test
  void appliesARateToThePicturesThatCame() {
    SegmentClock clock = fresh(null);
    for (int second = 0; second <= 5; second++) {
      clock.observe(Ticks.fromDuration(Duration.ofSeconds(2L * second)), second * 1_000_000_000L);
    }
    assertThat(clock.start()).as("five seconds too early").isEqualTo(BORN.minusSeconds(5));
    clock.correct(ClockRate.of(2));
    assertThat(clock.start()).isEqualTo(BORN);
    clock.correct(ClockRate.DECLARED);
    assertThat(clock.start()).isEqualTo(BORN.minusSeconds(5));
  }

  @Test
  void appliesNoRateToWhatIsSaidForGood() {
    SegmentClock follows = continuing(Stretch.NONE);
    assertThat(follows.isCorrectable()).isFalse();
    assertThatThrownBy(() -> follows.correct(ClockRate.of(2)))
        .isInstanceOf(IllegalStateException.class);
    SegmentClock settled = fresh(null);
    observe(settled, 0, 0);
    assertThat(settled.isCorrectable()).isTrue();
    observe(settled, 10_001, 0);
    assertThat(settled.isCorrectable()).isFalse();
  }

  @Test
  void statesHowFarItsTimesAreFromTheLeastDelayedPictures() {
    SegmentClock steady = continuing(Stretch.NONE);
    SegmentClock unsteady = continuing(Stretch.NONE);
    for (int second = 0; second < 30; second++) {
      observe(steady, 1000 * second, 3);
      observe(unsteady, 1000 * second, second < 10 ? 0 : 250);
    }
    assertThat(uncertainty(steady, Source.CAMERA_TIMESTAMPS)).isEqualTo(Duration.ofMillis(80));
    assertThat(uncertainty(unsteady, Source.CAMERA_TIMESTAMPS)).isEqualTo(Duration.ofMillis(251));
    assertThat(uncertainty(unsteady, Source.RECEIPT))
        .as("and how far they got in a second")
        .isEqualTo(Duration.ofMillis(501));
  }

  @Test
  void tellsWhatThePicturesOfTheLastSecondSay() {
    SegmentClock clock = continuing(Stretch.NONE);
    for (int second = 0; second < 10; second++) {
      observe(clock, 1000 * second, 100 * second);
    }
    assertThat(clock.lastError()).isBetween(Duration.ofMillis(700), Duration.ofMillis(900));
  }

  @Test
  void statesTheCamerasOwnClock() {
    SegmentClock clock = fresh(null);
    assertThat(evidence(clock, Source.RECEIPT).camera()).isEmpty();
    observe(clock, 0, 0);
    clock.observeCamera(BORN.minusSeconds(37), 0);
    clock.observeCamera(BORN.minusSeconds(27).plusMillis(8), Ticks.fromNanos(10_000_000_000L));
    ClockEvidence.CameraOffset offset = evidence(clock, Source.RECEIPT).camera().orElseThrow();
    assertThat(offset.offset()).isEqualTo(Duration.ofMillis(-36_996));
    assertThat(offset.uncertainty()).isEqualTo(Duration.ofMillis(4));
    assertThat(offset.reports()).isEqualTo(2);
  }

  private static SegmentClock fresh(@Nullable Instant notBefore) {
    return SegmentClock.fresh(0, BORN, 0, notBefore);
  }

  private static SegmentClock continuing(Stretch stretch) {
    return SegmentClock.continuing(0, BORN, 0, BORN, stretch);
  }

  /// A picture that arrives so much later than its time says.
  private static void observe(SegmentClock clock, long millis, long late) {
    clock.observe(millis * 90, (millis + late) * 1_000_000);
  }

  private static Duration uncertainty(SegmentClock clock, Source source) {
    return evidence(clock, source).uncertainty().orElseThrow();
  }

  private static ClockEvidence evidence(SegmentClock clock, Source source) {
    return clock.evidence(Ticks.fromDuration(MINUTE), source, ClockRate.DECLARED);
  }
}
