package anbinh.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PictureCodeTest {
  private static final int PIXELS = 4;

  @Test
  void aReaderReadsWhatWasWritten() throws Exception {
    String text = Totp.uri("Công an xã Bá Thước, tỉnh Thanh Hóa", "nguyen-van-an", new byte[20]);
    String svg = PictureCode.svg(text);
    assertThat(new QRCodeReader().decode(picture(svg)).getText()).isEqualTo(text);
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
