package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final int PIXELS = 4;

  @Test
  void aReaderReadsWhatWasWritten() throws Exception {
    for (String text :
        List.of(
            "otpauth://totp/An%20B%C3%ACnh:an?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            "Công an xã Bá Thước, tỉnh Thanh Hóa")) {
      assertThat(new QRCodeReader().decode(picture(QrCode.svg(text))).getText()).isEqualTo(text);
      assertThat(new QRCodeReader().decode(picture(QrCode.png(text))).getText()).isEqualTo(text);
    }
  }

  @Test
  void refusesATextTooLongForIt() {
    assertThatThrownBy(() -> QrCode.png("x".repeat(3_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3000");
  }

  private static BinaryBitmap picture(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int size = image.getWidth();
    int[] pixels = image.getRGB(0, 0, size, size, null, 0, size);
    return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
  }

  /// Draws the only two kinds of shape that the picture has.
  private static BinaryBitmap picture(String svg) {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1)) * PIXELS;
    int[] pixels = new int[size * size];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
    while (run.find()) {
      int x = Integer.parseInt(run.group(1)) * PIXELS;
      int y = Integer.parseInt(run.group(2)) * PIXELS;
      int width = Integer.parseInt(run.group(3)) * PIXELS;
      for (int row = y; row < y + PIXELS; row++) {
        Arrays.fill(pixels, row * size + x, row * size + x + width, 0);
      }
    }
    return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
  }
}
