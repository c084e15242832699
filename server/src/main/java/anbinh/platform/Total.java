package anbinh.platform;

import java.util.function.IntUnaryOperator;

/// How long a whole list is.
///
/// Counting goes on to [#MAX_COUNTED] only: nobody waits for the exact number of a hundred
/// thousand.
///
/// @param count how many items there are, or, with `more`, how many there are at least
public record Total(int count, boolean more) {
  public static final int MAX_COUNTED = 20_000;

  /// @param counted counts the rows of the list, but no further than to the number it is given
  static Total count(IntUnaryOperator counted) {
    int count = counted.applyAsInt(MAX_COUNTED + 1);
    return new Total(Math.min(count, MAX_COUNTED), count > MAX_COUNTED);
  }
}
