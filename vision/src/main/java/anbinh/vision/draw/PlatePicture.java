package anbinh.vision.draw;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A drawn picture and what stands in it.
///
/// @param kind such as `vn-motorbike`, or `none`
/// @param text letters and digits of the plate; empty where there is none
/// @param lines of the plate; 0 where there is none
/// @param colour of its ground
public record PlatePicture(
    BufferedImage picture, String kind, String text, int lines, String colour) {
  /// One in so many pictures shows no plate.
  private static final int NO_PLATE_IN = 12;

  /// The picture of a number: the same seed and number give the same picture.
  static PlatePicture draw(long seed, long number, Fonts fonts) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    return random.nextInt(NO_PLATE_IN) == 0 ? noPlate(random, fonts) : plate(random, fonts);
  }

  private static PlatePicture plate(SplittableRandom random, Fonts fonts) {
    PlateDesign design = PlateDesign.random(random, fonts);
    int lines = design.lines().size();
    TextLayout text = TextLayout.of(random, design);
    double letter = text.number().getHeight() / (lines == 1 ? 1 : 2.2);
    View view = View.random(random, frame(random, design, text), letter);
    BufferedImage painted = PlatePainter.paint(random, design, text, view);
    return new PlatePicture(
        Exposure.expose(random, painted, letter * view.scale()),
        design.kind(),
        PlateTexts.label(design.lines()),
        lines,
        design.colour());
  }

  /// What a finder takes for the plate: all of it, or its number alone, or with the country's
  /// letters.
  private static Rectangle2D frame(RandomGenerator random, PlateDesign design, TextLayout text) {
    if (random.nextInt(3) == 0) {
      return new Rectangle2D.Double(0, 0, design.width(), design.height());
    }
    Rectangle2D number = text.number();
    return design.furniture().band() && random.nextBoolean()
        ? new Rectangle2D.Double(0, number.getY(), number.getMaxX(), number.getHeight())
        : number;
  }

  private static PlatePicture noPlate(SplittableRandom random, Fonts fonts) {
    String text = random.nextInt(4) == 0 ? "" : new PlateTexts(random).lettering();
    Lettering lettering = fonts.random(random);
    String drawable =
        lettering instanceof Lettering.Strokes
            ? java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
            : text;
    Rectangle2D frame = new Rectangle2D.Double(0, 0, 60 * Math.max(3, text.length()), 110);
    View view = View.random(random, frame, 66);
    BufferedImage painted = PlatePainter.paintNoPlate(random, drawable, lettering, view);
    return new PlatePicture(
        Exposure.expose(random, painted, 60 * view.scale()), "none", "", 0, "other");
  }
}
