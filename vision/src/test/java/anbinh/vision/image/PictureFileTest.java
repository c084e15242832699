package anbinh.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("picture.jpg"), bytes);
  }

  private static byte[] jpeg() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  @Test
  void readsAPicture() throws IOException {
    Picture picture = PictureFile.read(file(jpeg()));
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(30);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path nothing = file(new byte[0]);
    assertThatThrownBy(() -> PictureFile.read(nothing)).hasMessageContaining("is no picture");
    Path text = file("not a picture".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> PictureFile.read(text)).hasMessageContaining("is no picture");
    Path cut = file(Arrays.copyOf(jpeg(), 40));
    assertThatThrownBy(() -> PictureFile.read(cut)).hasMessageContaining("is a damaged picture");
    Path absent = folder.resolve("absent.png");
    assertThatThrownBy(() -> PictureFile.read(absent)).isInstanceOf(IOException.class);
  }

  /// A hundred megapixels take 400 MB; a fifth of them is enough to read a plate.
  @Test
  void takesEverySecondPixelOfAHugePicture() throws IOException {
    Picture picture = PictureFile.read(file(blackPng(12_500, 8_000)));
    assertThat(picture.width()).isEqualTo(6_250);
    assertThat(picture.height()).isEqualTo(4_000);
  }

  /// A PNG of one bit a pixel.
  private static byte[] blackPng(int width, int height) throws IOException {
    var data = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(data)) {
      byte[] row = new byte[1 + (width + 7) / 8];
      for (int y = 0; y < height; y++) {
        deflater.write(row);
      }
    }
    var png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array());
    chunk(png, "IDAT", data.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] named =
        ByteBuffer.allocate(4 + content.length)
            .put(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .put(content)
            .array();
    var crc = new CRC32();
    crc.update(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
