package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampExtenderTest {
  private final TimestampExtender extender = new TimestampExtender();

  @Test
  void beginsWithTheFirstTimestamp() {
    assertThat(extender.next(0xFFFF_FFF0)).isEqualTo(0xFFFF_FFF0L);
  }

  @Test
  void countsOnWhereTimestampsWrap() {
    extender.next(0xFFFF_FFF0);

    assertThat(extender.next(0x10)).isEqualTo(0x1_0000_0010L);
    assertThat(extender.next(0xFFFF_FFFF)).as("a picture shown earlier").isEqualTo(0xFFFF_FFFFL);
    assertThat(extender.next(0x20)).isEqualTo(0x1_0000_0020L);
  }

  @Test
  void keepsAJumpOfTheClockVisible() {
    extender.next(1_000_000);

    assertThat(extender.next(1_000_000 + 90_000 * 3600)).isEqualTo(1_000_000L + 90_000 * 3600);
    assertThat(extender.next(500_000)).isEqualTo(500_000);
    assertThat(extender.next(-90_000)).as("before the origin").isEqualTo(-90_000);
  }

  @Test
  void placesTimestampsToldBesideTheStreamWithoutMovingIt() {
    assertThat(extender.nearest(7)).isEqualTo(7);
    extender.next(0xFFFF_FFF0);

    assertThat(extender.nearest(0x100)).isEqualTo(0x1_0000_0100L);
    assertThat(extender.nearest(0xFFFF_FF00)).isEqualTo(0xFFFF_FF00L);
  }

  @Test
  void followsAnyClockThatMovesByLessThanHalfTheRange() {
    Random random = new Random(3);
    long truth = random.nextLong(1L << 32);
    extender.next((int) truth);
    for (int i = 0; i < 10_000; i++) {
      truth += random.nextInt();
      assertThat(extender.next((int) truth)).isEqualTo(truth);
    }
  }
}
