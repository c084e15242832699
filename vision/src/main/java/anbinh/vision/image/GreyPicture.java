package anbinh.vision.image;

/// A picture's brightness in memory.
public final class GreyPicture {
  private final int width;
  private final int height;
  private final byte[] pixels;

  /// @param pixels from 0 to 255, row by row from the top; not copied, and not to be changed
  public GreyPicture(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || pixels.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d × %d pixels are not %d".formatted(width, height, pixels.length));
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// From 0 to 255.
  public int at(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }
}
