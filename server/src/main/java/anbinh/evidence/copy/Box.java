package anbinh.evidence.copy;

/// A part of a picture, in parts of its width and height from the top left, so that it is the same
/// on every size.
record Box(double x, double y, double width, double height) {
  private static final double MIN_SIDE = 0.002;

  /// Whether it is a part of a picture that can be seen.
  boolean valid() {
    return x >= 0
        && y >= 0
        && width >= MIN_SIDE
        && height >= MIN_SIDE
        && x + width <= 1.000001
        && y + height <= 1.000001;
  }

  /// The box on the straight way to another one.
  ///
  /// @param part 0 here, 1 there
  Box toward(Box other, double part) {
    return new Box(
        x + (other.x - x) * part,
        y + (other.y - y) * part,
        width + (other.width - width) * part,
        height + (other.height - height) * part);
  }

  /// Whole pixels, even because the colours of video have half as many.
  ///
  /// @param outward whether at least the box is meant, otherwise at most
  Pixels pixels(int pictureWidth, int pictureHeight, boolean outward) {
    int left = even(x * pictureWidth, !outward);
    int top = even(y * pictureHeight, !outward);
    int right = Math.min(even((x + width) * pictureWidth, outward), pictureWidth);
    int bottom = Math.min(even((y + height) * pictureHeight, outward), pictureHeight);
    return new Pixels(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  private static int even(double at, boolean up) {
    double half = at / 2;
    // What only rounding put beyond a whole pixel stays where it was meant.
    return 2 * (int) (up ? Math.ceil(half - 1e-6) : Math.floor(half + 1e-6));
  }

  /// A box of whole pixels.
  record Pixels(int x, int y, int width, int height) {
    boolean empty() {
      return width == 0 || height == 0;
    }
  }
}
