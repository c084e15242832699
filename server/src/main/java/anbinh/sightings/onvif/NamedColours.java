package anbinh.sightings.onvif;

import anbinh.vision.Colour;
import java.util.Locale;
import java.util.Optional;

/// Colours as cameras write them, by a name or by three numbers.
final class NamedColours {
  private static final String RGB = "RGB";
  private static final String YCBCR = "YCbCr";

  private NamedColours() {}

  static Optional<Colour> named(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    String ours = upper.equals("GRAY") ? "GREY" : upper;
    for (Colour each : Colour.values()) {
      if (each.name().equals(ours)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The colour that is nearest; empty for a space that is not known, or what are no numbers.
  ///
  /// @param space the address of the space, such as `http://www.onvif.org/ver10/colorspace/RGB`
  static Optional<Colour> nearest(String space, double x, double y, double z) {
    if (!Double.isFinite(x + y + z)) {
      return Optional.empty();
    }
    if (space.isEmpty() || space.endsWith(YCBCR)) {
      // ITU-R BT.601, full range.
      return Optional.of(
          nearest(
              x + 1.402 * (z - 128),
              x - .344 * (y - 128) - .714 * (z - 128),
              x + 1.772 * (y - 128)));
    }
    return space.endsWith(RGB) ? Optional.of(nearest(x, y, z)) : Optional.empty();
  }

  private static Colour nearest(double red, double green, double blue) {
    Colour best = Colour.WHITE;
    double least = Double.MAX_VALUE;
    for (Colour each : Colour.values()) {
      int typical = typical(each);
      double distance =
          Math.pow(red - (typical >> 16), 2)
              + Math.pow(green - (typical >> 8 & 0xff), 2)
              + Math.pow(blue - (typical & 0xff), 2);
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return best;
  }

  private static int typical(Colour colour) {
    return switch (colour) {
      case WHITE -> 0xf5f5f5;
      case SILVER -> 0xc0c0c0;
      case GREY -> 0x808080;
      case BLACK -> 0x1a1a1a;
      case RED -> 0xc81e1e;
      case ORANGE -> 0xe67814;
      case YELLOW -> 0xe6d228;
      case GREEN -> 0x288c3c;
      case BLUE -> 0x2846b4;
      case PURPLE -> 0x78328c;
      case BROWN -> 0x644123;
    };
  }
}
