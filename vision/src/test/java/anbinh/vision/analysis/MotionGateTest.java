package anbinh.vision.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.image.GreyPicture;
import anbinh.vision.pass.FrameArea;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MotionGateTest {
  private static final int HEIGHT = 90;

  private final MotionGate gate = new MotionGate();
  private final Random noise = new Random(1);
  private Instant time = Instant.EPOCH;

  /// A noisy road with a rectangle on it.
  private GreyPicture picture(int brightness, int left, int size) {
    byte[] pixels = new byte[MotionGate.WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % MotionGate.WIDTH;
      int y = i / MotionGate.WIDTH;
      boolean inside = x >= left && x < left + size && y >= 40 && y < 40 + size;
      pixels[i] = (byte) (brightness + (inside ? 60 : 0) + noise.nextInt(5));
    }
    return new GreyPicture(MotionGate.WIDTH, HEIGHT, pixels);
  }

  private boolean opens(GreyPicture picture) {
    return area(picture) != null;
  }

  private @Nullable FrameArea area(GreyPicture picture) {
    time = time.plusMillis(250);
    return gate.opens(picture, time);
  }

  /// Past the first picture and those after it.
  private void settle() {
    assertThat(opens(picture(90, 0, 0))).isTrue();
    assertThat(opens(picture(90, 0, 0))).isTrue();
    assertThat(opens(picture(90, 0, 0))).isTrue();
  }

  @Test
  void staysShutBeforeAStillScene() {
    settle();
    for (int i = 0; i < 20; i++) {
      assertThat(opens(picture(90, 0, 0))).isFalse();
    }
  }

  @Test
  void opensForWhatComesAndGoesAndTwoMore() {
    settle();
    assertThat(opens(picture(90, 10, 15))).isTrue();
    assertThat(opens(picture(90, 16, 15))).isTrue();
    assertThat(opens(picture(90, 0, 0))).isTrue();
    assertThat(opens(picture(90, 0, 0))).isTrue();
    assertThat(opens(picture(90, 0, 0))).isTrue();
    assertThat(opens(picture(90, 0, 0))).isFalse();
  }

  @Test
  void staysShutForAClock() {
    settle();
    assertThat(opens(picture(90, 10, 5))).isFalse();
  }

  @Test
  void staysShutWhereAllGetsDarkerAtOnce() {
    settle();
    assertThat(opens(picture(60, 0, 0))).isFalse();
  }

  @Test
  void opensForWhatCreepsOnceItHasMovedFar() {
    settle();
    assertThat(opens(picture(90, 10, 30))).isTrue();
    opens(picture(90, 10, 30));
    opens(picture(90, 10, 30));
    int opened = 0;
    for (int left = 11; left <= 20; left++) {
      if (opens(picture(90, left, 30))) {
        opened++;
      }
    }
    assertThat(opened).isPositive();
  }

  @Test
  void opensNowAndThenWithoutAnyChange() {
    settle();
    time = time.plus(MotionGate.MAX_IDLE);
    assertThat(opens(picture(90, 0, 0))).isTrue();
    assertThat(opens(picture(90, 0, 0))).isFalse();
  }

  /// From 24 to 40 pixels and from 40 to 56, in cells of eight, with one more around.
  @Test
  void saysWhereSomethingHasChanged() {
    settle();
    FrameArea area = new FrameArea(.1f, 32 / 90f, .2f, 32 / 90f);
    assertThat(area(picture(90, 24, 16))).isEqualTo(area);
    assertThat(area(picture(90, 24, 16))).as("where it was").isEqualTo(area);
  }

  @Test
  void looksAtTheWholePictureNowAndThen() {
    settle();
    time = time.plus(MotionGate.MAX_IDLE);
    assertThat(area(picture(90, 24, 16))).isEqualTo(FrameArea.WHOLE);
    assertThat(area(picture(90, 40, 16))).isNotEqualTo(FrameArea.WHOLE);
  }
}
