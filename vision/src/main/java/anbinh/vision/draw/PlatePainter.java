package anbinh.vision.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// Paints a plate and what is around it as a camera sees them, before the [Exposure].
final class PlatePainter {
  private final RandomGenerator random;
  private final View view;
  private final Graphics2D graphics;

  private PlatePainter(RandomGenerator random, View view, BufferedImage picture) {
    this.random = random;
    this.view = view;
    this.graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /// The picture of a plate.
  static BufferedImage paint(
      RandomGenerator random, PlateDesign design, TextLayout text, View view) {
    BufferedImage picture =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
    PlatePainter painter = new PlatePainter(random, view, picture);
    painter.surroundings();
    painter.plate(design, text);
    painter.graphics.dispose();
    return picture;
  }

  /// A picture of lettering, or of nothing, without a plate.
  ///
  /// @param lettering that stands there; empty for none
  static BufferedImage paintNoPlate(
      RandomGenerator random, String text, Lettering lettering, View view) {
    BufferedImage picture =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
    PlatePainter painter = new PlatePainter(random, view, picture);
    painter.surroundings();
    if (!text.isEmpty()) {
      painter.freeLettering(text, lettering);
    }
    painter.graphics.dispose();
    return picture;
  }

  /// Car body, road, grille, wall: areas and bars in few colours.
  private void surroundings() {
    graphics.setColor(colour(random.nextDouble(.05, .9), .3));
    graphics.fillRect(0, 0, view.width(), view.height());
    int areas = random.nextInt(7);
    for (int i = 0; i < areas; i++) {
      graphics.setColor(colour(random.nextDouble(), .4));
      double width = view.width() * random.nextDouble(.05, 1);
      double height = view.height() * random.nextDouble(.05, .8);
      double x = random.nextDouble(-.3, 1) * view.width();
      double y = random.nextDouble(-.3, 1) * view.height();
      graphics.fill(
          random.nextInt(3) == 0
              ? new Ellipse2D.Double(x, y, width, height)
              : new Rectangle2D.Double(x, y, width, height));
    }
    if (random.nextInt(5) == 0) {
      graphics.setColor(colour(random.nextDouble(), .2));
      double step = view.height() * random.nextDouble(.06, .3);
      for (double y = random.nextDouble() * step; y < view.height(); y += step) {
        graphics.fill(new Rectangle2D.Double(0, y, view.width(), step * .4));
      }
    }
  }

  private Color colour(double brightness, double saturation) {
    return Color.getHSBColor(
        random.nextFloat(), (float) (random.nextDouble() * saturation), (float) brightness);
  }

  private void fill(Shape shape, double x, double y, Color colour) {
    graphics.setColor(colour);
    graphics.fill(view.see(shape, x, y));
  }

  private void plate(PlateDesign design, TextLayout text) {
    double width = design.width();
    double height = design.height();
    double corner = height * random.nextDouble(.04, .14);
    Color ground = faded(design.ground(), random.nextDouble(.25));
    Color ink = faded(design.ink(), random.nextInt(5) == 0 ? random.nextDouble(.35) : .03);
    Shape face = new RoundRectangle2D.Double(0, 0, width, height, corner, corner);
    if (random.nextInt(3) == 0) {
      double frame = height * random.nextDouble(.03, .14);
      fill(
          new RoundRectangle2D.Double(
              -frame, -frame, width + 2 * frame, height + 2 * frame, corner, corner),
          0,
          0,
          colour(random.nextDouble(.35), .2));
    }
    fill(face, 0, 0, ground);
    PlateDesign.Furniture furniture = design.furniture();
    if (furniture.landscape()) {
      landscape(design);
    }
    if (furniture.band()) {
      Color blue = new Color(20, 50, 150);
      fill(new Rectangle2D.Double(0, 0, width * .085, height), 0, 0, blue);
      if (furniture.bothBands()) {
        fill(new Rectangle2D.Double(width * .92, 0, width * .08, height), 0, 0, blue);
      }
      starsAndCountry(width * .085, height);
    }
    if (furniture.border() && random.nextInt(5) != 0) {
      double inset = height * random.nextDouble(.015, .05);
      Shape line =
          new RoundRectangle2D.Double(
              inset, inset, width - 2 * inset, height - 2 * inset, corner, corner);
      float thick = (float) (height * random.nextDouble(.012, .035));
      fill(new BasicStroke(thick).createStrokedShape(line), 0, 0, ink);
    }
    fill(text.outline(), 0, 0, ink);
    screws(design);
    wear(design);
  }

  private static Color faded(Color colour, double towardsGrey) {
    double keep = 1 - towardsGrey;
    return new Color(
        (int) (colour.getRed() * keep + 120 * towardsGrey),
        (int) (colour.getGreen() * keep + 118 * towardsGrey),
        (int) (colour.getBlue() * keep + 110 * towardsGrey));
  }

  /// What stands in a band of the European Union: twelve stars in a ring, and a country's letters.
  private void starsAndCountry(double width, double height) {
    double reach = width * random.nextDouble(.26, .34);
    double star = width * .1;
    for (int hour = 0; hour < 12; hour++) {
      double angle = Math.PI * hour / 6;
      double x = width / 2 + reach * Math.cos(angle) - star / 2;
      double y = height * .32 + reach * Math.sin(angle) - star / 2;
      fill(new Ellipse2D.Double(0, 0, star, star), x, y, new Color(240, 200, 40));
    }
    String country = new PlateTexts(random).pattern("AAA").substring(random.nextInt(3));
    Rectangle2D place = new Rectangle2D.Double(width * .1, height * .62, width * .8, height * .22);
    Lettering letters = Lettering.Strokes.random(random, .6);
    fill(TextLayout.ofLine(random, country, letters, place).outline(), 0, 0, Color.WHITE);
  }

  /// Mountains, skies and bands of colour, as states print them behind the number.
  private void landscape(PlateDesign design) {
    double width = design.width();
    double height = design.height();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      double middle = random.nextDouble() * width;
      double reach = width * random.nextDouble(.05, .6);
      double top = random.nextDouble(.1, .95) * height;
      Path2D hill = new Path2D.Double();
      hill.moveTo(Math.max(0, middle - reach), height);
      hill.lineTo(middle, top);
      hill.lineTo(Math.min(width, middle + reach), height);
      hill.closePath();
      Color colour = transparent(colour(random.nextDouble(.3, 1), .6), random.nextDouble(.1, .5));
      boolean band = random.nextInt(3) == 0;
      fill(band ? new Rectangle2D.Double(0, top, width, height * .2) : hill, 0, 0, colour);
    }
  }

