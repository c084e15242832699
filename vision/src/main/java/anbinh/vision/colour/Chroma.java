package anbinh.vision.colour;

import anbinh.vision.image.Picture;

/// Whether a picture has colours at all: at night cameras see by infrared light, and have none.
public final class Chroma {
  private static final int SAMPLES = 4_096;

  /// Of the strongest and the weakest of red, green and blue, from 0 to 255, on average. A white
  /// car on asphalt has 2.7 by day, a picture of infrared light next to none.
  private static final double MIN_DIFFERENCE = 2;

  private Chroma() {}

  public static boolean isIn(Picture picture) {
    int[] pixels = picture.pixels();
    int step = Math.max(1, pixels.length / SAMPLES) | 1;
    long sum = 0;
    int count = 0;
    for (int i = 0; i < pixels.length; i += step) {
      int red = pixels[i] >> 16 & 0xff;
      int green = pixels[i] >> 8 & 0xff;
      int blue = pixels[i] & 0xff;
      sum += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
      count++;
    }
    return (double) sum / count >= MIN_DIFFERENCE;
  }
}
