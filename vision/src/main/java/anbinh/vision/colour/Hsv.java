package anbinh.vision.colour;

/// A colour by hue in degrees, saturation and value from 0 to 1.
record Hsv(double hue, double saturation, double value) {
  /// @param pixel `0xRRGGBB`
  static Hsv of(int pixel) {
    int red = pixel >> 16 & 0xff;
    int green = pixel >> 8 & 0xff;
    int blue = pixel & 0xff;
    int most = Math.max(red, Math.max(green, blue));
    int range = most - Math.min(red, Math.min(green, blue));
    if (range == 0) {
      return new Hsv(0, 0, most / 255.0);
    }
    double sixth =
        most == red
            ? (double) (green - blue) / range
            : most == green
                ? 2 + (double) (blue - red) / range
                : 4 + (double) (red - green) / range;
    return new Hsv((60 * sixth + 360) % 360, (double) range / most, most / 255.0);
  }

  boolean hueWithin(double from, double to) {
    return hue >= from && hue < to;
  }
}
