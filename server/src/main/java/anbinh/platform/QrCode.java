package anbinh.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// A QR code (ISO/IEC 18004) with the quiet zone that the standard asks for, dark on light, with a
/// quarter of it readable again when it is torn or dirty.
public final class QrCode {
  private static final int QUIET_MODULES = 4;
  private static final int PIXELS_PER_MODULE = 4;
  private static final int WHITE = 0xffffff;
  private static final int LAST_OF_ASCII = 0x7f;

  private QrCode() {}

  /// For paper.
  public static byte[] png(String text) throws IOException {
    BitMatrix modules = modules(text);
    int side = modules.getWidth() * PIXELS_PER_MODULE;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE);
        image.setRGB(x, y, dark ? 0 : WHITE);
      }
    }
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /// For a page: one path, a unit a module, dark on light also in a dark console, since cameras
  /// read nothing else.
  public static String svg(String text) {
    BitMatrix modules = modules(text);
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int start = x;
        while (x < modules.getWidth() && modules.get(x, y)) {
          x++;
        }
        if (x > start) {
          path.append("M%d %dh%dv1h-%dz".formatted(start, y, x - start, x - start));
        } else {
          x++;
        }
      }
    }
    int size = modules.getWidth();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>\
    """
        .formatted(size, size, size, size, path);
  }

  private static BitMatrix modules(String text) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    hints.put(EncodeHintType.MARGIN, QUIET_MODULES);
    hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q);
    if (text.chars().anyMatch(c -> c > LAST_OF_ASCII)) {
      hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
    }
    try {
      // Asked for a side of 1, the writer gives one pixel a module.
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
    }
  }
}
