package anbinh.platform;

import java.util.function.IntUnaryOperator;

/// How long a whole list is.
///
/// Counting goes on to [#MAX_COUNTED] only, and to [#MAX_READ] where rows are read for it: nobody
/// waits for the exact number of a hundred thousand.
///
/// @param count how many items there are, or, with `more`, how many there are at least
record Total(int count, boolean more) {
  public static final int MAX_COUNTED = 20_000;

  public static final int MAX_READ = 500;

  /// @param max beyond which there are "more"
  /// @param counted counts the rows of the list, but no further than to the number it is given
  static Total count(int max, IntUnaryOperator counted) {
    int count = counted.applyAsInt(max + 1);
    return new Total(Math.min(count, max), count > max);
  }
}
