package anbinh.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureTest {
  /// Left half black, right half white.
  private static Picture halves(int width, int height) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % width < width / 2 ? 0 : 0xffffff;
    }
    return new Picture(width, height, pixels);
  }

  @Test
  void refusesPixelsThatAreNotItsSize() {
    assertThatThrownBy(() -> new Picture(3, 2, new int[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 × 2 pixels are not 5");
  }

  @Test
  void keepsTheMeanWhenItShrinksOrGrows() {
    Picture picture = halves(90, 31);
    for (int[] size : new int[][] {{9, 7}, {128, 64}, {1, 1}}) {
      float[] grey = picture.grey(size[0], size[1]);
      double sum = 0;
      for (float value : grey) {
        sum += value;
      }
      assertThat(sum / grey.length).as(Arrays.toString(size)).isCloseTo(127.5, within(1.0));
    }
  }

  @Test
  void givesBrightnessAndChannels() {
    Picture red = new Picture(1, 1, new int[] {0xff0000});
    assertThat(red.grey(2, 2)).containsOnly(.299f * 255);
    assertThat(red.planes(1, 1)).isEqualTo(new float[][] {{255}, {0}, {0}});
  }

  @Test
  void cutsABoxThatLeansAsIfItWereLevel() {
    // A white bar of 40 × 6 at 30° in black.
    int[] pixels = new int[100 * 100];
    var bar = new Box(50, 50, 40, 6, Math.toRadians(30));
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < 100; x++) {
        Box point = Box.level(x, y, x + 1.0, y + 1.0);
        boolean inside = Math.abs(bar.across(point)) < 20 && Math.abs(bar.down(point)) < 3;
        pixels[y * 100 + x] = inside ? 0xffffff : 0;
      }
    }
    Picture cut = new Picture(100, 100, pixels).cut(bar);
    assertThat(cut.width()).isEqualTo(40);
    assertThat(cut.height()).isEqualTo(6);
    long white = Arrays.stream(cut.pixels()).filter(pixel -> (pixel & 0xff) > 128).count();
    assertThat(white).isGreaterThan(40 * 6 * 9 / 10);
  }

  @Test
  void repeatsItsEdgeOutside() {
    Picture cut = halves(10, 10).cut(Box.level(-20, -20, -10, -10));
    assertThat(cut.pixels()).containsOnly(0);
  }

  @Test
  void givesAPartOfItselfPixelByPixel() {
    Picture part = halves(90, 31).part(44, 10, 2, 3);
    assertThat(part.height()).isEqualTo(3);
    assertThat(part.pixels()).containsExactly(0, 0xffffff, 0, 0xffffff, 0, 0xffffff);
  }

  @Test
  void showsTheSameInAnotherSize() {
    Picture small = halves(90, 30).resized(9, 3);
    assertThat(small.pixels()[0]).isZero();
    assertThat(small.pixels()[8]).isEqualTo(0xffffff);
  }
}
