package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchTest {
  @Test
  void isFoundAgainInWhatItAddsToAnyLength() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      Stretch stretch = new Stretch(random.nextInt(-500, 501));
      long media = random.nextLong(3_000_000, 6L * 3600 * 1_000_000_000);
      Duration added = Duration.ofNanos(stretch.nanos(media));
      assertThat(Stretch.adding(added, Duration.ofNanos(media))).isEqualTo(stretch);
    }
  }

  @Test
  void isTakenBackToTheNanosecond() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      Stretch stretch = new Stretch(random.nextInt(-500, 501));
      long media = random.nextLong(-1_000_000_000, 6L * 3600 * 1_000_000_000);
      assertThat(stretch.mediaNanos(media + stretch.nanos(media))).isBetween(media - 1, media + 1);
    }
  }

  @Test
  void addsNoMoreThanAClockCanBeWrong() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(Stretch.adding(Duration.ofMillis(30), minute)).isEqualTo(new Stretch(500));
    assertThat(Stretch.adding(Duration.ofSeconds(-3), minute)).isEqualTo(new Stretch(-500));
    assertThat(Stretch.adding(Duration.ofNanos(29_999), minute)).isEqualTo(Stretch.NONE);
    assertThatThrownBy(() -> new Stretch(501)).hasMessageContaining("501");
  }
}
