package anbinh.vision.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
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
  static BufferedImage paint(RandomGenerator random, PlateDesign design, View view) {
    BufferedImage picture =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
    PlatePainter painter = new PlatePainter(random, view, picture);
    painter.surroundings();
    painter.plate(design);
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

  private void plate(PlateDesign design) {
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
    if (furniture.band()) {
      Color blue = new Color(20, 50, 150);
      fill(new Rectangle2D.Double(0, 0, width * .085, height), 0, 0, blue);
      if (furniture.bothBands()) {
        fill(new Rectangle2D.Double(width * .92, 0, width * .08, height), 0, 0, blue);
      }
    }
    if (furniture.border() && random.nextInt(5) != 0) {
      double inset = height * random.nextDouble(.015, .05);
      Shape line =
          new RoundRectangle2D.Double(
              inset, inset, width - 2 * inset, height - 2 * inset, corner, corner);
      float thick = (float) (height * random.nextDouble(.012, .035));
      fill(new BasicStroke(thick).createStrokedShape(line), 0, 0, ink);
    }
    text(design, ink);
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

  private void text(PlateDesign design, Color ink) {
    PlateDesign.Furniture furniture = design.furniture();
    double captionHeight = furniture.caption().isEmpty() ? 0 : design.height() * .13;
    double top = captionHeight + design.height() * random.nextDouble(.06, .14);
    double bottom =
        design.height()
            - (furniture.caption().size() > 1 && !furniture.caption().get(1).isEmpty()
                ? captionHeight
                : 0)
            - design.height() * random.nextDouble(.06, .14);
    double left = design.width() * (furniture.left() + random.nextDouble(.02, .06));
    double right =
        design.width() * ((furniture.bothBands() ? .91 : 1) - random.nextDouble(.02, .06));
    int count = design.lines().size();
    double gap = count == 1 ? 0 : design.height() * random.nextDouble(.05, .11);
    // On two lines the upper one is as high as the lower one, or a little smaller.
    double upper = count == 1 ? 1 : random.nextDouble(.42, .5);
    double room = bottom - top - gap;
    double y = top;
    for (int line = 0; line < count; line++) {
      double height = room * (count == 1 ? 1 : line == 0 ? upper : 1 - upper);
      boolean narrow = count == 2 && line == 0;
      line(
          design.lines().get(line),
          design.lettering(),
          narrow ? left + (right - left) * random.nextDouble(.02, .12) : left,
          narrow ? right - (right - left) * random.nextDouble(.02, .12) : right,
          y,
          height,
          ink,
          random.nextInt(4) == 0);
      y += height + gap;
    }
    Lettering small = Lettering.Strokes.random(random, .6);
    for (int i = 0; i < furniture.caption().size(); i++) {
      String caption = furniture.caption().get(i);
      if (!caption.isEmpty()) {
        double captionY = i == 0 ? design.height() * .04 : design.height() * .84;
        line(
            caption,
            small,
            design.width() * .2,
            design.width() * .8,
            captionY,
            design.height() * .1,
            ink,
            true);
      }
    }
  }

  /// Letters of one line between two edges: spread to both, or close together in the middle.
  private void line(
      String text,
      Lettering lettering,
      double left,
      double right,
      double y,
      double height,
      Color ink,
      boolean together) {
    List<Character> characters = text.chars().mapToObj(c -> (char) c).toList();
    double[] widths = new double[characters.size()];
    double sum = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(characters.get(i), lettering, height);
      sum += widths[i];
    }
    double usual = height * random.nextDouble(.1, .2);
    double space = (right - left - sum) / Math.max(1, widths.length - 1);
    double squeeze = 1;
    if (space < height * .05) {
      space = height * .06;
      squeeze = (right - left - space * (widths.length - 1)) / sum;
    } else if (together || space > 2.2 * usual) {
      space = usual;
    }
    double used = sum * squeeze + space * (widths.length - 1);
    double x = left + (right - left - used) / 2;
    for (int i = 0; i < widths.length; i++) {
      character(characters.get(i), lettering, x, y, height, squeeze, ink);
      x += widths[i] * squeeze + space;
    }
  }

  private static double width(char character, Lettering lettering, double height) {
    return switch (character) {
      case ' ' -> height * .25;
      case '-' -> height * .22;
      case '.', ':', '/' -> height * .12;
      default -> lettering.width(character, height);
    };
  }

  private void character(
      char character,
      Lettering lettering,
      double x,
      double y,
      double height,
      double squeeze,
      Color ink) {
    double width = width(character, lettering, height) * squeeze;
    Shape shape =
        switch (character) {
          case ' ' -> new Path2D.Double();
          case '-' -> new Rectangle2D.Double(0, height * .45, width, height * .12);
          case '.' -> new Ellipse2D.Double(0, height * .62, width, width);
          case ':' -> {
            Area dots = new Area(new Ellipse2D.Double(0, height * .25, width, width));
            dots.add(new Area(new Ellipse2D.Double(0, height * .7, width, width)));
            yield dots;
          }
          case '/' ->
              new BasicStroke((float) (height * .1))
                  .createStrokedShape(new Line2D.Double(0, height, width * 1.5, 0));
          default -> {
            Shape outline = lettering.outline(character, height);
            yield squeeze == 1
                ? outline
                : AffineTransform.getScaleInstance(squeeze, 1).createTransformedShape(outline);
          }
        };
    fill(shape, x, y, ink);
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
    if (random.nextBoolean()) {
      // As cameras burn in a clock: light letters with a dark edge.
      ink = random.nextInt(4) == 0 ? Color.YELLOW : Color.WHITE;
      line(
          text,
          lettering,
          width * .035,
          width * 1.035,
          height * .23,
          height * .6,
          Color.BLACK,
          true);
    }
    line(text, lettering, width * .03, width * 1.03, height * .2, height * .6, ink, true);
  }
}