  private void screws(PlateDesign design) {
    if (random.nextInt(3) == 0) {
      return;
    }
    double size = design.height() * random.nextDouble(.04, .1);
    double y = design.height() * random.nextDouble(.08, .9);
    double inset = design.width() * random.nextDouble(.03, .3);
    Color colour = colour(random.nextDouble(.1, .95), .3);
    for (double x : new double[] {inset, design.width() - inset}) {
      fill(new Ellipse2D.Double(-size / 2, -size / 2, size, size), x, y, colour);
    }
  }

  /// Dirt, shadow, scratches, a rack or a strap across the plate.
  private void wear(PlateDesign design) {
    double width = design.width();
    double height = design.height();
    int blots = random.nextInt(3) == 0 ? random.nextInt(1, 14) : 0;
    for (int i = 0; i < blots; i++) {
      double size = height * random.nextDouble(.02, .22);
      fill(
          new Ellipse2D.Double(0, 0, size * random.nextDouble(.5, 2.5), size),
          random.nextDouble() * width,
          random.nextDouble() * height,
          transparent(new Color(96, 80, 60), random.nextDouble(.15, .75)));
    }
    if (random.nextInt(4) == 0) {
      Path2D shadow = new Path2D.Double();
      shadow.moveTo(-width, -height);
      double from = random.nextDouble(-.2, 1.2) * width;
      double to = random.nextDouble(-.2, 1.2) * width;
      shadow.lineTo(from, -height);
      shadow.lineTo(to, 2 * height);
      shadow.lineTo(-width, 2 * height);
      shadow.closePath();
      fill(shadow, 0, 0, transparent(Color.BLACK, random.nextDouble(.15, .65)));
    }
    if (random.nextInt(10) == 0) {
      double thick = height * random.nextDouble(.02, .09);
      double x = random.nextDouble() * width;
      double lean = random.nextDouble(-.3, .3) * width;
      Path2D strap = new Path2D.Double();
      strap.moveTo(x, -height * .2);
      strap.lineTo(x + thick, -height * .2);
      strap.lineTo(x + lean + thick, height * 1.2);
      strap.lineTo(x + lean, height * 1.2);
      strap.closePath();
      fill(strap, 0, 0, colour(random.nextDouble(.6), .4));
    }
    if (random.nextInt(10) == 0) {
      double cover = height * random.nextDouble(.03, .12);
      boolean upper = random.nextBoolean();
      fill(
          new Rectangle2D.Double(-width * .1, 0, width * 1.2, cover),
          0,
          upper ? -cover * .3 : height - cover * .7,
          colour(random.nextDouble(.4), .3));
    }
  }

  private static Color transparent(Color colour, double alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) (255 * alpha));
  }

  private void freeLettering(String text, Lettering lettering) {
    double height = view.turn().middleY() * 2;
    double width = view.turn().middleX() * 2;
    Color ink = colour(random.nextDouble(), .8);
    TextLayout line =
        TextLayout.ofLine(
            random,
            text,
            lettering,
            new Rectangle2D.Double(width * .03, height * .2, width, height * .6));
    if (random.nextBoolean()) {
      // As cameras burn in a clock: light letters with a dark edge.
      ink = random.nextInt(4) == 0 ? Color.YELLOW : Color.WHITE;
      fill(line.outline(), width * .005, height * .03, Color.BLACK);
    }
    fill(line.outline(), 0, 0, ink);
  }
}
