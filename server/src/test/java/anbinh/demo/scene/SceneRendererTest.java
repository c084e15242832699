package anbinh.demo.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SceneRendererTest {
  private static final Scene SCENE =
      new Scene(
          "market",
          "CAM-0001 Cổng chợ",
          7,
          3,
          Duration.ofMillis(1_300),
          new Color(0x9FB8CC),
          new Color(0x7C8A5B),
          960,
          540);
  private static final Instant TIME = Instant.parse("2026-11-25T02:00:03Z");
  private final SceneRenderer renderer = new SceneRenderer(SCENE, ZoneId.of("Asia/Ho_Chi_Minh"));

  @Test
  void movesTheClockAndTheTraffic() {
    int[] before = pixels(renderer.render(TIME));
    int[] clockBefore = clock(renderer.render(TIME));
    BufferedImage later = renderer.render(TIME.plusMillis(100));
    assertThat(pixels(later)).isNotEqualTo(before);
    assertThat(clock(later)).isNotEqualTo(clockBefore);
  }

  @Test
  void saysInThePictureThatItIsSimulated() {
    BufferedImage picture = renderer.render(TIME);
    assertThat(whitePixels(picture, 492, 528)).isGreaterThan(1_000);
  }

  @Test
  void encodesPicturesAsH264WithParameterSetsBeforeKeyPictures() {
    try (var encoder = new PictureEncoder(960, 540, 10, 900_000)) {
      for (int picture = 0; picture < 45; picture++) {
        byte[] unit = encoder.encode(renderer.render(TIME.plusMillis(100L * picture)));
        assertThat(unit).startsWith(0, 0, 0, 1);
        boolean key = (unit[4] & 0x1F) == 7;
        assertThat(key).as("picture %d starts with an SPS", picture).isEqualTo(picture % 10 == 0);
      }
    }
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  private static int[] clock(BufferedImage picture) {
    return picture.getRGB(12, 444, 320, 36, null, 0, 320);
  }

  private static long whitePixels(BufferedImage picture, int top, int bottom) {
    long count = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += (picture.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 1 : 0;
      }
    }
    return count;
  }
}
