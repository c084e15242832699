package anbinh.media.record.clock;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.log.ClockEvidence;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackClockTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");
  private static final long PICTURE = 6000;

  private final TrackClock clock = new TrackClock();
  private long nanos;
  private long wallShift;
  private long camera = 1_000_000;

  @Test
  void leavesThePicturesOfACameraThatIsBelievedAsTheyAre() {
    for (int i = 0; i < 300; i++) {
      AccessUnit sent = next();
      assertThat(clock.follow(sent)).isSameAs(sent);
      assertThat(clock.observe(sent, 0)).isEqualTo(ClockStep.NONE);
      clock.passed(sent.pts90k());
    }
    assertThat(clock.isByReceipt()).isFalse();
    assertThat(clock.rate()).isEqualTo(ClockRate.DECLARED);
    assertThat(clock.correction()).isEmpty();
    assertThat(clock.pictureTicks()).isEqualTo((int) PICTURE);
  }

  @Test
  void tellsWhichClockWasSet() {
    pass(300);
    wallShift += Duration.ofSeconds(90).toNanos();
    assertThat(observeNext()).isEqualTo(ClockStep.WALL_CLOCK);
    assertThat(observeNext()).as("until a segment begins").isEqualTo(ClockStep.WALL_CLOCK);
    clock.begun(segment());
    assertThat(observeNext()).isEqualTo(ClockStep.NONE);
    camera += Ticks.fromNanos(Duration.ofMinutes(7).toNanos());
    assertThat(observeNext()).isEqualTo(ClockStep.CAMERA_CLOCK);
  }

  /// From one picture to the next a slew stays small; what it adds up to counts from the segment.
  @Test
  void judgesTheRecordersClockFromTheSegmentsBeginning() {
    pass(300);
    for (int i = 0; i < 4; i++) {
      wallShift += Duration.ofMillis(150).toNanos();
      assertThat(observeNext()).isEqualTo(i < 3 ? ClockStep.NONE : ClockStep.WALL_CLOCK);
    }
    clock.begun(segment());
    wallShift += Duration.ofMillis(150).toNanos();
    assertThat(observeNext()).isEqualTo(ClockStep.NONE);
  }

  @Test
  void goesOnByReceiptWhereTheCamerasClockJumped() {
    pass(300);
    long before = camera - PICTURE;
    camera -= 20 * Ticks.PER_SECOND;
    AccessUnit jumped = next();
    assertThat(clock.observe(clock.follow(jumped), 0)).isEqualTo(ClockStep.CAMERA_CLOCK);
    long placed = clock.goOnAt(jumped);
    clock.passed(placed);
    assertThat(placed).isBetween(before + PICTURE - 90, before + PICTURE + 90);

    AccessUnit after = clock.follow(next());
    assertThat(clock.observe(after, 0)).isEqualTo(ClockStep.NONE);
    assertThat(after.pts90k()).isEqualTo(placed + PICTURE);
  }

  @Test
  void givesNoTimeTwiceAfterAJump() {
    pass(300);
    long last = camera - PICTURE;
    camera += 600L * Ticks.PER_SECOND;
    nanos -= 66_000_000;
    AccessUnit jumped = next();
    clock.observe(clock.follow(jumped), 0);
    assertThat(clock.goOnAt(jumped)).isGreaterThan(last);
  }

  @Test
  void beginsASessionWithAPictureThatWasFollowedInTheOneBefore() {
    pass(300);
    camera = 7;
    AccessUnit jumped = next();
    clock.observe(clock.follow(jumped), 0);
    clock.newSession();
    assertThat(clock.beginAt(jumped, 0)).isEqualTo(7);
    assertThat(observeNext()).isEqualTo(ClockStep.NONE);
  }

  @Test
  void looksForAHoleOnlyWhereThePictureBeforeIsKnown() {
    assertThat(clock.isAfterHole(camera)).isFalse();
    pass(30);
    long last = camera - PICTURE;
    assertThat(clock.isAfterHole(last + Ticks.PER_SECOND)).isFalse();
    assertThat(clock.isAfterHole(last + Ticks.PER_SECOND + 1)).isTrue();
    clock.interrupt();
    assertThat(clock.hasPassed()).isFalse();
    assertThat(clock.isAfterHole(last + 3600L * Ticks.PER_SECOND)).isFalse();
  }

  @Test
  void allowsAHoleOfThreePicturesWhereTheyAreFew() {
    clock.passed(0);
    clock.passed(2 * Ticks.PER_SECOND);
    assertThat(clock.isAfterHole(8 * Ticks.PER_SECOND)).isFalse();
    assertThat(clock.isAfterHole(8 * Ticks.PER_SECOND + 1)).isTrue();
  }

  @Test
  void assumesTwentyFivePicturesASecondUntilTwoWereSeen() {
    clock.passed(5_000_000);
    assertThat(clock.pictureTicks()).isEqualTo(3600);
    clock.passed(5_004_500);
    assertThat(clock.pictureTicks()).isEqualTo(4500);
    clock.passed(5_002_000);
    assertThat(clock.pictureTicks()).as("shown before").isEqualTo(4500);
    clock.interrupt();
    clock.passed(99_000_000);
    assertThat(clock.pictureTicks()).as("after a hole").isEqualTo(4500);
    clock.passed(99_000_000 + 3600L * Ticks.PER_SECOND);
    assertThat(clock.pictureTicks()).as("at most").isEqualTo(10 * Ticks.PER_SECOND);
  }

  @Test
  void keepsAReportForTheSegmentThatBeginsNext() {
    clock.report(report(), null);
    SegmentClock first = segment();
    clock.begun(first);
    assertThat(offset(first)).isEqualTo(Duration.ofSeconds(-37));
    assertThat(reports(first)).isEqualTo(1);

    clock.report(report(), first);
    assertThat(reports(first)).isEqualTo(2);
    SegmentClock second = segment();
    clock.begun(second);
    assertThat(reports(second)).isZero();
  }

  @Test
  void forgetsAReportOfTheSessionBefore() {
    clock.report(report(), null);
    clock.newSession();
    SegmentClock next = segment();
    clock.begun(next);
    assertThat(reports(next)).isZero();
  }

  @Test
  void remembersAWrongRateAcrossSessions() {
    pass(90, 1.25);
    assertThat(clock.correction()).isPresent();
    assertThat(clock.isByReceipt()).isTrue();
    assertThat(clock.rate().ratio()).isBetween(1.24, 1.26);
    clock.newSession();
    assertThat(clock.correction()).isEmpty();
    assertThat(clock.isByReceipt()).isTrue();
    assertThat(clock.rate().ratio()).isBetween(1.24, 1.26);
  }

  @Test
  void bendsTheScaleWhereACorrectedSegmentEnds() {
    pass(90, 1.25);
    assertThat(clock.correction()).isPresent();
    clock.correctedSegmentEnded();
    assertThat(clock.correction()).isEmpty();
    assertThat(clock.isByReceipt()).isTrue();
    long from = clock.ticks(peek(0));
    assertThat(clock.ticks(peek(12_500)) - from).isBetween(9_900L, 10_100L);
  }

  @Test
  void isByReceiptWhileTheCamerasClockStandsStill() {
    pass(60);
    camera -= PICTURE;
    for (int i = 0; i < 40; i++) {
      AccessUnit unit = clock.follow(next());
      assertThat(clock.observe(unit, 0)).isEqualTo(ClockStep.NONE);
      clock.passed(unit.pts90k());
      camera -= PICTURE;
    }
    assertThat(clock.isByReceipt()).isTrue();
    assertThat(clock.isSteady(peek(0), camera, 0)).isFalse();
    clock.connectionChanged();
    assertThat(clock.isByReceipt()).isFalse();
  }

  /// What is said of a picture before it is followed is what comes of following it.
  @Test
  void saysBeforehandWhichPicturesNeedADecision() {
    Random random = new Random(3);
    int decisions = 0;
    for (int i = 0; i < 5000; i++) {
      if (random.nextInt(100) == 0) {
        wallShift += random.nextLong(-1_000_000_000, 1_000_000_000);
      }
      if (random.nextInt(100) == 0) {
        camera += random.nextLong(-300_000, 300_000);
      }
      AccessUnit sent = next();
      boolean steady = clock.isSteady(sent, clock.ticks(sent), 0);
      AccessUnit unit = clock.follow(sent);
      ClockStep step = clock.observe(unit, 0);
      if (steady) {
        assertThat(step).isEqualTo(ClockStep.NONE);
      } else {
        decisions++;
      }
      clock.passed(step == ClockStep.CAMERA_CLOCK ? clock.goOnAt(sent) : unit.pts90k());
      if (step == ClockStep.WALL_CLOCK) {
        clock.begun(segment());
      }
    }
    assertThat(decisions).isBetween(20, 1000);
  }

  private ClockStep observeNext() {
    AccessUnit unit = clock.follow(next());
    ClockStep step = clock.observe(unit, 0);
    clock.passed(unit.pts90k());
    return step;
  }

  private void pass(int pictures) {
    pass(pictures, 1);
  }

  private void pass(int pictures, double rate) {
    for (int i = 0; i < pictures; i++) {
      AccessUnit unit = clock.follow(next());
      clock.correction();
      clock.observe(unit, 0);
      clock.passed(unit.pts90k());
      camera += Math.round((rate - 1) * PICTURE);
    }
  }

  /// The picture of now; a fifteenth of a second passes.
  private AccessUnit next() {
    AccessUnit unit = peek(0);
    nanos += 1_000_000_000L / 15;
    camera += PICTURE;
    return unit;
  }

  private AccessUnit peek(long later) {
    return new AccessUnit(
        ByteBuffer.allocate(1),
        camera + later,
        true,
        false,
        nanos,
        BORN.plusNanos(nanos + wallShift));
  }

  private SenderReport report() {
    return new SenderReport(BORN.minusSeconds(37), camera, BORN);
  }

  private SegmentClock segment() {
    SegmentClock segment = SegmentClock.fresh(camera, BORN, nanos, null);
    segment.observe(camera, nanos);
    return segment;
  }

  private static Duration offset(SegmentClock segment) {
    return evidence(segment).camera().orElseThrow().offset();
  }

  private static int reports(SegmentClock segment) {
    return evidence(segment).camera().map(ClockEvidence.CameraOffset::reports).orElse(0);
  }

  private static ClockEvidence evidence(SegmentClock segment) {
    return segment.evidence(1, ClockEvidence.Source.CAMERA_TIMESTAMPS, ClockRate.DECLARED);
  }
}
