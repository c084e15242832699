package anbinh.vision.finder;

import anbinh.vision.image.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns a map of how likely each pixel is the core of a line of text into boxes around the lines,
/// as differentiable binarisation has it (Liao et al., AAAI 2020): areas above a threshold, each
/// with the smallest rectangle around it, which then grows by what the core was smaller.
final class TextRegions {
  private static final float THRESHOLD = .3f;
  private static final double MIN_SCORE = .45;
  private static final double GROWTH = 1.6;
  private static final int MIN_SIDE = 3;

  private final float[] map;
  private final int width;
  private final int height;

  /// The pixels of one area, as a stack and then as a list.
  private int[] pixels = new int[1024];

  private TextRegions(float[] map, int width, int height) {
    this.map = map;
    this.width = width;
    this.height = height;
  }

  /// @param map from 0 to 1, row by row
  static List<Box> of(float[] map, int width, int height) {
    return new TextRegions(map, width, height).find();
  }

  private List<Box> find() {
    List<Box> boxes = new ArrayList<>();
    boolean[] seen = new boolean[map.length];
    for (int start = 0; start < map.length; start++) {
      if (!seen[start] && map[start] > THRESHOLD) {
        int count = fill(start, seen);
        double sum = 0;
        for (int i = 0; i < count; i++) {
          sum += map[pixels[i]];
        }
        if (sum / count >= MIN_SCORE) {
          Box core = smallest(count);
          if (Math.min(core.width(), core.height()) >= MIN_SIDE) {
            double growth = core.area() * GROWTH / (2 * (core.width() + core.height()));
            boxes.add(core.grown(growth, growth));
          }
        }
      }
    }
    return boxes;
  }

  /// Collects the area of a pixel, with diagonal neighbours; says how many pixels it has.
  private int fill(int start, boolean[] seen) {
    int count = 0;
    int next = 0;
    seen[start] = true;
    pixels[count++] = start;
    while (next < count) {
      int pixel = pixels[next++];
      int x = pixel % width;
      int y = pixel / width;
      for (int atY = Math.max(0, y - 1); atY <= Math.min(height - 1, y + 1); atY++) {
        for (int atX = Math.max(0, x - 1); atX <= Math.min(width - 1, x + 1); atX++) {
          int at = atY * width + atX;
          if (!seen[at] && map[at] > THRESHOLD) {
            seen[at] = true;
            if (count == pixels.length) {
              pixels = Arrays.copyOf(pixels, 2 * count);
            }
            pixels[count++] = at;
          }
        }
      }
    }
    return count;
  }

  /// The smallest rectangle around the first so many pixels: one side of it lies on a side of their
  /// convex hull.
  private Box smallest(int count) {
    List<double[]> hull = hull(count);
    Box smallest = null;
    for (int i = 0; i < hull.size(); i++) {
      double[] from = hull.get(i);
      double[] to = hull.get((i + 1) % hull.size());
      Box box = around(hull, Math.atan2(to[1] - from[1], to[0] - from[0]));
      if (smallest == null || box.area() < smallest.area()) {
        smallest = box;
      }
    }
    return smallest == null ? new Box(0, 0, 0, 0, 0) : smallest;
  }

  private static Box around(List<double[]> hull, double direction) {
    // Text is read from left to right, leaning by less than 45°.
    return Box.around(hull, direction - Math.PI / 2 * Math.round(direction / (Math.PI / 2)));
  }

  /// By Andrew's monotone chain, of the corners of the outermost pixels of each row.
  private List<double[]> hull(int count) {
    int firstRow = height;
    int lastRow = -1;
    int[] left = new int[height];
    int[] right = new int[height];
    Arrays.fill(left, width);
    Arrays.fill(right, -1);
    for (int i = 0; i < count; i++) {
      int x = pixels[i] % width;
      int y = pixels[i] / width;
      left[y] = Math.min(left[y], x);
      right[y] = Math.max(right[y], x);
      firstRow = Math.min(firstRow, y);
      lastRow = Math.max(lastRow, y);
    }
    List<double[]> hull = new ArrayList<>();
    for (int y = firstRow; y <= lastRow; y++) {
      add(hull, 0, left[y], y);
      add(hull, 0, left[y], y + 1.0);
    }
    int other = hull.size();
    for (int y = lastRow; y >= firstRow; y--) {
      add(hull, other, right[y] + 1.0, y + 1.0);
      add(hull, other, right[y] + 1.0, y);
    }
    return hull;
  }

  /// Adds a point to a chain that begins at an index, and takes away those that now lie inside.
  private static void add(List<double[]> chain, int begin, double x, double y) {
    while (chain.size() - begin >= 2) {
      double[] last = chain.getLast();
      double[] before = chain.get(chain.size() - 2);
      double turn =
          (last[0] - before[0]) * (y - before[1]) - (last[1] - before[1]) * (x - before[0]);
      if (turn < 0) {
        break;
      }
      chain.removeLast();
    }
    chain.add(new double[] {x, y});
  }
}
