package anbinh.vision.colour;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.plate.PlateColour;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells the colour of a plate's ground: that colour which much of its inner part has, and white
/// where there is none.
public final class GroundColour {
  private static final double MIN_SATURATION = .35;
  private static final double MIN_VALUE = .2;
  private static final double MIN_SHARE = .3;

  /// Beyond lies the vehicle where a plate leans.
  private static final double INNER = .75;

  private GroundColour() {}

  /// @param picture that has colours
  /// @param plate around its text
  public static PlateColour of(Picture picture, Box plate) {
    Box inner =
        new Box(plate.x(), plate.y(), INNER * plate.width(), INNER * plate.height(), plate.angle());
    int[] pixels = picture.cut(inner).pixels();
    Map<PlateColour, Integer> counts = new EnumMap<>(PlateColour.class);
    for (int pixel : pixels) {
      PlateColour colour = of(Hsv.of(pixel));
      if (colour != null) {
        counts.merge(colour, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(each -> each.getValue() >= MIN_SHARE * pixels.length)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(PlateColour.WHITE);
  }

  private static @Nullable PlateColour of(Hsv pixel) {
    if (pixel.saturation() < MIN_SATURATION || pixel.value() < MIN_VALUE) {
      return null;
    }
    if (pixel.hueWithin(28, 70)) {
      return PlateColour.YELLOW;
    }
    if (pixel.hueWithin(190, 260)) {
      return PlateColour.BLUE;
    }
    return pixel.hueWithin(18, 340) ? null : PlateColour.RED;
  }
}
