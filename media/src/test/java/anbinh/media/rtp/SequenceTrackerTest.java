package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTrackerTest {
  private final SequenceTracker tracker = new SequenceTracker();

  @Test
  void beginsAnywhere() {
    assertThat(tracker.accept(40_000)).isZero();
    assertThat(tracker.accept(40_001)).isZero();
  }

  @Test
  void countsMissingPackets() {
    tracker.accept(10);

    assertThat(tracker.accept(14)).isEqualTo(3);
    assertThat(tracker.accept(15)).isZero();
  }

  @Test
  void wraps() {
    tracker.accept(0xFFFE);

    assertThat(tracker.accept(0xFFFF)).isZero();
    assertThat(tracker.accept(0)).isZero();
    assertThat(tracker.accept(2)).isEqualTo(1);
  }

  @Test
  void knowsPacketsThatRepeatOrComeLate() {
    tracker.accept(100);
    tracker.accept(103);

    assertThat(tracker.accept(103)).isEqualTo(SequenceTracker.OLD);
    assertThat(tracker.accept(101)).isEqualTo(SequenceTracker.OLD);
    assertThat(tracker.accept(104)).isZero();
  }

  @Test
  void takesALargeStepEitherWayAsARestart() {
    tracker.accept(1000);

    assertThat(tracker.accept(20_000)).isEqualTo(SequenceTracker.RESTARTED);
    assertThat(tracker.accept(20_001)).isZero();
    assertThat(tracker.accept(15_000)).isEqualTo(SequenceTracker.RESTARTED);
    assertThat(tracker.accept(15_001)).isZero();
  }

  @Test
  void beginsAnewAfterAReset() {
    tracker.accept(5);
    tracker.reset();

    assertThat(tracker.accept(9)).isZero();
  }
}
