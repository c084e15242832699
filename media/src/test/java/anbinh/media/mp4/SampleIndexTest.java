package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SampleIndexTest {
  @RepeatedTest(30)
  void findsTheKeyPictureThatALinearSearchFinds(RepetitionInfo repetition) {
    Random random = new Random(100 + repetition.getCurrentRepetition());
    SampleIndex index = random(random, 1 + random.nextInt(300), random.nextBoolean());
    for (int i = 0; i < 50; i++) {
      long at = random.nextLong(-1000, index.durationTicks() + 1000);
      int expected = 0;
      for (int n = 0; n < index.count(); n++) {
        if (index.key(n) && index.mediaTicks(n) <= at) {
          expected = n;
        }
      }
      assertThat(index.keyAtOrBefore(at)).isEqualTo(expected);
    }
  }

  @Test
  void refusesSamplesOutOfOrder() {
    SampleIndex.Builder builder = new SampleIndex.Builder(10);
    assertThatThrownBy(() -> builder.add(0, 0, 100, false, false))
        .isInstanceOf(IllegalArgumentException.class);
    builder.add(0, 0, 100, true, false);
    assertThatThrownBy(() -> builder.add(0, 0, 100, true, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.add(5, 0, 0, true, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.count()).isEqualTo(1);
  }

  static SampleIndex random(Random random, int count, boolean reordered) {
    SampleIndex.Builder builder = new SampleIndex.Builder(random.nextInt(2000));
    long decode = 0;
    for (int i = 0; i < count; i++) {
      boolean key = i == 0 || random.nextInt(20) == 0;
      int composition = reordered ? 6000 * (key ? 2 : random.nextInt(4)) : 0;
      builder.add(
          decode, composition, 1 + random.nextInt(100_000), key, !key && random.nextInt(4) == 0);
      decode += 1 + random.nextInt(9000);
    }
    return builder.build(decode + 1);
  }
}
