package anbinh.vision.image;

/// Changes the size of a plane of values by a triangle filter, which is as wide as a pixel of the
/// coarser side.
final class Resizing {
  private Resizing() {}

  static float[] resize(float[] from, int width, int height, int newWidth, int newHeight) {
    float[] across = new float[newWidth * height];
    Filter columns = filter(width, newWidth);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        float sum = 0;
        int first = columns.first[x];
        float[] weights = columns.weights[x];
        for (int j = 0; j < weights.length; j++) {
          sum += weights[j] * from[y * width + Math.clamp(first + j, 0, width - 1)];
        }
        across[y * newWidth + x] = sum;
      }
    }
    float[] resized = new float[newWidth * newHeight];
    Filter rows = filter(height, newHeight);
    for (int y = 0; y < newHeight; y++) {
      int first = rows.first[y];
      float[] weights = rows.weights[y];
      for (int j = 0; j < weights.length; j++) {
        int row = Math.clamp(first + j, 0, height - 1) * newWidth;
        for (int x = 0; x < newWidth; x++) {
          resized[y * newWidth + x] += weights[j] * across[row + x];
        }
      }
    }
    return resized;
  }

  private static final class Filter {
    /// The first pixel of the source that a pixel is made of, which may lie before its edge.
    final int[] first;

    /// Of that and the following ones, together 1.
    final float[][] weights;

    Filter(int size) {
      first = new int[size];
      weights = new float[size][];
    }
  }

  private static Filter filter(int size, int newSize) {
    double ratio = (double) size / newSize;
    double reach = Math.max(1, ratio);
    Filter filter = new Filter(newSize);
    for (int i = 0; i < newSize; i++) {
      double centre = (i + .5) * ratio - .5;
      int first = (int) Math.ceil(centre - reach);
      float[] weights = new float[(int) Math.floor(centre + reach) - first + 1];
      float sum = 0;
      for (int j = 0; j < weights.length; j++) {
        weights[j] = (float) (1 - Math.abs(first + j - centre) / reach);
        sum += weights[j];
      }
      for (int j = 0; j < weights.length; j++) {
        weights[j] /= sum;
      }
      filter.first[i] = first;
      filter.weights[i] = weights;
    }
    return filter;
  }
}
