package anbinh.vision.colour;

import static anbinh.vision.pass.Pass.MAX_COLOURS;

import anbinh.vision.Colour;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Tells the colours of a vehicle, or of what a person wears: those which most of a part of the
/// picture has. Windows, tyres, bumpers and shadows are black and grey on vehicles of every colour,
/// so those count less, and what has a hue counts more.
public final class VehicleColours {
  /// Wide enough for a vehicle's colour, and no more work for a large one than for a small one.
  private static final int GRID = 40;

  private static final double MIN_SHARE = .1;
  private static final double MIN_SHARE_OF_FIRST = .33;

  /// Of a vehicle's or person's box, without the road beside it.
  private static final double INNER = .7;

  /// Of that, from above, where a vehicle has windows.
  private static final double WINDOWS = .2;

  /// Of a surface that has a hue: light and shade tint all others too, and most of all blue.
  private static final double MIN_CHROMA = .08;

  private static final double MIN_SATURATION = .3;
  private static final double MIN_SATURATION_OF_BLUE = .35;

  private VehicleColours() {}

  /// Of a vehicle that a detector found.
  ///
  /// @param picture that has colours
  public static List<Colour> of(Picture picture, Box vehicle) {
    double height = INNER * vehicle.height();
    return largest(
        picture,
        new Box(
            vehicle.x(),
            vehicle.y() + WINDOWS * height / 2,
            INNER * vehicle.width(),
            (1 - WINDOWS) * height,
            0),
        VehicleColours::weight);
  }

  /// Of what a person wears whom a detector found.
  ///
  /// @param picture that has colours
  public static List<Colour> worn(Picture picture, Box person) {
    return largest(
        picture,
        new Box(person.x(), person.y(), INNER * person.width(), INNER * person.height(), 0),
        _ -> 1);
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
        Box.level(plate.x() - plate.width(), bottom - 3 * row, plate.x() + plate.width(), bottom),
        VehicleColours::weight);
  }

  private static int weight(Colour colour) {
    return switch (colour) {
      case BLACK, GREY -> 3;
      case SILVER, WHITE -> 4;
      default -> 8;
    };
  }

  private static List<Colour> largest(Picture picture, Box part, ToIntFunction<Colour> weight) {
    Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
    for (int row = 0; row < GRID; row++) {
      int y = (int) Math.floor(part.y() + ((row + .5) / GRID - .5) * part.height());
      for (int column = 0; column < GRID; column++) {
        int x = (int) Math.floor(part.x() + ((column + .5) / GRID - .5) * part.width());
        if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
          Colour colour = of(Hsv.of(picture.pixels()[y * picture.width() + x]));
          counts.merge(colour, weight.applyAsInt(colour), Integer::sum);
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
    if (value < .25) {
      return Colour.BLACK;
    }
    if (!hasHue(pixel)) {
      return value > .75 ? Colour.WHITE : value > .45 ? Colour.SILVER : Colour.GREY;
    }
    if (pixel.hueWithin(15, 42)) {
      return value < .6 || pixel.saturation() < .5 ? Colour.BROWN : Colour.ORANGE;
    }
    if (pixel.hueWithin(42, 70)) {
      return value < .4 ? Colour.BROWN : Colour.YELLOW;
    }
    if (pixel.hueWithin(70, 195)) {
      return Colour.GREEN;
    }
    if (pixel.hueWithin(195, 255)) {
      return Colour.BLUE;
    }
    return pixel.hueWithin(255, 330) ? Colour.PURPLE : Colour.RED;
  }

  private static boolean hasHue(Hsv pixel) {
    double least = pixel.hueWithin(165, 270) ? MIN_SATURATION_OF_BLUE : MIN_SATURATION;
    return pixel.saturation() >= least && pixel.saturation() * pixel.value() >= MIN_CHROMA;
  }
}
