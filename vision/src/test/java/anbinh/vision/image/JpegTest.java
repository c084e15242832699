package anbinh.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegTest {
  @Test
  void isAFileThatShowsThePicture(@TempDir Path folder) throws Exception {
    int[] pixels = new int[64 * 32];
    Arrays.fill(pixels, 0xc02010);
    Jpeg jpeg = Jpeg.of(new Picture(64, 32, pixels));
    Picture read = PictureFile.read(Files.write(folder.resolve("red.jpg"), jpeg.bytes()));
    assertThat(read.width()).isEqualTo(64);
    assertThat(read.pixels()[100] >> 16 & 0xff).isBetween(0xb0, 0xd0);
    assertThat(jpeg).isEqualTo(new Jpeg(jpeg.bytes())).hasSameHashCodeAs(new Jpeg(jpeg.bytes()));
  }

  @Test
  void isNotChangedByItsUser() {
    byte[] bytes = {1, 2};
    Jpeg jpeg = new Jpeg(bytes);
    bytes[0] = 9;
    jpeg.bytes()[1] = 9;
    assertThat(jpeg.bytes()).containsExactly(1, 2);
  }
}
