package anbinh.vision.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbinh.vision.image.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRegionsTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 120;

  private static float[] map(Box... cores) {
    float[] map = new float[WIDTH * HEIGHT];
    for (int i = 0; i < map.length; i++) {
      double x = i % WIDTH;
      double y = i / WIDTH;
      Box point = Box.level(x, y, x + 1, y + 1);
      for (Box core : cores) {
        if (Math.abs(core.across(point)) < core.width() / 2
            && Math.abs(core.down(point)) < core.height() / 2) {
          map[i] = .9f;
        }
      }
    }
    return map;
  }

  @Test
  void findsALineThatLeans() {
    for (double degrees : new double[] {0, 12, -30}) {
      var core = new Box(100, 60, 80, 12, Math.toRadians(degrees));
      List<Box> found = TextRegions.of(map(core), WIDTH, HEIGHT);
      assertThat(found).hasSize(1);
      Box box = found.getFirst();
      assertThat(box.x()).isCloseTo(100, within(1.0));
      assertThat(box.y()).isCloseTo(60, within(1.0));
      assertThat(Math.toDegrees(box.angle())).isCloseTo(degrees, within(2.0));
      double growth = 2 * 80 * 12 * 1.6 / (2 * (80 + 12));
      assertThat(box.width()).isCloseTo(80 + growth, within(3.0));
      assertThat(box.height()).isCloseTo(12 + growth, within(3.0));
    }
  }

  @Test
  void keepsLinesApartAndDropsSpecks() {
    List<Box> found =
        TextRegions.of(
            map(
                Box.level(20, 20, 100, 30),
                Box.level(20, 50, 100, 60),
                Box.level(150, 100, 152, 102)),
            WIDTH,
            HEIGHT);
    assertThat(found).extracting(box -> Math.round(box.y())).containsExactly(25L, 55L);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(TextRegions.of(new float[WIDTH * HEIGHT], WIDTH, HEIGHT)).isEmpty();
  }
}
