package anbinh.cameras.sign;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// A camera on its arm, white on blue as signs that inform are, without words.
final class Pictogram {
  private static final int SIDE = 800;
  private static final Color BLUE = new Color(0x0b4f8a);

  private Pictogram() {}

  static byte[] png() throws IOException {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(BLUE);
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.setColor(Color.WHITE);
    arm(graphics);
    body(graphics);
    graphics.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /// Down from the camera and to the wall on the left.
  private static void arm(Graphics2D graphics) {
    graphics.setStroke(new BasicStroke(46, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    var path = new Path2D.Double();
    path.moveTo(360, 420);
    path.lineTo(330, 590);
    path.lineTo(140, 590);
    graphics.draw(path);
    graphics.fill(new RoundRectangle2D.Double(100, 490, 56, 200, 20, 20));
  }

  private static void body(Graphics2D graphics) {
    AffineTransform before = graphics.getTransform();
    graphics.rotate(Math.toRadians(18), 400, 330);
    graphics.fill(new RoundRectangle2D.Double(150, 230, 440, 200, 40, 40));
    var hood = new Path2D.Double();
    hood.moveTo(600, 260);
    hood.lineTo(700, 220);
    hood.lineTo(700, 440);
    hood.lineTo(600, 400);
    hood.closePath();
    graphics.fill(hood);
    graphics.setColor(BLUE);
    graphics.fill(new Ellipse2D.Double(200, 280, 46, 46));
    graphics.setTransform(before);
  }
}
