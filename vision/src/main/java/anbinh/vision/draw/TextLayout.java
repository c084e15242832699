package anbinh.vision.draw;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/// Where the characters of a plate stand on it, in millimetres.
///
/// @param outline of all of them, with what is written above and below the number
/// @param number the rectangle around the number alone
record TextLayout(Path2D outline, Rectangle2D number) {
  /// The text of a plate: one line, or two one above the other.
  static TextLayout of(RandomGenerator random, PlateDesign design) {
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
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double y = top;
    for (int line = 0; line < count; line++) {
      double height = room * (count == 1 ? 1 : line == 0 ? upper : 1 - upper);
      double narrow = count == 2 && line == 0 ? (right - left) * random.nextDouble(.02, .12) : 0;
      Rectangle2D place =
          new Rectangle2D.Double(left + narrow, y, right - left - 2 * narrow, height);
      boolean together = random.nextInt(4) == 0;
      add(random, design.lines().get(line), design.lettering(), place, together, outline);
      y += height + gap;
    }
    Rectangle2D number = outline.getBounds2D();
    Lettering small = Lettering.Strokes.random(random, .6);
    for (int i = 0; i < furniture.caption().size(); i++) {
      Rectangle2D place =
          new Rectangle2D.Double(
              design.width() * .2,
              design.height() * (i == 0 ? .04 : .84),
              design.width() * .6,
              design.height() * .1);
      add(random, furniture.caption().get(i), small, place, true, outline);
    }
    return new TextLayout(outline, number);
  }

  /// A line that is no plate.
  static TextLayout ofLine(
      RandomGenerator random, String text, Lettering lettering, Rectangle2D place) {
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    add(random, text, lettering, place, true, outline);
    return new TextLayout(outline, outline.getBounds2D());
  }

  /// Adds the letters of a line: spread to both ends of its place, or close together in the middle.
  private static void add(
      RandomGenerator random,
      String text,
      Lettering lettering,
      Rectangle2D place,
      boolean together,
      Path2D outline) {
    List<Character> characters = text.chars().mapToObj(c -> (char) c).toList();
    double height = place.getHeight();
    double sum = characters.stream().mapToDouble(each -> width(each, lettering, height)).sum();
    int gaps = characters.size() - 1;
    double usual = height * random.nextDouble(.1, .2);
    double space = (place.getWidth() - sum) / Math.max(1, gaps);
    double squeeze = 1;
    if (space < height * .05) {
      space = height * .06;
      squeeze = (place.getWidth() - space * gaps) / sum;
    } else if (together || space > 2.2 * usual) {
      space = usual;
    }
    double x = place.getCenterX() - (sum * squeeze + space * gaps) / 2;
    for (char character : characters) {
      AffineTransform at = AffineTransform.getTranslateInstance(x, place.getY());
      at.scale(squeeze, 1);
      outline.append(at.createTransformedShape(shape(random, character, lettering, height)), false);
      x += width(character, lettering, height) * squeeze + space * random.nextDouble(.6, 1.4);
    }
  }

  private static double width(char character, Lettering lettering, double height) {
    return switch (character) {
      case ' ' -> height * .25;
      case '-' -> height * .22;
      case PlateTexts.EMBLEM -> height * .5;
      case '.', ':', '/' -> height * .12;
      default -> lettering.width(character, height);
    };
  }

  private static Shape shape(
      RandomGenerator random, char character, Lettering lettering, double height) {
    double width = width(character, lettering, height);
    return switch (character) {
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
      case PlateTexts.EMBLEM -> emblem(random, width, height);
      default -> lettering.outline(character, height);
    };
  }

  /// A coat of arms, the outline of a state, stickers: something with corners, or round.
  private static Shape emblem(RandomGenerator random, double width, double height) {
    if (random.nextInt(3) == 0) {
      // Two stickers of inspections, one above the other.
      double size = width * random.nextDouble(.6, 1);
      Path2D stickers = new Path2D.Double();
      stickers.append(new Ellipse2D.Double(0, height * .45 - size, size, size), false);
      stickers.append(new Ellipse2D.Double(0, height * .55, size, size), false);
      return stickers;
    }
    int corners = random.nextInt(3) == 0 ? 40 : random.nextInt(5, 14);
    double uneven = corners == 40 ? 0 : random.nextDouble(.6);
    Path2D emblem = new Path2D.Double();
    for (int corner = 0; corner < corners; corner++) {
      double angle = 2 * Math.PI * corner / corners;
      double far = (1 - random.nextDouble() * uneven) / 2;
      double x = width * (.5 + far * Math.cos(angle));
      double y = height * .5 + width * far * Math.sin(angle);
      if (corner == 0) {
        emblem.moveTo(x, y);
      } else {
        emblem.lineTo(x, y);
      }
    }
    emblem.closePath();
    return random.nextBoolean()
        ? emblem
        : new BasicStroke((float) (height * random.nextDouble(.03, .1))).createStrokedShape(emblem);
  }
}
