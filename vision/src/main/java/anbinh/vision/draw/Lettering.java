package anbinh.vision.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// The shape of all letters of one plate.
sealed interface Lettering {
  /// How wide a character is drawn at a height.
  double width(char character, double height);

  /// The outline of a character whose upper left corner is 0, 0.
  Shape outline(char character, double height);

  /// Lettering of our own strokes.
  ///
  /// @param ratio width to height of most characters
  /// @param weight thickness of a stroke, as a share of the height
  /// @param roundness of corners, from 0 to 1
  /// @param slant how far the top leans to the right, as a share of the height
  /// @param forms chooses among the forms of each character
  /// @param round whether strokes end round
  record Strokes(
      double ratio, double weight, double roundness, double slant, long forms, boolean round)
      implements Lettering {
    static Strokes random(RandomGenerator random, double ratio) {
      return new Strokes(
          ratio * random.nextDouble(.9, 1.1),
          random.nextDouble(.11, .19),
          random.nextDouble(.55, 1),
          random.nextInt(12) == 0 ? random.nextDouble(-.08, .12) : 0,
          random.nextLong(),
          random.nextInt(3) == 0);
    }

    @Override
    public double width(char character, double height) {
      return height * Math.max(StrokeGlyphs.width(character) * ratio, weight);
    }

    @Override
    public Shape outline(char character, double height) {
      double thick = weight * height;
      int form = (int) (forms >>> (character * 7 % 60) & 7);
      Path2D lines =
          StrokeGlyphs.centreLines(
              character,
              form,
              Math.max(width(character, height) - thick, 1e-3),
              height - thick,
              roundness);
      BasicStroke stroke =
          new BasicStroke(
              (float) thick,
              round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
              round ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
              2);
      AffineTransform place = new AffineTransform(1, 0, -slant, 1, slant * height, 0);
      place.translate(thick / 2, thick / 2);
      return place.createTransformedShape(stroke.createStrokedShape(lines));
    }
  }

  /// Lettering of a font, stretched to a width.
  ///
  /// @param stretch of the width
  record OfFont(Font font, double stretch) implements Lettering {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    @Override
    public double width(char character, double height) {
      return placed(character, height).getBounds2D().getWidth();
    }

    @Override
    public Shape outline(char character, double height) {
      return placed(character, height);
    }

    private Shape placed(char character, double height) {
      GlyphVector glyphs = font.createGlyphVector(CONTEXT, new char[] {character});
      Rectangle2D capital = font.createGlyphVector(CONTEXT, "H").getVisualBounds();
      double scale = height / capital.getHeight();
      Rectangle2D bounds = glyphs.getVisualBounds();
      AffineTransform place = AffineTransform.getScaleInstance(scale * stretch, scale);
      place.translate(-bounds.getX(), capital.getHeight());
      return place.createTransformedShape(glyphs.getOutline());
    }
  }
}
