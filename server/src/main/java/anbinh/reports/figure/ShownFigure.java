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

  /// 1 to 4 hidden, more in tens.
  public static ShownFigure tens(long count) {
    Long rounded = Figure.of(count, false).value();
    if (rounded == null) {
      return FEW;
    }
    return count == 0 ? of(0) : new ShownFigure((double) rounded, Seen.TENS);
  }

  /// Of what several quarters come to, of which each is told in tens as well: 1 to 9 hidden, more
  /// in tens. If 5 to 9 were told, what is hidden would be 1 to 4, and four small quarters in it
  /// four ones.
  static ShownFigure tensOfSeveral(long count) {
    return count > 0 && count < 2 * Figure.SMALLEST ? FEW : tens(count);
  }

  /// In tens, as a period is told to who does not see the single records; of months nothing.
  public static ShownFigure tens(long count, ReportPeriod period) {
    return switch (period.kind()) {
      case MONTH -> LATER;
      case QUARTER -> tens(count);
      case HALF_YEAR, YEAR -> tensOfSeveral(count);
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
    return rounded == null ? NONE : new ShownFigure((double) Math.round(rounded), Seen.TENS);
  }

  /// Tenths of a percent, half up.
  public static ShownFigure share(long part, long whole) {
    return whole == 0
        ? NONE
        : new ShownFigure(Math.floorDiv(2000 * part + whole, 2 * whole) / 10.0, Seen.YES);
  }
}
