package anbinh.vision.analysis;

import anbinh.vision.image.GreyPicture;
import anbinh.vision.pass.FrameArea;
import org.jspecify.annotations.Nullable;

/// Finds where two small pictures of one camera differ. They are compared in cells; a group of
/// neighbouring cells counts where more of it has changed than a clock changes.
final class ChangedArea {
  /// By how much a pixel must differ, of 255, once the whole picture's difference is taken away.
  private static final int MIN_DIFFERENCE = 14;

  private static final int CELL = 8;
  private static final int MIN_PIXELS_OF_CELL = 4;

  /// Of the whole picture's pixels, in one group.
  private static final double MIN_SHARE = .0033;

  /// Around what has changed, in cells, so that no plate is cut off.
  private static final int MARGIN = 1;

  private final GreyPicture one;
  private final GreyPicture other;
  private final int columns;
  private final int rows;
  private final int[] changed;
  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right = -1;
  private int bottom = -1;

  private ChangedArea(GreyPicture one, GreyPicture other) {
    this.one = one;
    this.other = other;
    columns = (one.width() + CELL - 1) / CELL;
    rows = (one.height() + CELL - 1) / CELL;
    changed = new int[columns * rows];
  }

  /// What holds all that has changed, and a margin; null where nothing has.
  static @Nullable FrameArea between(GreyPicture one, GreyPicture other) {
    if (one.width() != other.width() || one.height() != other.height()) {
      return FrameArea.WHOLE;
    }
    return new ChangedArea(one, other).find();
  }

  private @Nullable FrameArea find() {
    count();
    for (int cell = 0; cell < changed.length; cell++) {
      Group group = new Group();
      group.add(cell);
      if (group.pixels >= MIN_SHARE * one.width() * one.height()) {
        left = Math.min(left, group.left);
        top = Math.min(top, group.top);
        right = Math.max(right, group.right);
        bottom = Math.max(bottom, group.bottom);
      }
    }
    if (right < 0) {
      return null;
    }
    int fromX = Math.max(0, left - MARGIN) * CELL;
    int fromY = Math.max(0, top - MARGIN) * CELL;
    int toX = Math.min(one.width(), (right + 1 + MARGIN) * CELL);
    int toY = Math.min(one.height(), (bottom + 1 + MARGIN) * CELL);
    return new FrameArea(
        (float) fromX / one.width(),
        (float) fromY / one.height(),
        (float) (toX - fromX) / one.width(),
        (float) (toY - fromY) / one.height());
  }

  private void count() {
    int brighter = Math.round((float) (sum(other) - sum(one)) / (one.width() * one.height()));
    for (int y = 0; y < one.height(); y++) {
      for (int x = 0; x < one.width(); x++) {
        if (Math.abs(other.at(x, y) - one.at(x, y) - brighter) >= MIN_DIFFERENCE) {
          changed[y / CELL * columns + x / CELL]++;
        }
      }
    }
  }

  private static long sum(GreyPicture picture) {
    long sum = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        sum += picture.at(x, y);
      }
    }
    return sum;
  }

  /// Neighbouring cells that have changed; each belongs to one.
  private final class Group {
    int pixels;
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;

    void add(int cell) {
      if (changed[cell] < MIN_PIXELS_OF_CELL) {
        return;
      }
      int x = cell % columns;
      int y = cell / columns;
      pixels += changed[cell];
      changed[cell] = 0;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
      for (int nextY = Math.max(0, y - 1); nextY <= Math.min(rows - 1, y + 1); nextY++) {
        for (int nextX = Math.max(0, x - 1); nextX <= Math.min(columns - 1, x + 1); nextX++) {
          add(nextY * columns + nextX);
        }
      }
    }
  }
}
