package anbinh.platform;

import org.jspecify.annotations.Nullable;

/// A count as its reader sees it. Who may see the single cases sees it exactly. For others a small
/// count could point to people, so 1 to 4 are not told apart, and more is rounded to the nearest
/// multiple of ten: sums are rounded each by itself, so no difference of two figures gives a small
/// one away. (Multiples of five would: 8 as the sum of two small ones can only be 4 and 4.)
///
/// @param value null for 1 to 4, and by [#hidden] for none, too
/// @param exact whether it is the count itself
public record Figure(@Nullable Long value, boolean exact) {
  public static final int MIN_SHOWN = 5;

  /// Of what is not told.
  public static final Figure HIDDEN = new Figure(null, false);

  private static final int STEP = 10;

  public static Figure of(long count, boolean exact) {
    if (exact || count == 0) {
      return new Figure(count, true);
    }
    return count < MIN_SHOWN
        ? new Figure(null, false)
        : new Figure((count + STEP / 2) / STEP * STEP, false);
  }

  /// Where none is not told apart from a few either: the second in which the first one comes would
  /// tell of somebody.
  public static Figure hidden(long count) {
    return count < MIN_SHOWN ? HIDDEN : of(count, false);
  }

  /// As it stands in a table for machines.
  public String text() {
    return value == null ? "<" + MIN_SHOWN : Long.toString(value);
  }
}
