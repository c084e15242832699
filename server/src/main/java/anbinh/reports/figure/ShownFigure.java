package anbinh.reports.figure;

import anbinh.platform.Figure;
import anbinh.reports.ReportPeriod;
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
    /// In tens, as communes and parts are told to who does not see the single records.
    TENS,
    /// It is 0 to 4, or kept back so that another one stays unknown.
    FEW,
    /// When the period is over, or for longer ones only.
    LATER,
    /// There is no such number: nobody knew it then, or nothing to take a share of.
    NONE
  }

  public static ShownFigure of(long count) {
    return new ShownFigure((double) count, Seen.YES);
  }

  /// 0 to 4 hidden, of which none is told apart from another, more in tens.
  public static ShownFigure tens(long count) {
    Long rounded = Figure.of(count, false).value();
    return rounded == null || count < Figure.MIN_SHOWN
        ? FEW
        : new ShownFigure((double) rounded, Seen.TENS);
  }

  /// In tens, as a period is told to who does not see the single records; of months nothing. Of
  /// half-years and years 0 to 9 are hidden: were 5 to 9 told, two quarters in it of 0 to 4 could
  /// be reckoned.
  public static ShownFigure tens(long count, ReportPeriod period) {
    return switch (period.kind()) {
      case MONTH -> LATER;
      case QUARTER -> tens(count);
      case HALF_YEAR, YEAR -> count < 2 * Figure.MIN_SHOWN ? FEW : tens(count);
    };
  }

  /// Of numbers as they are shown, so that it says no more than they do.
  public static ShownFigure share(ShownFigure part, ShownFigure whole) {
    Double above = part.value();
    Double below = whole.value();
    if (above == null) {
      return part;
    }
    if (below == null) {
      return whole;
    }
    if (part.seen() == Seen.YES && whole.seen() == Seen.YES) {
      return share(above.longValue(), below.longValue());
    }
    Double rounded =
        share(Math.min(above.longValue(), below.longValue()), below.longValue()).value();
    return rounded == null ? NONE : new ShownFigure(Math.floor(rounded), Seen.TENS);
  }

  /// How many there are for each hundred of another one, which may be more than a hundred. Of
  /// numbers as they are shown, so that it says no more than they do.
  public static ShownFigure ratio(ShownFigure part, ShownFigure whole) {
    Double above = part.value();
    Double below = whole.value();
    if (above == null) {
      return part;
    }
    if (below == null) {
      return whole;
    }
    if (below == 0) {
      return NONE;
    }
    boolean exact = part.seen() == Seen.YES && whole.seen() == Seen.YES;
    return exact
        ? new ShownFigure(Math.floor(1000 * above / below) / 10, Seen.YES)
        : new ShownFigure(Math.floor(100 * above / below), Seen.TENS);
  }

  /// What it comes to for each of some units, with one decimal.
  public ShownFigure perUnit(int units) {
    return value == null || units == 0
        ? this
        : new ShownFigure(Math.round(10 * value / units) / 10.0, seen);
  }

  /// Tenths of a percent, rounded down: 99.96 is not 100, and 69.96 not 70.
  public static ShownFigure share(long part, long whole) {
    return whole == 0 ? NONE : new ShownFigure(Math.floorDiv(1000 * part, whole) / 10.0, Seen.YES);
  }
}
