package anbinh.vision.image;

import java.awt.image.BufferedImage;

/// A picture in memory.
public final class Picture {
  private final int width;
  private final int height;
  private final int[] pixels;

  /// @param pixels as `0xRRGGBB`, row by row from the top; not copied, and not to be changed
  public Picture(int width, int height, int[] pixels) {
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

  /// As `0xRRGGBB`, row by row from the top; not a copy, and not to be changed.
  public int[] pixels() {
    return pixels;
  }

  public static Picture of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  /// The box as if one looked straight at it: as wide and high as it is in the picture, at least
  /// one pixel. What lies outside the picture repeats its edge.
  public Picture cut(Box box) {
    int outWidth = Math.max(1, (int) Math.round(box.width()));
    int outHeight = Math.max(1, (int) Math.round(box.height()));
    int[] cut = new int[outWidth * outHeight];
    double cos = Math.cos(box.angle());
    double sin = Math.sin(box.angle());
    for (int y = 0; y < outHeight; y++) {
      double down = ((y + .5) / outHeight - .5) * box.height();
      for (int x = 0; x < outWidth; x++) {
        double across = ((x + .5) / outWidth - .5) * box.width();
        cut[y * outWidth + x] =
            at(box.x() + across * cos - down * sin - .5, box.y() + across * sin + down * cos - .5);
      }
    }
    return new Picture(outWidth, outHeight, cut);
  }

  /// A part of it, pixel by pixel.
  public Picture part(int left, int top, int partWidth, int partHeight) {
    int[] part = new int[partWidth * partHeight];
    for (int y = 0; y < partHeight; y++) {
      System.arraycopy(pixels, (top + y) * width + left, part, y * partWidth, partWidth);
    }
    return new Picture(partWidth, partHeight, part);
  }

  /// Between four pixels.
  private int at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double bottom = y - top;
    int one = pixel(left, top);
    int two = pixel(left + 1, top);
    int three = pixel(left, top + 1);
    int four = pixel(left + 1, top + 1);
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double upper = ((one >> shift) & 0xff) * (1 - right) + ((two >> shift) & 0xff) * right;
      double lower = ((three >> shift) & 0xff) * (1 - right) + ((four >> shift) & 0xff) * right;
      mixed |= (int) (upper * (1 - bottom) + lower * bottom + .5) << shift;
    }
    return mixed;
  }

  private int pixel(int x, int y) {
    return pixels[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
  }

  /// The same picture in another size.
  public Picture resized(int newWidth, int newHeight) {
    float[][] planes = planes(newWidth, newHeight);
    int[] resized = new int[newWidth * newHeight];
    for (int i = 0; i < resized.length; i++) {
      resized[i] =
          Math.round(planes[0][i]) << 16 | Math.round(planes[1][i]) << 8 | Math.round(planes[2][i]);
    }
    return new Picture(newWidth, newHeight, resized);
  }

  /// Red, green and blue planes, row by row, of another size. Each value is the mean of the area
  /// that it stands for where the picture is larger, and lies between its neighbours where the
  /// picture is smaller.
  public float[][] planes(int newWidth, int newHeight) {
    float[][] planes = new float[3][];
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = new float[pixels.length];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (pixels[i] >> (16 - 8 * channel)) & 0xff;
      }
      planes[channel] = Resizing.resize(plane, width, height, newWidth, newHeight);
    }
    return planes;
  }

  /// Brightness by ITU-R BT.601, as JPEG and most video have it, of another size.
  public float[] grey(int newWidth, int newHeight) {
    float[] grey = new float[pixels.length];
    for (int i = 0; i < grey.length; i++) {
      int pixel = pixels[i];
      grey[i] =
          .299f * ((pixel >> 16) & 0xff) + .587f * ((pixel >> 8) & 0xff) + .114f * (pixel & 0xff);
    }
    return Resizing.resize(grey, width, height, newWidth, newHeight);
  }
}
