package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DecodeTimesTest {
  @Test
  void areThePresentationTimesWithoutReordering() {
    DecodeTimes times = new DecodeTimes(0, 6000);
    assertThat(List.of(times.next(100), times.next(6100), times.next(12_050)))
        .containsExactly(100L, 6100L, 12_050L);
  }

  @Test
  void lieOneFrameBackForEachPictureOfReorderDepth() {
    DecodeTimes times = new DecodeTimes(2, 10);
    List<Long> decode = new ArrayList<>();
    for (long presentation : new long[] {100, 140, 120, 110, 130, 180, 160, 150, 170}) {
      decode.add(times.next(presentation));
    }
    assertThat(decode).containsExactly(80L, 90L, 100L, 110L, 120L, 130L, 140L, 150L, 160L);
  }

  @Test
  void neverExceedPresentationForWhatEncodersReorder() {
    for (TestClip clip : List.of(TestClip.h264WithBFrames(), TestClip.h265WithBFrames())) {
      DecodeTimes times = new DecodeTimes(clip.format().reorderDepth(), 6000);
      assertThat(clip.format().reorderDepth()).isPositive();
      for (AccessUnit unit : clip.units()) {
        assertThat(times.next(unit.pts90k())).isLessThanOrEqualTo(unit.pts90k());
      }
    }
  }

  @RepeatedTest(20)
  void riseStrictlyWhateverComesIn(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    DecodeTimes times = new DecodeTimes(random.nextInt(5), random.nextInt(9000));
    long last = Long.MIN_VALUE;
    for (int i = 0; i < 500; i++) {
      long next = times.next(random.nextLong(-100_000, 100_000));
      assertThat(next).isGreaterThan(last);
      last = next;
    }
  }
}
