package anbinh.reports.figure;

import org.jspecify.annotations.Nullable;

/// A number as its reader sees it.
///
/// @param value a count, or a share in percent with one decimal; null where it is not shown
public record ShownFigure(@Nullable Double value, Seen seen) {
  public static final ShownFigure FEW = new ShownFigure(null, Seen.FEW);
  public static final ShownFigure LATER = new ShownFigure(null, Seen.LATER);
  public static final ShownFigure NONE = new ShownFigure(null, Seen.NONE);

  /// Whether and why not.
  public enum Seen {
    YES,
    /// It, or what it would give away, could point to people.
    FEW,
    /// When the quarter is over, or for longer periods only.
    LATER,
    /// There is no such number: nobody knew it then, or nothing to take a share of.
    NONE
  }

  public static ShownFigure of(long count) {
    return new ShownFigure((double) count, Seen.YES);
  }

  /// Tenths of a percent, half up.
  public static ShownFigure share(long part, long whole) {
    return whole == 0
        ? NONE
        : new ShownFigure(Math.floorDiv(2000 * part + whole, 2 * whole) / 10.0, Seen.YES);
  }
}
