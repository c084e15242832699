package anbinh.vision.colour;

import static anbinh.vision.pass.Pass.MAX_COLOURS;

import anbinh.vision.Colour;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Tells the colours of a vehicle: those which most of a part of the picture has.
public final class VehicleColours {
  /// Wide enough for a vehicle's colour, and no more work for a large one than for a small one.
  private static final int GRID = 40;

  private static final double MIN_SHARE = .25;
  private static final double MIN_SHARE_OF_FIRST = .5;

  /// Of a vehicle's box, without its windows, wheels and the road beside it.
  private static final double INNER = .7;

  private VehicleColours() {}

  /// Of a vehicle that a detector found.
  ///
  /// @param picture that has colours
  public static List<Colour> of(Picture picture, Box vehicle) {
    return largest(
        picture,
        new Box(vehicle.x(), vehicle.y(), INNER * vehicle.width(), INNER * vehicle.height(), 0));
  }

  /// Of a vehicle of which the plate alone was found: what is above the plate.
  ///
  /// @param picture that has colours
  /// @param rows of the plate's text
  public static List<Colour> above(Picture picture, Box plate, int rows) {
    double row = plate.height() / rows;
    double bottom = plate.y() - plate.height() / 2 - .8 * row;
    return largest(
        picture,
        Box.level(plate.x() - plate.width(), bottom - 3 * row, plate.x() + plate.width(), bottom));
  }

  private static List<Colour> largest(Picture picture, Box part) {
    Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
    for (int row = 0; row < GRID; row++) {
      int y = (int) Math.floor(part.y() + ((row + .5) / GRID - .5) * part.height());
      for (int column = 0; column < GRID; column++) {
        int x = (int) Math.floor(part.x() + ((column + .5) / GRID - .5) * part.width());
        if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
          counts.merge(of(Hsv.of(picture.pixels()[y * picture.width() + x])), 1, Integer::sum);
        }
      }
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    double least = Math.max(MIN_SHARE * all, MIN_SHARE_OF_FIRST * most);
    return counts.entrySet().stream()
        .filter(each -> each.getValue() >= least)
        .sorted(Comparator.comparingInt(each -> -each.getValue()))
        .limit(MAX_COLOURS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Colour of(Hsv pixel) {
    double value = pixel.value();
    if (value < .2 || (value < .3 && pixel.saturation() < .35)) {
      return Colour.BLACK;
    }
    if (pixel.saturation() < .2) {
      return value > .8 ? Colour.WHITE : value > .6 ? Colour.SILVER : Colour.GREY;
    }
    if (pixel.hueWithin(15, 42)) {
      return value < .6 ? Colour.BROWN : Colour.ORANGE;
    }
    if (pixel.hueWithin(42, 70)) {
      return value < .4 ? Colour.BROWN : Colour.YELLOW;
    }
    if (pixel.hueWithin(70, 165)) {
      return Colour.GREEN;
    }
    if (pixel.hueWithin(165, 255)) {
      return Colour.BLUE;
    }
    return pixel.hueWithin(255, 330) ? Colour.PURPLE : Colour.RED;
  }
}
