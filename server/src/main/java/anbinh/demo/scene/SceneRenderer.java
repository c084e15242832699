package anbinh.demo.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/// Draws one scene: a road from the horizon to the camera, its traffic, a clock and the words that
/// say that it is simulated. Not thread-safe; one renderer belongs to one camera.
final class SceneRenderer {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss.S");
  private static final double HORIZON = 0.30;

  private final Scene scene;
  private final ZoneId zone;
  private final Traffic traffic;
  private final BufferedImage background;
  private final BufferedImage picture;

  SceneRenderer(Scene scene, ZoneId zone) {
    this.scene = scene;
    this.zone = zone;
    this.traffic = scene.traffic();
    this.background = canvas(scene);
    this.picture = canvas(scene);
    drawBackground();
  }

  private static BufferedImage canvas(Scene scene) {
    return new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_3BYTE_BGR);
  }

  /// The picture at `time`; the same buffer every time, valid until the next call.
  BufferedImage render(Instant time) {
    Graphics2D graphics = graphics(picture);
    graphics.drawImage(background, 0, 0, null);
    for (Vehicle vehicle : traffic.at(time)) {
      drawVehicle(graphics, vehicle);
    }
    drawClock(graphics, time);
    graphics.dispose();
    return picture;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return graphics;
  }

  private void drawBackground() {
    Graphics2D graphics = graphics(background);
    int width = scene.width();
    int height = scene.height();
    int horizon = (int) (height * HORIZON);
    graphics.setPaint(new GradientPaint(0, 0, scene.sky(), 0, horizon, scene.sky().brighter()));
    graphics.fillRect(0, 0, width, horizon);
    drawHouses(graphics, horizon);
    graphics.setPaint(
        new GradientPaint(0, horizon, scene.ground().darker(), 0, height, scene.ground()));
    graphics.fillRect(0, horizon, width, height - horizon);
    Polygon road = new Polygon();
    road.addPoint(roadX(0, 0), horizon);
    road.addPoint(roadX(scene.lanes(), 0), horizon);
    road.addPoint(roadX(scene.lanes(), 1), height);
    road.addPoint(roadX(0, 1), height);
    graphics.setPaint(
        new GradientPaint(0, horizon, new Color(0x6B6F73), 0, height, new Color(0x4A4E52)));
    graphics.fill(road);
    graphics.setColor(new Color(0xD8D4C4));
    for (int lane = 1; lane < scene.lanes(); lane++) {
      for (double dash = 0.02; dash < 1; dash += 0.12) {
        graphics.setStroke(new BasicStroke((float) (1 + 6 * dash * dash)));
        graphics.drawLine(
            roadX(lane, dash), roadY(dash), roadX(lane, dash + 0.05), roadY(dash + 0.05));
      }
    }
    graphics.dispose();
  }

  private void drawHouses(Graphics2D graphics, int horizon) {
    var random = new SplittableRandom(scene.seed());
    for (int x = 0; x < scene.width(); ) {
      int width = 50 + random.nextInt(90);
      int height = horizon / 3 + random.nextInt(horizon / 2);
      float shade = 0.45f + random.nextInt(30) / 100f;
      graphics.setColor(Color.getHSBColor(random.nextInt(100) / 700f, 0.25f, shade));
      graphics.fillRect(x, horizon - height, width, height);
      graphics.setColor(new Color(0x2E3A46));
      for (int window = x + 8; window < x + width - 14; window += 22) {
        graphics.fillRect(window, horizon - height + 12, 10, 14);
      }
      x += width + random.nextInt(12);
    }
  }

  /// The horizontal place of the line left of `lane` at a depth of 0 (horizon) to 1 (bottom).
  private int roadX(double lane, double progress) {
    double depth = depth(progress);
    double half = scene.width() * (0.06 + 0.40 * depth);
    double centre = scene.width() * (0.5 + 0.06 * (1 - depth));
    return (int) (centre - half + 2 * half * lane / scene.lanes());
  }

  private int roadY(double progress) {
    return (int) (scene.height() * (HORIZON + (1 - HORIZON) * depth(progress)));
  }

  private static double depth(double progress) {
    return Math.pow(progress, 1.7);
  }

  private void drawVehicle(Graphics2D graphics, Vehicle vehicle) {
    double laneWidth =
        roadX(vehicle.lane() + 1, vehicle.progress()) - roadX(vehicle.lane(), vehicle.progress());
    int centre = (int) (roadX(vehicle.lane(), vehicle.progress()) + laneWidth / 2);
    int bottom = roadY(vehicle.progress());
    int width =
        (int)
            (laneWidth
                * switch (vehicle.kind()) {
                  case CAR -> 0.66;
                  case TRUCK -> 0.82;
                  case MOTORBIKE -> 0.30;
                });
    int height =
        (int)
            (width
                * switch (vehicle.kind()) {
                  case CAR -> 0.80;
                  case TRUCK -> 1.15;
                  case MOTORBIKE -> 1.75;
                });
    if (width < 6) {
      return;
    }
    int left = centre - width / 2;
    int top = bottom - height;
    graphics.setColor(new Color(0, 0, 0, 90));
    graphics.fillOval(left - width / 20, bottom - height / 10, width + width / 10, height / 6);
    switch (vehicle.kind()) {
      case CAR, TRUCK -> drawBody(graphics, vehicle.colour(), left, top, width, height);
      case MOTORBIKE -> drawRider(graphics, vehicle.colour(), left, top, width, height);
    }
    drawPlate(graphics, vehicle, centre, bottom, width, height);
  }

  private static void drawBody(
      Graphics2D graphics, Color colour, int left, int top, int width, int height) {
    int arc = width / 6;
    graphics.setColor(new Color(0x15181B));
    graphics.fillRect(left + width / 12, top + height * 5 / 6, width / 6, height / 6);
    graphics.fillRect(left + width * 3 / 4, top + height * 5 / 6, width / 6, height / 6);
    graphics.setColor(colour.darker());
    graphics.fillRoundRect(left + width / 10, top, width * 8 / 10, height / 2, arc, arc);
    graphics.setColor(new Color(0x2B3B4A));
    graphics.fillRoundRect(
        left + width / 6, top + height / 14, width * 2 / 3, height / 3, arc / 2, arc / 2);
    graphics.setColor(colour);
    graphics.fillRoundRect(left, top + height * 2 / 5, width, height / 2, arc, arc);
    graphics.setColor(new Color(0xFFF3C4));
    graphics.fillOval(left + width / 20, top + height / 2, width / 6, height / 9);
    graphics.fillOval(
        left + width - width / 20 - width / 6, top + height / 2, width / 6, height / 9);
  }

  private static void drawRider(
      Graphics2D graphics, Color colour, int left, int top, int width, int height) {
    graphics.setColor(new Color(0x15181B));
    graphics.fillRoundRect(
        left + width * 2 / 5,
        top + height * 3 / 5,
        width / 5,
        height * 2 / 5,
        width / 5,
        width / 5);
    graphics.setColor(colour);
    graphics.fillRoundRect(
        left + width / 6, top + height / 4, width * 2 / 3, height / 2, width / 3, width / 3);
    graphics.setColor(colour.darker());
    graphics.fillOval(left + width * 3 / 10, top, width * 2 / 5, height / 4);
  }

  private static void drawPlate(
      Graphics2D graphics, Vehicle vehicle, int centre, int bottom, int width, int height) {
    boolean twoLines = vehicle.plateLines().size() == 2;
    int plateWidth = twoLines ? width * 4 / 5 : width * 3 / 5;
    int plateHeight = twoLines ? plateWidth * 3 / 4 : plateWidth / 4;
    if (plateWidth < 14) {
      return;
    }
    int left = centre - plateWidth / 2;
    int top = bottom - (twoLines ? height / 3 + plateHeight / 2 : height / 6 + plateHeight / 2);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(left, top, plateWidth, plateHeight);
    graphics.setColor(Color.BLACK);
    graphics.drawRect(left, top, plateWidth, plateHeight);
    int lines = vehicle.plateLines().size();
    int lineHeight = plateHeight / lines;
    for (int line = 0; line < lines; line++) {
      drawFitted(
          graphics,
          vehicle.plateLines().get(line),
          left + plateWidth / 20,
          top + line * lineHeight,
          plateWidth - plateWidth / 10,
          lineHeight);
    }
  }

  private static void drawFitted(
      Graphics2D graphics, String text, int left, int top, int width, int height) {
    float size = height * 0.95f;
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(size));
    double textWidth = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
    if (textWidth > width) {
      graphics.setFont(graphics.getFont().deriveFont((float) (size * width / textWidth)));
      textWidth = width;
    }
    var metrics = graphics.getFontMetrics();
    int baseline = top + (height + metrics.getAscent() - metrics.getDescent()) / 2;
    graphics.drawString(text, (float) (left + (width - textWidth) / 2), baseline);
  }

  private void drawClock(Graphics2D graphics, Instant time) {
    int size = scene.height() / 22;
    graphics.setFont(new Font(Font.MONOSPACED, Font.BOLD, size));
    // At the bottom: viewers put their own words at the top.
    drawLabel(graphics, CLOCK.format(time.atZone(zone)), size / 2, scene.height() - size * 4, size);
    drawLabel(
        graphics,
        scene.title() + " · CAMERA MÔ PHỎNG (SIMULATED)",
        size / 2,
        scene.height() - size * 2,
        size);
  }

  private static void drawLabel(Graphics2D graphics, String text, int left, int top, int size) {
    int width = graphics.getFontMetrics().stringWidth(text);
    graphics.setColor(new Color(0, 0, 0, 150));
    graphics.fillRect(left, top, width + size, size * 3 / 2);
    graphics.setColor(Color.WHITE);
    graphics.drawString(text, left + size / 2, top + size + size / 12);
  }
}
