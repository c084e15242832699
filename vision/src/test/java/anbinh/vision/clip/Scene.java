package anbinh.vision.clip;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A street with a plate, drawn as plainly as can be.
public final class Scene {
  private final BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = picture.createGraphics();

  public Scene() {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0x5a6068));
    graphics.fillRect(0, 0, 640, 360);
    graphics.setColor(new Color(0x303438));
    graphics.fillRect(0, 220, 640, 140);
  }

  /// @param rows of the text
  public Scene plate(int x, int y, String... rows) {
    int height = 34;
    graphics.setColor(Color.WHITE);
    int wide = rows.length == 1 ? 190 : 120;
    graphics.fillRect(x, y, wide, 10 + height * rows.length);
    graphics.setColor(Color.BLACK);
    graphics.setFont(
        new Font("DejaVu Sans", Font.BOLD, 32).deriveFont(AffineTransform.getScaleInstance(.8, 1)));
    for (int i = 0; i < rows.length; i++) {
      int textWidth = graphics.getFontMetrics().stringWidth(rows[i]);
      graphics.drawString(rows[i], x + (wide - textWidth) / 2, y + 30 + i * height);
    }
    return this;
  }

  public Path write(Path file) throws IOException {
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  public BufferedImage picture() {
    return picture;
  }

  /// A clip of it, eight pictures a second.
  ///
  /// @param filter of ffmpeg that moves it; `null` for none
  public Path clip(Path file, double seconds, String filter)
      throws IOException, InterruptedException {
    Path still = write(file.resolveSibling(file.getFileName() + ".png"));
    FfmpegFixture.run(
        "-loop",
        "1",
        "-i",
        still,
        "-t",
        seconds,
        "-r",
        "8",
        "-vf",
        filter,
        "-c:v",
        "libx264",
        "-pix_fmt",
        "yuv420p",
        file);
    return file;
  }
}
